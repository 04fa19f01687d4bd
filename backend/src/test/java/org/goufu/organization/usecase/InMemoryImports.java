package org.goufu.organization.usecase;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.goufu.organization.domain.ImportProblem;
import org.goufu.organization.domain.RegistryImport;
import org.goufu.platform.http.HttpProblem;
import reactor.core.publisher.Mono;

/** Imports in a map. */
final class InMemoryImports implements Imports {
    private final Map<UUID, RegistryImport> kept = new HashMap<>();

    @Override
    public Mono<RegistryImport> add(RegistryImport started) {
        return Mono.fromSupplier(() -> {
            kept.put(started.id(), started);
            return started;
        });
    }

    @Override
    public Mono<RegistryImport> get(UUID id) {
        return Mono.fromSupplier(() -> kept.get(id)).switchIfEmpty(Mono.error(ImportProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<RegistryImport> save(RegistryImport next) {
        return unchanged(next).map(ignored -> {
            kept.put(next.id(), ImportFixtures.version(next, next.version() + 1));
            return next;
        });
    }

    @Override
    public Mono<Void> remove(RegistryImport discarded) {
        return unchanged(discarded).doOnNext(found -> kept.remove(found.id())).then();
    }

    private Mono<RegistryImport> unchanged(RegistryImport one) {
        return Mono.fromSupplier(() -> kept.get(one.id()))
                .filter(found -> found.version() == one.version())
                .switchIfEmpty(Mono.error(HttpProblem.VERSION_STALE::raise));
    }
}
