package org.goufu.purchase.sql;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/** A notice in a list. */
public record NoticeHit(
        UUID id,
        String number,
        UUID purchaseId,
        NoticeType type,
        String title,
        Named department,
        Coded region,
        List<Coded> categories,
        ProcurementMethod method,
        long amountFen,
        Instant publishedAt,
        @Nullable Instant deadline,
        NoticeStatus status,
        Highlights highlights) {

    /** Where the asked words stand; in lists that asked for none, nothing is marked. */
    public record Highlights(@Nullable String title, List<String> body) {}
}
