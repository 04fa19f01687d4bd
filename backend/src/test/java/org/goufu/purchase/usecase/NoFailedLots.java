package org.goufu.purchase.usecase;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.goufu.purchase.domain.FailedLot;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every lot found enough bids. */
final class NoFailedLots implements FailedLots {
    @Override
    public Mono<Map<UUID, FailedLot>> among(Collection<UUID> lots, UUID department) {
        return Mono.just(Map.of());
    }

    @Override
    public Flux<UUID> terminated(UUID purchase) {
        return Flux.empty();
    }
}
