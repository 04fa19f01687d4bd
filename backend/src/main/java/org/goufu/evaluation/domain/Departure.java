package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody leaves a seat.
 *
 * @param id under which it is entered into the ledger
 * @param ground null when it is the purchaser's word, who releases somebody that does not do his or her part
 * @param sheet what was written in the seat so far
 */
public record Departure(UUID id, @Nullable Ground ground, String reason, Sheet sheet, Instant at) {

    /** What the person says of it. */
    public enum Ground {
        /** A relation to a bidder (实施条例 第9条; C05). */
        RELATED,
        /** Ill, or kept away by something else. */
        UNABLE
    }

    boolean own() {
        return ground != null;
    }
}
