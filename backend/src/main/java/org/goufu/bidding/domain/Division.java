package org.goufu.bidding.domain;

import java.util.List;
import java.util.UUID;

/**
 * How the price of a bid is divided among those who carry it out, in hundredths of a percent that sum to the whole.
 *
 * @param hash of the document that they agreed to
 * @param ownShare of the bidder itself
 * @param fee that it keeps for managing
 * @param bodies the others, in order
 * @param shares theirs
 */
public record Division(String hash, int ownShare, int fee, List<UUID> bodies, List<Integer> shares) {
    public Division {
        bodies = List.copyOf(bodies);
        shares = List.copyOf(shares);
    }
}
