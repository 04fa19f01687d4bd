package org.goufu.purchase;

import org.jspecify.annotations.Nullable;

/**
 * Whether the bids for a call are given on this platform, and why (product.md 12, decision 39).
 *
 * @param document of a region that was designated, the number of the document that says so
 */
public record BidPlace(
        boolean here, Reason reason, @Nullable String document) {
    public static final BidPlace BELOW_LIMIT = new BidPlace(true, Reason.BELOW_LIMIT, null);
    public static final BidPlace NOT_DESIGNATED = new BidPlace(false, Reason.NOT_DESIGNATED, null);

    /** Why there. */
    public enum Reason {
        /** Below the purchase limit Goufu is native. */
        BELOW_LIMIT,
        /** The region's finance department has designated the platform. */
        DESIGNATED,
        /** It has not: bids are given on the statutory portal. */
        NOT_DESIGNATED,
        /** It has, but the platform cannot run the method's procedure whole: rounds of talks, final offers, invitations. */
        NOT_RUN_WHOLE
    }
}
