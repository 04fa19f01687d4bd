package org.goufu.evaluation.usecase;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Keeps which bidders let the time pass in which they could explain their prices. */
public interface Unexplained {

    /** A price that nobody explained until its bidder's time was over. */
    record Price(UUID lot, UUID bid, Instant askedAt) {}

    /** Those that were not found before; the same are not found again once the caller's transaction stands. */
    Flux<Price> found();
}
