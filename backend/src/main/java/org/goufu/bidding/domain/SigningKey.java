package org.goufu.bidding.domain;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A key of one person by which a body signs its bids: ECDSA over P-256 with SHA-256 (suite S1 of security.md 3.3).
 *
 * @param point the public half, uncompressed, 65 bytes
 * @param holder who made it, as shown
 */
public record SigningKey(UUID id, UUID body, UUID account, String holder, byte[] point, boolean revoked) {
    private static final int POINT_LENGTH = 65;
    /** What stands before a point of P-256 in a SubjectPublicKeyInfo (RFC 5480). */
    private static final byte[] PREFIX =
            HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

    /** Fails with {@code bid/key-unreadable} for anything but a point of P-256. */
    public static SigningKey enrolled(UUID id, UUID body, UUID account, String holder, byte[] point) {
        var key = new SigningKey(id, body, account, holder, point, false);
        try {
            key.read();
            return key;
        } catch (GeneralSecurityException unreadable) {
            throw BidProblem.KEY_UNREADABLE.raise();
        }
    }

    /** Whether the signature, two numbers of 32 bytes, was made over these bytes. */
    public boolean signed(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(read());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    private PublicKey read() throws GeneralSecurityException {
        var encoded =
                ByteBuffer.allocate(PREFIX.length + point.length).put(PREFIX).put(point);
        if (point.length != POINT_LENGTH) throw new GeneralSecurityException("not a point of P-256");
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded.array()));
    }
}
