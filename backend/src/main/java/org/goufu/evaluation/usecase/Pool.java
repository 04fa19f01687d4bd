package org.goufu.evaluation.usecase;

import java.util.Collection;
import java.util.UUID;
import org.goufu.evaluation.domain.PoolMember;
import reactor.core.publisher.Flux;

/** Those who may sit on panels. */
public interface Pool {
    Flux<PoolMember> experts();

    /** Those whom a purchaser may name: its own people, and residents of any place. */
    Flux<PoolMember> representatives(UUID department);

    /** Unknown ones are left out. */
    Flux<PoolMember> find(Collection<UUID> accounts);
}
