package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.RehearsalDue;
import org.goufu.purchase.PublishedLot;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the exact bytes to which a lot's bids are sealed. */
public interface Keysets {
    /** Empty while there is none. */
    Mono<byte[]> find(UUID lotId);

    /** The one that stands, when another was first. */
    Mono<byte[]> freeze(PublishedLot lot, byte[] document, List<String> kids);

    /**
     * Lots that close within three days and of which somebody in the department has not rehearsed for a month; each lot is answered once,
     * for it counts as told from then on.
     */
    Flux<RehearsalDue> due();
}
