package org.goufu.ledger.domain;

import java.util.List;

/**
 * What of boxes and awards was derived again, beyond the notices.
 *
 * @param elsewhere titles of lots whose bids were given on the statutory medium: of them there are only notices
 */
public record Rederived(List<Box> boxes, List<Bid> bids, List<Award> awards, List<String> elsewhere) {
    public Rederived {
        boxes = List.copyOf(boxes);
        bids = List.copyOf(bids);
        awards = List.copyOf(awards);
        elsewhere = List.copyOf(elsewhere);
    }

    /**
     * A box that was sealed.
     *
     * @param events bids that were given, replaced and taken back
     * @param bids those that counted when it was sealed
     */
    public record Box(String lot, int events, int bids) {}

    /** A bid whose price was read out, and is the one that was sealed. */
    public record Bid(String bidder, long totalFen) {}

    /**
     * An award as it follows from draw, sheets and prices.
     *
     * @param named as the result names the bidder, and its notice must
     * @param candidates from whom the panel was drawn
     * @param sheets that count; none where the lowest price wins
     * @param ranked bids that were ranked
     * @param total in hundredths of a point
     */
    public record Award(
            String lot,
            String bidder,
            String named,
            long priceFen,
            int candidates,
            int sheets,
            int ranked,
            boolean scored,
            long total) {}
}
