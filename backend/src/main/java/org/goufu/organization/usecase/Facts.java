package org.goufu.organization.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.organization.domain.RecordedFact;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps facts, which never change: they are added, withdrawn once and confirmed once. */
public interface Facts {

    /** Fails with {@code organization/fact-not-found} rather than completing empty. */
    Mono<RecordedFact> get(UUID bodyId, UUID factId);

    /** Those that were not withdrawn. */
    Flux<RecordedFact> standing(UUID bodyId);

    Mono<Void> add(Collection<RecordedFact> facts);

    /** Fails with {@code organization/fact-gone} when one of them was withdrawn before. */
    Mono<Void> withdraw(Collection<RecordedFact> facts, Actor by, Instant at, String reason);

    /** Fails with {@code organization/nothing-to-confirm} when it was confirmed or withdrawn before. */
    Mono<Void> confirm(RecordedFact fact, Actor by, Instant at);

    /** Whether a fact of the body, withdrawn or not, shows this file. */
    Mono<Boolean> refersTo(UUID bodyId, UUID evidenceId);
}
