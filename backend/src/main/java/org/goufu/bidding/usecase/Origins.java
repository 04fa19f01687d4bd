package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Keeps from where bodies last gave their bids, as marks from which nothing can be read. */
public interface Origins {
    record Origin(UUID lot, UUID body, byte[] mark) {}

    /** In the place of earlier ones. One statement; fails when one body stands in it twice for a lot. */
    Mono<Void> keep(List<Origin> origins);
}
