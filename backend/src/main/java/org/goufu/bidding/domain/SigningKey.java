package org.goufu.bidding.domain;

import java.util.UUID;
import org.goufu.bidding.domain.seal.EcdsaP256;
import org.goufu.bidding.domain.seal.Hpke;

/**
 * A key of one person by which a body signs its bids: ECDSA over P-256 with SHA-256 (suite S1 of security.md 3.3).
 *
 * @param point the public half, uncompressed, 65 bytes
 * @param holder who made it, as shown
 */
public record SigningKey(UUID id, UUID body, UUID account, String holder, byte[] point, boolean revoked) {
    /** Fails with {@code bid/key-unreadable} for anything but a point of P-256. */
    public static SigningKey enrolled(UUID id, UUID body, UUID account, String holder, byte[] point) {
        if (!Hpke.isPublicKey(point)) throw BidProblem.KEY_UNREADABLE.raise();
        return new SigningKey(id, body, account, holder, point, false);
    }

    /** Whether the signature, two numbers of 32 bytes, was made over these bytes. */
    public boolean signed(byte[] message, byte[] signature) {
        return EcdsaP256.isSigned(message, signature, point);
    }
}
