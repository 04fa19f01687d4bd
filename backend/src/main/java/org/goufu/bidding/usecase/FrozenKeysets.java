package org.goufu.bidding.usecase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts and lists the documents that were the first of their lots. */
public interface FrozenKeysets {
    record Frozen(UUID lot, UUID purchase, byte[] document) {}

    Mono<Long> frozen();

    /** In the order of the lots, behind one of them, or from the beginning. */
    Flux<Frozen> frozenAfter(@Nullable UUID lot, int size);
}
