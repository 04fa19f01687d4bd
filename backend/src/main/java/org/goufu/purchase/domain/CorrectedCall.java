package org.goufu.purchase.domain;

import java.util.UUID;
import org.goufu.purchase.NoticeContent;

/**
 * A published call at the moment at which it is corrected.
 *
 * @param notice the call itself, however often it was corrected
 * @param content as the department last published it
 * @param text of the call or of its last correction
 * @param digest of that text, in hexadecimal digits
 * @param corrections so many before this one
 * @param open whether bids can still be given, and nothing came of it yet
 */
public record CorrectedCall(
        UUID purchase,
        UUID department,
        UUID notice,
        Content content,
        NoticeContent text,
        String digest,
        int corrections,
        boolean open) {

    /** Fails with {@code purchase/not-found} for another department. */
    public CorrectedCall ownedBy(UUID other) {
        if (!department.equals(other)) throw PurchaseProblem.NOT_FOUND.raise();
        return this;
    }

    /**
     * Fails with {@code purchase/correction-too-late}: after the deadline what was called for is answered, and nobody could answer
     * anything else any more.
     */
    public CorrectedCall correctable() {
        if (!open) throw PurchaseProblem.CORRECTION_TOO_LATE.raise();
        return this;
    }
}
