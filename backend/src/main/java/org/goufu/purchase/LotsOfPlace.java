package org.goufu.purchase;

import java.time.Instant;
import reactor.core.publisher.Flux;

/** Finds published lots by where they belong. */
public interface LotsOfPlace {
    /** Lots published since then by departments in the region or in a place under it, the newest first: at most so many. */
    Flux<PublishedLot> publishedIn(String regionCode, Instant since, int most);
}
