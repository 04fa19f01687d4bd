package org.goufu.bidding.domain.seal;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.jspecify.annotations.Nullable;

/**
 * Signatures of bidders: ECDSA over P-256 with SHA-256, as WebCrypto writes them (suite S1 of security.md 3.3).
 *
 * <p>Verified by Bouncy Castle's arithmetic of this one curve, which takes less than half of the time of the JDK's: in the last minute
 * before a deadline nothing costs a bid more.
 */
public final class EcdsaP256 {
    /** Both numbers, 32 bytes each. */
    public static final int SIGNATURE_LENGTH = 64;

    private static final ECDomainParameters P256 = new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));

    private EcdsaP256() {}

    /**
     * The public half of a key, read once for many signatures: to read a point takes as long as to verify by it.
     *
     * @param key the point on its curve
     */
    public record Verifier(ECPublicKeyParameters key) {
        /** Whether the signature was made over exactly these bytes; false also for what is no signature. */
        public boolean isSigned(byte[] message, byte[] signature) {
            if (signature.length != SIGNATURE_LENGTH) return false;
            var signer = new ECDSASigner();
            signer.init(false, key);
            return signer.verifySignature(
                    Bytes.sha256(message), number(signature, 0), number(signature, SIGNATURE_LENGTH / 2));
        }
    }

    /** Null for what is no point of the curve. */
    public static @Nullable Verifier verifier(byte[] point) {
        return Hpke.isPublicKey(point)
                ? new Verifier(new ECPublicKeyParameters(P256.getCurve().decodePoint(point), P256))
                : null;
    }

    /** Whether the signature was made over exactly these bytes; false also for what is no signature or no point. */
    public static boolean isSigned(byte[] message, byte[] signature, byte[] point) {
        var verifier = verifier(point);
        return verifier != null && verifier.isSigned(message, signature);
    }

    private static BigInteger number(byte[] signature, int from) {
        return new BigInteger(1, Arrays.copyOfRange(signature, from, from + SIGNATURE_LENGTH / 2));
    }
}
