package org.goufu.bidding.domain.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret as a file that a passphrase opens: a holder's key, or the keys of a bid for its bidder.
 *
 * @param kind what is in it
 * @param about whose: a key's or an envelope's name, readable without the passphrase
 */
public record PassphraseFile(String kind, String about, int iterations, byte[] salt, byte[] nonce, byte[] box) {
    public static final String HOLDER_KEY = "goufu-holder-key/1";
    public static final String RECOVERY = "goufu-recovery/1";

    private static final int ITERATIONS = 600_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int LARGEST = 64 * 1024;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int BITS = 256;
    private static final String KDF = "PBKDF2-HMAC-SHA256";
    private static final Pattern KIND = Pattern.compile(HOLDER_KEY + "|" + RECOVERY);
    private static final Pattern ABOUT = Pattern.compile("[0-9a-f-]{1,64}");

    /** The file of a holder's key. */
    public static PassphraseFile of(KeyPair keys, String passphrase, RandomGenerator random) {
        var content =
                Canonical.write(Map.of("d", Bytes.base64(keys.privateKey()), "pub", Bytes.base64(keys.publicKey())));
        return of(HOLDER_KEY, keys.kid(), content, passphrase, random);
    }

    static PassphraseFile of(String kind, String about, byte[] content, String passphrase, RandomGenerator random) {
        var salt = new byte[SALT];
        var nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        var empty = new PassphraseFile(kind, about, ITERATIONS, salt, nonce, new byte[0]);
        try {
            return new PassphraseFile(
                    kind,
                    about,
                    ITERATIONS,
                    salt,
                    nonce,
                    empty.cipher(Cipher.ENCRYPT_MODE, passphrase).doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Fails with {@link Fault#MALFORMED} for what is no such file. */
    public static PassphraseFile read(byte[] bytes) {
        if (bytes.length > LARGEST) throw SealException.malformed("such a file is shorter");
        var fields =
                Fields.of(Canonical.read(bytes), Set.of("about", "box", "iterations", "kdf", "kind", "nonce", "salt"));
        fields.is("kdf", KDF);
        return new PassphraseFile(
                fields.text("kind", KIND.asMatchPredicate()),
                fields.text("about", ABOUT.asMatchPredicate()),
                fields.number("iterations", ITERATIONS, MOST_ITERATIONS),
                fields.bytes("salt", SALT, SALT),
                fields.bytes("nonce", NONCE, NONCE),
                fields.bytes("box", 1, LARGEST));
    }

    public byte[] write() {
        return Canonical.write(Map.of(
                "about",
                about,
                "box",
                Bytes.base64(box),
                "iterations",
                iterations,
                "kdf",
                KDF,
                "kind",
                kind,
                "nonce",
                Bytes.base64(nonce),
                "salt",
                Bytes.base64(salt)));
    }

    /** Fails with {@link Fault#PASSPHRASE}. */
    byte[] open(String passphrase) {
        try {
            return cipher(Cipher.DECRYPT_MODE, passphrase).doFinal(box);
        } catch (GeneralSecurityException refused) {
            throw new SealException(Fault.PASSPHRASE, about);
        }
    }

    /** A holder's key; fails with {@link Fault#PASSPHRASE}, or with {@link Fault#MALFORMED} when it is another kind of file. */
    public KeyPair keys(String passphrase) {
        if (!kind.equals(HOLDER_KEY)) throw SealException.malformed("not a key");
        var fields = Fields.of(Canonical.read(open(passphrase)), Set.of("d", "pub"));
        var keys = KeyPair.of(fields.bytes("d", Hpke.PRIVATE_LENGTH, Hpke.PRIVATE_LENGTH));
        fields.is("pub", Bytes.base64(keys.publicKey()));
        if (!keys.kid().equals(about)) throw SealException.malformed("another key");
        return keys;
    }

    private Cipher cipher(int mode, String passphrase) throws GeneralSecurityException {
        // The same words typed on another keyboard are the same passphrase.
        var typed = Normalizer.normalize(passphrase, Normalizer.Form.NFC).toCharArray();
        var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(typed, salt, iterations, BITS));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(key.getEncoded(), "AES"),
                new GCMParameterSpec(SegmentKey.TAG * Byte.SIZE, nonce));
        cipher.updateAAD((kind + "|" + about + "|" + iterations).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
