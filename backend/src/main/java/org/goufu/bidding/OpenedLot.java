package org.goufu.bidding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A lot whose bids were opened, as far as they were.
 *
 * @param openedAt when this stage was
 * @param bids in the order in which they were accepted, those that failed among them
 */
public record OpenedLot(UUID lot, UUID purchase, UUID notice, Stage stage, Instant openedAt, List<OpenedBid> bids) {

    /** How far the opening has come. */
    public enum Stage {
        /** All but the prices, where the notice says that technical parts come first. */
        TECHNICAL,
        ALL
    }

    public OpenedLot {
        bids = List.copyOf(bids);
    }
}
