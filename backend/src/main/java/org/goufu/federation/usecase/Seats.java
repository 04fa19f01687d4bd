package org.goufu.federation.usecase;

import java.util.UUID;
import org.goufu.federation.domain.Seat;
import org.goufu.kernel.Actor;
import org.goufu.organization.FederationRecognition.Ending;
import reactor.core.publisher.Mono;

/** Keeps which federation stands for which street. */
public interface Seats {
    /** Fails with {@code federation/not-found} rather than completing empty. */
    Mono<Seat> get(UUID federationId);

    /** The same, and nobody closes it before the transaction ends. */
    Mono<Seat> hold(UUID federationId);

    /** The same, and nobody does anything with it before the transaction ends. */
    Mono<Seat> lock(UUID federationId);

    /** Fails with {@code federation/street-has-one} while another federation stands for the street; one that was closed may take the same
     * street again. */
    Mono<Seat> add(Seat seat);

    /** With who closed it, how and why. */
    Mono<Void> close(Seat seat, Actor by, Ending ending, String reason);
}
