package org.goufu.bidding;

import java.util.Collection;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Tells what groups do in the bids of their federations that were opened, and for how much. */
public interface PartsInBids {
    /**
     * A group's part in a bid.
     *
     * @param digest of exactly the text that it consented to
     * @param share of the price, in hundredths of a percent
     * @param fen its amount; null while the price is sealed, or of a bid that shows none
     */
    record PartInBid(
            UUID lot,
            UUID group,
            Named federation,
            OpenedBid.Outcome outcome,
            String digest,
            String task,
            int share,
            @Nullable Long fen) {}

    /** Of all bids of these lots that were opened, in any order; only for who may know of them. */
    Flux<PartInBid> of(Collection<UUID> lots);
}
