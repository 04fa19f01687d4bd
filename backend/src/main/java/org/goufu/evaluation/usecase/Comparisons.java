package org.goufu.evaluation.usecase;

import java.time.Instant;
import java.util.UUID;
import org.goufu.evaluation.domain.signal.Comparison;
import reactor.core.publisher.Mono;

/** Keeps what came of comparing the bids of lots. */
public interface Comparisons {
    /** @param at when it was made */
    record Kept(Comparison comparison, Instant at) {}

    /** In the place of an earlier one. */
    Mono<Void> keep(UUID lot, Comparison comparison);

    /** Empty until one was made. */
    Mono<Kept> find(UUID lot);
}
