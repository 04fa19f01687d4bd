package org.goufu.purchase.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.goufu.reference.WorkCalendar;

/**
 * What the rules need to know besides the draft.
 *
 * @param now by the business clock
 * @param purchaseLimitFen 采购限额标准 at the buyer's region today; from this amount on a statutory method is needed
 * @param failed lots of the buyer that ended for too few bids, of those that the draft repeats
 */
public record Circumstances(Instant now, WorkCalendar calendar, long purchaseLimitFen, Map<UUID, FailedLot> failed) {
    public Circumstances {
        failed = Map.copyOf(failed);
    }
}
