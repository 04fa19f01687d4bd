package org.goufu.organization.usecase;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Keeps where a body wants to be told of lots. */
public interface TellPlaces {

    /** The places, or the body's county when it never chose, with the body's version. */
    record Chosen(List<String> places, long version) {
        public Chosen {
            places = List.copyOf(places);
        }
    }

    /** Fails with {@code organization/not-found} rather than completing empty. */
    Mono<Chosen> get(UUID bodyId);

    /** Replaces them; no place at all means the county again. Fails with {@code http/version-stale} when the body changed meanwhile. */
    Mono<Void> replace(UUID bodyId, List<String> places, long version);
}
