package org.goufu.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * The result of a lot is public.
 *
 * @param bidders all whose bids were opened, the winner among them
 * @param behind whom else the bids name: groups that a federation acts for
 */
public record LotAwarded(
        UUID lotId, UUID purchaseId, String title, UUID winner, Collection<UUID> bidders, Collection<UUID> behind)
        implements DomainEvent {
    public LotAwarded {
        bidders = List.copyOf(bidders);
        behind = List.copyOf(behind);
    }
}
