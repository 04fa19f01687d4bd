package org.goufu.evaluation.usecase;

import java.util.UUID;
import org.goufu.evaluation.domain.PoolChange;
import org.goufu.evaluation.domain.PoolEntry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads and saves whole entries of the pool, each change with its act. */
public interface PoolEntries {
    Mono<String> nextNumber();

    /** Fails with {@code pool/not-found}. */
    Mono<PoolEntry> hold(UUID account);

    /** Others of the same telephone, or of the same name and employer; some of them. */
    Flux<PoolEntry> alike(PoolEntry entry);

    Mono<Void> add(PoolEntry entry, PoolChange change);

    /** The next version. */
    Mono<Void> save(PoolEntry entry, PoolChange change);
}
