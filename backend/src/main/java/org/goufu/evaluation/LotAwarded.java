package org.goufu.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * The result of a lot is public.
 *
 * @param winners whose bid won: the winner and, of a consortium, its other members
 * @param bidders all whose bids were opened, alone or with others, the winners among them
 * @param behind whom else the bids name: groups that a federation acts for
 */
public record LotAwarded(
        UUID lotId,
        UUID purchaseId,
        String title,
        UUID winner,
        Collection<UUID> winners,
        Collection<UUID> bidders,
        Collection<UUID> behind)
        implements DomainEvent {
    /** News of before there were consortia names the winner alone. */
    public LotAwarded(
            UUID lotId,
            UUID purchaseId,
            String title,
            UUID winner,
            @Nullable Collection<UUID> winners,
            Collection<UUID> bidders,
            Collection<UUID> behind) {
        this.lotId = lotId;
        this.purchaseId = purchaseId;
        this.title = title;
        this.winner = winner;
        this.winners = winners == null ? List.of(winner) : List.copyOf(winners);
        this.bidders = List.copyOf(bidders);
        this.behind = List.copyOf(behind);
    }
}
