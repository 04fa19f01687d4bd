package org.goufu.organization;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells other modules about departments. */
public interface DepartmentDirectory {
    /** Empty when there is none. */
    Mono<DepartmentView> find(UUID id);

    /** Whether the caller supervises what this department buys (decision 0043); asks for the department only where one may. */
    default Mono<Boolean> supervises(Actor actor, UUID department) {
        if (!actor.is(Role.SUPERVISOR)) return Mono.just(false);
        return find(department)
                .map(found -> actor.supervises(new RegionCode(found.regionCode())))
                .defaultIfEmpty(false);
    }

    /** Departments whose name contains the text, for suggestions. */
    Flux<DepartmentView> named(String text, int limit);
}
