package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.Opening;
import org.goufu.organization.BodyKind;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps openings. */
public interface Openings {

    /** A bid of a sealed box, with what the registry and the envelope say of it. */
    record NewBid(
            UUID envelope,
            UUID body,
            String name,
            BodyKind kind,
            List<UUID> actingFor,
            String rosterHash,
            String keysetHash,
            Instant acceptedAt) {
        public NewBid {
            actingFor = List.copyOf(actingFor);
        }
    }

    /** Fails with {@code opening/already-begun}. */
    Mono<Void> begin(Opening opening, List<NewBid> bids);

    /** Fails with {@code opening/not-begun}. */
    Mono<Opening> get(UUID lot);

    /** The same, and nobody else changes it before the caller's transaction ends. */
    Mono<Opening> hold(UUID lot);

    /** Fails with {@code opening/changed-meanwhile}. */
    Mono<Opening> save(Opening opening);

    /** Of a lot that was terminated nothing more is opened, nor taken in; once or again, and also before anything began. */
    Mono<Void> end(UUID lot);

    /** Whose bidders have all looked at the seal, or had the time to. */
    Flux<UUID> checked();
}
