package org.goufu.ledger.domain;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** ECDSA over P-256 with SHA-256, by which bodies sign; with what every JDK has. */
final class P256 {
    private static final int POINT = 65;
    private static final int HALF = 32;

    private P256() {}

    /**
     * @param point uncompressed
     * @param signature two numbers of 32 bytes
     */
    static boolean isSigned(byte[] message, byte[] signature, byte[] point) {
        if (point.length != POINT || point[0] != 4) return false;
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key(point));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    private static PublicKey key(byte[] point) throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + HALF));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + HALF, POINT));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve.getParameterSpec(ECParameterSpec.class)));
    }
}
