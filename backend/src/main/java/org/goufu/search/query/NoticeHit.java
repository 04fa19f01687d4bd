package org.goufu.search.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/**
 * A notice as every list shows it.
 *
 * @param status at the moment of asking
 */
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
    /**
     * Where the words stand, as HTML with {@code <em>} around them and everything else escaped.
     *
     * @param title null when no word stands in it
     */
    public record Highlights(@Nullable String title, List<String> body) {}
}
