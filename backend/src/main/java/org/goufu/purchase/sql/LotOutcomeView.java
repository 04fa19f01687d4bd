package org.goufu.purchase.sql;

import java.time.Instant;
import java.util.UUID;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.goufu.purchase.TerminationReason;
import org.jspecify.annotations.Nullable;

/**
 * What a lot came to.
 *
 * @param outcome AWARDED or TERMINATED; null while it came to nothing
 * @param noticeId the notice that says so
 * @param prepared a termination that waits for its publication; for the lot's own department alone
 */
public record LotOutcomeView(
        UUID lot,
        int number,
        @Nullable String title,
        @Nullable NoticeStatus outcome,
        @Nullable UUID noticeId,
        @Nullable Instant decidedAt,
        @Nullable Prepared prepared) {

    /** @param by who wrote it last; null for the platform */
    public record Prepared(
            TerminationReason reason,
            String explanation,
            @Nullable OfficialPublication officialPublication,
            @Nullable String by,
            Instant at) {}

    LotOutcomeView withoutPrepared() {
        return new LotOutcomeView(lot, number, title, outcome, noticeId, decidedAt, null);
    }
}
