package org.goufu.bidding.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.goufu.bidding.domain.seal.Bytes;
import org.goufu.bidding.domain.seal.Hpke;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Ids;

/**
 * A dummy envelope, sealed to one key: who opens it has the secret half.
 *
 * @param answer SHA-256 of what is in it; the content itself is forgotten
 */
public record Challenge(UUID id, UUID keyId, Purpose purpose, Hpke.Box box, byte[] answer) {
    private static final int LENGTH = 32;

    /** For what it is opened. */
    public enum Purpose {
        PROOF,
        REHEARSAL
    }

    public static Challenge to(HolderKey key, RandomGenerator random) {
        var id = Ids.next();
        var purpose = key.asked();
        var secret = new byte[LENGTH];
        random.nextBytes(secret);
        var box = Hpke.seal(key.publicKey(), info(id), key.kid().getBytes(StandardCharsets.US_ASCII), secret);
        return new Challenge(id, key.id(), purpose, box, Bytes.sha256(secret));
    }

    /** Fails with {@code holder/answer-wrong}. */
    public void mustBeAnsweredBy(byte[] opened) {
        if (!MessageDigest.isEqual(answer, Bytes.sha256(opened))) {
            throw HolderProblem.ANSWER_WRONG.raise(List.of(FieldProblem.of("/answer", "not-what-is-in-it")));
        }
    }

    private static byte[] info(UUID id) {
        return ("goufu-seal/1 test|" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
