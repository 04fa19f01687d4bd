package org.goufu.matching.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.matching.Eligibility;
import org.jspecify.annotations.Nullable;

/**
 * An open lot in a body's feed.
 *
 * @param through the federation that would sign, for a group
 * @param score 0 to 100
 * @param missing the one thing that stands in the way of a near miss
 * @param action how that is mended and whether there is still time, for a near miss
 */
record FeedItem(
        UUID lotId,
        UUID noticeId,
        UUID purchaseId,
        String lotTitle,
        String title,
        Named department,
        Coded region,
        Coded category,
        long budgetFen,
        @Nullable Instant deadline,
        Instant publishedAt,
        Eligibility eligibility,
        @Nullable Named through,
        List<ContributorView> members,
        int score,
        List<String> reasons,
        boolean nearMiss,
        @Nullable String missing,
        @Nullable ActionView action) {}
