package org.goufu.search;

import reactor.core.publisher.Mono;

/** Rebuilds the indices from PostgreSQL while searches go on. */
public interface IndexRebuild {
    /** Told from time to time, from any thread. */
    @FunctionalInterface
    interface Progress {
        void report(long done, long total);
    }

    /**
     * Completes when searches ask the rebuilt indices.
     *
     * <p>Fails with {@code search/rebuild-running} while another rebuild runs, and with {@code search/unavailable}.
     */
    Mono<Void> all(Progress progress);
}
