package org.goufu.bidding;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.UUID;

/** Who stands behind an opened bid and is told what becomes of it: the bidder, and the groups that it acts for. */
public final class BehindBid {
    private BehindBid() {}

    public static SequencedSet<UUID> of(UUID bidder, Collection<UUID> actingFor) {
        var all = new LinkedHashSet<>(List.of(bidder));
        all.addAll(actingFor);
        return all;
    }
}
