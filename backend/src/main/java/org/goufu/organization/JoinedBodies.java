package org.goufu.organization;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Tells under which id an entry goes on that turned out to be a filed group's own registration. */
public interface JoinedBodies {

    /** The body that it was joined with; empty for every other id. */
    Mono<UUID> nowUnder(UUID id);
}
