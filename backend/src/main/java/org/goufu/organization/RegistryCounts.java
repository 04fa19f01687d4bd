package org.goufu.organization;

import reactor.core.publisher.Mono;

/** Counts the bodies of the registry for public figures. */
public interface RegistryCounts {

    /**
     * How many there are.
     *
     * @param organizations registered legal persons, federations apart
     */
    record Counts(long organizations, long filedGroups, long federations) {}

    Mono<Counts> count();
}
