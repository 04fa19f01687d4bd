package org.goufu.purchase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.jspecify.annotations.Nullable;

/**
 * A lot as published: everything that matching needs to judge it and a feed needs to show it.
 *
 * @param number 1 for the first lot of its purchase
 * @param noticeId the procurement notice that published it
 * @param deadline when bids close, null for a lot whose bids are not given by deadline
 * @param open whether bids could still be given at the moment of the read, by the business clock
 */
public record PublishedLot(
        UUID id,
        int number,
        UUID purchaseId,
        UUID noticeId,
        String noticeTitle,
        String title,
        Named department,
        String regionCode,
        String categoryCode,
        List<String> serviceRegionCodes,
        long budgetFen,
        ProcurementMethod method,
        List<Requirement> requirements,
        Instant publishedAt,
        @Nullable Instant deadline,
        boolean open,
        long version) {

    public PublishedLot {
        serviceRegionCodes = List.copyOf(serviceRegionCodes);
        requirements = List.copyOf(requirements);
    }
}
