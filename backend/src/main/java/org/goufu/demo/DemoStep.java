package org.goufu.demo;

import reactor.core.publisher.Mono;

/** One part of the demo province: 100 registry, 200 accounts, then purchases, index and matches in this order. */
public interface DemoStep {
    int order();

    /** A stable name: it stands in the table of steps that are done. */
    String name();

    /**
     * Loads the part whole.
     *
     * <p>An earlier start may have died half-way, so a step first empties what it owns, or writes in one transaction.
     */
    Mono<Void> load(DemoPlan plan, Progress progress);
}
