package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An opened bid on its way through the evaluation.
 *
 * @param priceFen null until prices may be seen
 * @param exclusion why it does not count, else null
 */
public record Bid(
        UUID id,
        UUID body,
        String name,
        Instant acceptedAt,
        @Nullable Long priceFen,
        @Nullable Exclusion exclusion) {

    /** Where a bid fell out. */
    public enum Stage {
        /** It could not be opened. */
        OPENING,
        /** 资格审查. */
        QUALIFICATION,
        /** 符合性审查. */
        COMPLIANCE,
        /** Over the ceiling (87号令 第63条第4项). */
        CEILING,
        /** Too low, and not explained (财库〔2026〕2号). */
        LOW_PRICE
    }

    /** @param reason for the bidder itself, and for those who supervise */
    public record Exclusion(Stage stage, String reason) {}

    public boolean counts() {
        return exclusion == null;
    }

    Bid excluded(Stage stage, String reason) {
        return counts() ? new Bid(id, body, name, acceptedAt, priceFen, new Exclusion(stage, reason)) : this;
    }

    Bid priced(@Nullable Long fen) {
        return new Bid(id, body, name, acceptedAt, fen, exclusion);
    }
}
