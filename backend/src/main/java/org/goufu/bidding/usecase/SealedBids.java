package org.goufu.bidding.usecase;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** What the time gate must know before it gives anything away. */
public interface SealedBids {
    /** Whether the lot's box is sealed, its deadline past by the database's clock, and the envelope the one in it that counts. */
    Mono<Boolean> isToBeOpened(UUID lot, UUID envelope);
}
