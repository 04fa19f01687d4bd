package org.goufu.purchase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.jspecify.annotations.Nullable;

/**
 * A notice as search indexes it.
 *
 * @param outcome AWARDED or TERMINATED once that is so; else null, and the status follows from the deadline
 * @param body all text that a reader could search for: description, lots, requirements
 * @param version grows when its outcome changes or its deadline is put off; the text itself never does
 */
public record PublishedNotice(
        UUID id,
        String number,
        UUID purchaseId,
        NoticeType type,
        String title,
        String body,
        Named department,
        String regionCode,
        List<String> serviceRegionCodes,
        List<String> categoryCodes,
        ProcurementMethod method,
        long amountFen,
        Instant publishedAt,
        @Nullable Instant deadline,
        @Nullable NoticeStatus outcome,
        long version) {

    public PublishedNotice {
        serviceRegionCodes = List.copyOf(serviceRegionCodes);
        categoryCodes = List.copyOf(categoryCodes);
    }
}
