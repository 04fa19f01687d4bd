package org.goufu.organization;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells other modules about the bodies of the registry. */
public interface OrganizationDirectory {
    /** Empty when there is none. */
    Mono<BodyProfile> find(UUID id);

    /** In any order; unknown ids are left out. One statement. */
    Flux<BodyProfile> findAll(Collection<UUID> ids);

    /** All bodies in order of id, for a rebuild: at most {@code size} after the given one. */
    Flux<BodyProfile> after(@Nullable UUID id, int size);
}
