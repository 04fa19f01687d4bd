package org.goufu.bidding.domain.seal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Wraps what was opened before it is written down: AES-256-GCM under a key that is derived from the platform's own (RFC 5869). */
public final class Wrap {
    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final RandomGenerator random;

    public Wrap(KeyPair platform, RandomGenerator random) {
        try {
            this.key = new SecretKeySpec(
                    KDF.getInstance("HKDF-SHA256")
                            .deriveData(HKDFParameterSpec.ofExtract()
                                    .addIKM(platform.privateKey())
                                    .thenExpand(Bytes.ascii("goufu-wrap/1"), SegmentKey.LENGTH)),
                    "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        this.random = random;
    }

    /** @param place where it is kept: it cannot be moved to another */
    public byte[] wrapped(String place, byte[] content) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            return Bytes.joined(nonce, cipher(Cipher.ENCRYPT_MODE, place, nonce).doFinal(content));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Fails with {@link Fault#CONTENT} for what was wrapped under another key or for another place. */
    public byte[] unwrapped(String place, byte[] wrapped) {
        try {
            var nonce = Arrays.copyOf(wrapped, NONCE);
            return cipher(Cipher.DECRYPT_MODE, place, nonce).doFinal(wrapped, NONCE, wrapped.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            throw new SealException(Fault.CONTENT, place);
        }
    }

    private Cipher cipher(int mode, String place, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(SegmentKey.TAG * Byte.SIZE, nonce));
        cipher.updateAAD(Bytes.ascii(place));
        return cipher;
    }
}
