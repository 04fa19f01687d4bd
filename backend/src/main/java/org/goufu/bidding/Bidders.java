package org.goufu.bidding;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Tells the program, and nobody else, whose bids lie in boxes. */
public interface Bidders {
    /** Bodies whose bids stand in the boxes of these lots; what is told to them must be told to others in the same words. */
    Flux<UUID> in(Collection<UUID> lots);
}
