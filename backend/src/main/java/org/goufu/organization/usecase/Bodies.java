package org.goufu.organization.usecase;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.organization.domain.RegisteredBody;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads and saves bodies as their registrars keep them; history and version are {@link BodyHistory}'s. */
public interface Bodies {

    /** A body that could be the same one: by code, by its old certificate, or by its name in the same county. */
    record Lookalike(UUID id, String name, String creditCode, boolean sameCode, boolean sameCertificate) {}

    /** Fails with {@code organization/not-found} rather than completing empty. */
    Mono<RegisteredBody> get(UUID id);

    /** The same, and nobody else writes about it before the transaction ends. */
    Mono<RegisteredBody> lock(UUID id);

    Flux<Lookalike> lookalikes(RegisteredBody body);

    /** With version zero: its first act gives it the first one. Fails with {@code organization/credit-code-taken} when the race was lost. */
    Mono<Void> add(RegisteredBody body);

    /** The entry leaves the registry; what stood in it is kept with the body that it turned out to be. */
    Mono<Void> retire(RegisteredBody body, UUID joinedTo, Actor by);

    /** Bodies of the same name in the same county, in order of id. */
    Flux<RegisteredBody> namesakes(RegisteredBody body);

    /** Fails with {@code organization/credit-code-taken} when another body got the code meanwhile. */
    Mono<Void> save(RegisteredBody body);
}
