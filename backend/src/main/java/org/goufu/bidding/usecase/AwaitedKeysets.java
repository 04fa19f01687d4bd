package org.goufu.bidding.usecase;

import java.util.UUID;
import org.goufu.kernel.RegionCode;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Knows the lots that were published while people lacked keys, so that nobody can bid on them yet. */
public interface AwaitedKeysets {
    /** @param supervised the department's region where a supervisor's key is among those that are missing, else null */
    Mono<Void> await(UUID lotId, UUID department, @Nullable RegionCode supervised);

    /** Those that still wait and on which bids could be given, the most urgent first. */
    Flux<UUID> awaited();
}
