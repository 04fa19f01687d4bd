package org.goufu.ledger.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who may sign for a ledger, and whether he did (C2SP signed-note with Ed25519).
 *
 * <p>Written {@code name+keyId+Base64}, as the notes' users write it.
 */
public final class Verifier {
    static final byte ED25519 = 1;

    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ID_LENGTH = 4;
    private static final int KEY_LENGTH = 32;

    private final String name;
    private final byte[] key;
    /** Every receipt of a bundle stands under the same head: the curve is asked about it once. */
    private volatile @Nullable Good last;

    private record Good(byte[] text, byte[] signature) {
        boolean is(byte[] otherText, byte[] otherSignature) {
            return Arrays.equals(text, otherText) && Arrays.equals(signature, otherSignature);
        }
    }

    private Verifier(String name, byte[] key) {
        this.name = name;
        this.key = key;
    }

    /** @param key an Ed25519 key as RFC 8032 encodes it, 32 bytes */
    public static Verifier of(String name, byte[] key) {
        if (key.length != KEY_LENGTH) throw new IllegalArgumentException("a key has 32 bytes, not " + key.length);
        return new Verifier(name, key.clone());
    }

    /** Throws {@link IllegalArgumentException} when it is not such a key, or its id is not the key's. */
    public static Verifier read(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) throw new IllegalArgumentException("not a verifier's key");
        var typed = StrictBase64.plain(parts[2]);
        if (typed.length != KEY_LENGTH + 1 || typed[0] != ED25519) throw new IllegalArgumentException("not Ed25519");
        var verifier = new Verifier(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(verifier.id()).equals(parts[1])) {
            throw new IllegalArgumentException("the key's id is not the key's");
        }
        return verifier;
    }

    public String name() {
        return name;
    }

    public String text() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder().encodeToString(typed());
    }

    byte[] id() {
        var digest = Hash.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed());
        return Arrays.copyOf(digest, ID_LENGTH);
    }

    private byte[] typed() {
        var typed = new byte[key.length + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }

    boolean verifies(byte[] text, byte[] signature) {
        var before = last;
        if (before != null && before.is(text, signature)) return true;
        if (!isSigned(text, signature)) return false;
        last = new Good(text.clone(), signature.clone());
        return true;
    }

    private boolean isSigned(byte[] text, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey());
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException unusable) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        var encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + key.length);
        System.arraycopy(key, 0, encoded, X509_PREFIX.length, key.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
