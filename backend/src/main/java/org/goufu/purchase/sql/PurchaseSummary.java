package org.goufu.purchase.sql;

import java.time.Instant;
import java.util.UUID;
import org.goufu.purchase.domain.PurchaseState;
import org.jspecify.annotations.Nullable;

/** A purchase in its department's list. */
public record PurchaseSummary(
        UUID id,
        @Nullable String number,
        @Nullable String title,
        PurchaseState state,
        long budgetFen,
        Instant updatedAt,
        String updatedBy,
        @Nullable Instant bidDeadline,
        @Nullable UUID noticeId,
        Findings findings) {

    /** How many rules were broken when it was last saved. */
    public record Findings(int errors, int warnings) {}
}
