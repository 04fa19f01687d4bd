package org.goufu.purchase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in the course of a purchase that waits for the caller.
 *
 * @param lotId null when it is about the whole purchase
 * @param title of the lot or the purchase
 * @param since when it can be done
 * @param until when it can be done no longer, null when it waits for ever
 */
public record Work(
        Matter matter,
        @Nullable UUID lotId,
        UUID purchaseId,
        String title,
        Instant since,
        @Nullable Instant until) {

    /** What is to be done. */
    public enum Matter {
        REVIEW_PURCHASE,
        PUBLISH_TERMINATION,
        PUBLISH_RESULT,
        /** The officer's: it was given back. */
        MEND_RESULT,
        BEGIN_OPENING,
        OPEN_PRICES,
        GIVE_SHARES,
        LOOK_AT_SEAL,
        MEND_BID,
        ENROL_KEYS,
        REPLACE_HOLDERS,
        RESEAL,
        ANSWER_PART,
        FORM_PANEL,
        CHECK_QUALIFICATION,
        PROPOSE_AWARD,
        DECIDE_AWARD,
        TAKE_SEAT,
        CHECK_BIDS,
        SCORE_BIDS,
        JUDGE_PRICES,
        EXPLAIN_PRICE
    }
}
