package org.goufu.bidding.usecase;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.Agreement;
import org.goufu.kernel.Actor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps who signed which agreement: a body has one seat a lot. All but the reads in the caller's transaction, after {@link
 * Consortia#hold}.
 */
public interface ConsortiumSeats {

    /** A body that signed for a lot, and whose agreement. */
    record Seat(UUID lot, UUID body, UUID lead) {}

    /** ECDSA P-256 over the bytes of the document by an enrolled key of the body. */
    record Signature(UUID key, byte[] bytes) {}

    /** These bodies' seats, none of which changes before the caller's transaction ends. */
    Flux<Seat> hold(List<UUID> lots, List<UUID> bodies);

    /** Whose agreement the body signed; empty when none. */
    Mono<UUID> find(UUID lot, UUID body);

    /** Takes the body's seat and keeps its signature; the same again changes nothing. */
    Mono<Void> sign(Agreement agreement, UUID body, Signature signature, Actor by);

    Mono<Void> refuse(Agreement agreement, UUID body, Actor by);

    /** These bodies' signatures for the lot end, whatever the version, and their seats are free. */
    Mono<Void> leave(UUID lot, UUID lead, Collection<UUID> bodies, Actor by);
}
