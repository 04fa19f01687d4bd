package org.goufu.bidding.domain.seal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one segment of one envelope at work: encrypts its chunks (STREAM with AES-256-GCM) and commits to itself.
 *
 * <p>AES-GCM alone would let a bidder make one ciphertext that opens to two contents under two keys; the commitment leaves him one key.
 */
public final class SegmentKey {
    static final int LENGTH = 32;
    static final int TAG = 16;

    private static final int NONCE = 12;
    private static final int COUNTER_AT = 7;

    private final SecretKeySpec key;
    private final byte[] aad;
    private final String commit;

    /** @param cek the key as it is shared, 32 bytes */
    SegmentKey(byte[] cek, byte[] coreHash, String segment) {
        this.key = new SecretKeySpec(derived(cek, coreHash, "goufu-seal/1 enc|" + segment), "AES");
        this.commit = Bytes.hex(derived(cek, coreHash, "goufu-seal/1 com|" + segment));
        this.aad = Bytes.joined(coreHash, Bytes.ascii(segment));
    }

    String commit() {
        return commit;
    }

    byte[] seal(int index, boolean last, byte[] content) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, index, last).doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Fails with {@link Fault#CONTENT} for a chunk of another key, place or envelope. */
    byte[] open(int index, boolean last, byte[] chunk) {
        try {
            return cipher(Cipher.DECRYPT_MODE, index, last).doFinal(chunk);
        } catch (GeneralSecurityException refused) {
            throw new SealException(Fault.CONTENT, "chunk " + index);
        }
    }

    private Cipher cipher(int mode, int index, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(NONCE)
                .position(COUNTER_AT)
                .putInt(index)
                .put((byte) (last ? 1 : 0))
                .array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(aad);
        return cipher;
    }

    private static byte[] derived(byte[] cek, byte[] coreHash, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(cek)
                            .addSalt(coreHash)
                            .thenExpand(Bytes.ascii(purpose), LENGTH));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
