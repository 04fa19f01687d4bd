package org.goufu.opendata;

import reactor.core.publisher.Mono;

/** Counts the whole registry anew while pages go on reading. */
public interface IndicatorRecount {
    /** Told from time to time, from any thread. */
    @FunctionalInterface
    interface Progress {
        void report(long bodies);
    }

    /** Completes with how many bodies stood otherwise than was known, when pages read the new counts. */
    Mono<Long> all(Progress progress);
}
