package org.goufu.bidding;

import reactor.core.publisher.Mono;

/** For calls that were published before anybody here could hear of it: loaded with a demo, or older than bidding. */
public interface MissingBoxes {
    /** Makes the box of every lot that is open and whose bids are given here; answers of how many. Those that have one keep it. */
    Mono<Long> make();
}
