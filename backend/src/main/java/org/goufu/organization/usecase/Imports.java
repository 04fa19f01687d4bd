package org.goufu.organization.usecase;

import java.util.UUID;
import org.goufu.organization.domain.RegistryImport;
import reactor.core.publisher.Mono;

/** Loads and saves imports; their rows are kept by {@link ImportSteps}. */
public interface Imports {

    Mono<RegistryImport> add(RegistryImport started);

    /** Fails with {@code import/not-found} rather than completing empty. */
    Mono<RegistryImport> get(UUID id);

    /** Its next step may be taken up at once. Fails with {@code http/version-stale} when somebody was first. */
    Mono<RegistryImport> save(RegistryImport next);

    /** Fails with {@code http/version-stale} when somebody was first. */
    Mono<Void> remove(RegistryImport discarded);
}
