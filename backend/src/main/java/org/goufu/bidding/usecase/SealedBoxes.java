package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells what lies in boxes once they are sealed. */
public interface SealedBoxes {

    /** @param sealedAt null until the box is sealed */
    record BoxOfLot(
            UUID lot,
            UUID purchase,
            Instant deadline,
            @Nullable Instant sealedAt) {}

    /** A bid that counts, as it lies in a sealed box. */
    record Lying(UUID envelope, UUID body, Instant acceptedAt, byte[] manifest) {}

    /** Empty when no bids are given for the lot here. */
    Mono<BoxOfLot> box(UUID lot);

    /** The bids that count, in the order of their acceptance; of a sealed box only. */
    Flux<Lying> lying(UUID lot);
}
