package org.goufu.organization;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells other modules about departments. */
public interface DepartmentDirectory {
    /** Empty when there is none. */
    Mono<DepartmentView> find(UUID id);

    /** Departments whose name contains the text, for suggestions. */
    Flux<DepartmentView> named(String text, int limit);
}
