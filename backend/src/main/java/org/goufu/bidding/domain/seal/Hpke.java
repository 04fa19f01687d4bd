package org.goufu.bidding.domain.seal;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hpke.HPKE;

/** Public-key encryption to one holder: RFC 9180, base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
public final class Hpke {
    /** An uncompressed point. */
    public static final int PUBLIC_LENGTH = 65;

    static final int PRIVATE_LENGTH = 32;

    private static final X9ECParameters P256 = CustomNamedCurves.getByName("secp256r1");

    private Hpke() {}

    /** @param enc the sender's key of this once */
    public record Box(byte[] enc, byte[] ciphertext) {}

    public static Box seal(byte[] publicKey, byte[] info, byte[] aad, byte[] content) {
        try {
            var suite = suite();
            var sealed = suite.seal(suite.deserializePublicKey(publicKey), info, aad, content, null, null, null);
            return new Box(sealed[1], sealed[0]);
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Fails with {@link Fault#SHARE} when it was not sealed to this key, for this purpose. */
    public static byte[] open(KeyPair keys, byte[] info, byte[] aad, Box box) {
        try {
            var suite = suite();
            return suite.open(
                    box.enc(),
                    suite.deserializePrivateKey(keys.privateKey(), keys.publicKey()),
                    info,
                    aad,
                    box.ciphertext(),
                    null,
                    null,
                    null);
        } catch (InvalidCipherTextException | RuntimeException refused) {
            throw new SealException(Fault.SHARE, "not sealed to this key for this purpose");
        }
    }

    /** Whether these bytes are a point of the curve, other than the one at infinity. */
    public static boolean isPublicKey(byte[] bytes) {
        if (bytes.length != PUBLIC_LENGTH || bytes[0] != 4) return false;
        try {
            return !P256.getCurve().decodePoint(bytes).isInfinity();
        } catch (IllegalArgumentException notOnTheCurve) {
            return false;
        }
    }

    /** The point that belongs to a private key. */
    static byte[] publicKeyOf(byte[] privateKey) {
        return P256.getG().multiply(new BigInteger(1, privateKey)).normalize().getEncoded(false);
    }

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }
}
