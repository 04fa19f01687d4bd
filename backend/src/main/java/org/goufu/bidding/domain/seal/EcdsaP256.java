package org.goufu.bidding.domain.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Signatures of bidders: ECDSA over P-256 with SHA-256, as WebCrypto writes them (suite S1 of security.md 3.3). */
public final class EcdsaP256 {
    /** Both numbers, 32 bytes each. */
    public static final int SIGNATURE_LENGTH = 64;

    /** What stands before a point of P-256 in a SubjectPublicKeyInfo (RFC 5480). */
    private static final byte[] PREFIX =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

    private EcdsaP256() {}

    /** Whether the signature was made over exactly these bytes; false also for what is no signature or no point. */
    public static boolean isSigned(byte[] message, byte[] signature, byte[] point) {
        if (signature.length != SIGNATURE_LENGTH || !Hpke.isPublicKey(point)) return false;
        try {
            var key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(Bytes.joined(PREFIX, point)));
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }
}
