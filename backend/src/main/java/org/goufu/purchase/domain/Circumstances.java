package org.goufu.purchase.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.goufu.purchase.BidPlace;
import org.goufu.reference.WorkCalendar;

/**
 * What the rules need to know besides the draft.
 *
 * @param now by the business clock
 * @param bids where its bids are given
 * @param failed lots of the buyer that ended for too few bids, of those that the draft repeats
 */
public record Circumstances(
        Instant now,
        WorkCalendar calendar,
        Limits limits,
        BidPlace bids,
        PublicationMedia media,
        Map<UUID, FailedLot> failed) {
    public Circumstances {
        failed = Map.copyOf(failed);
    }

    /**
     * The amounts of the buyer's region today.
     *
     * @param purchaseFen 采购限额标准; from this amount on a statutory method is needed
     * @param openTenderFen 公开招标数额标准; from this amount on any other needs an approval
     */
    public record Limits(long purchaseFen, long openTenderFen) {}
}
