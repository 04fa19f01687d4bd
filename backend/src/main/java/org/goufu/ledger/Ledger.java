package org.goufu.ledger;

import java.util.List;
import reactor.core.publisher.Mono;

/** Enters acts into the ledger. */
public interface Ledger {
    /**
     * In the caller's transaction, of which it must be the last statement: entries wait for one another until they commit.
     *
     * <p>An act that already stands in the ledger keeps its place.
     */
    Mono<Void> enter(List<Act> acts);

    /** Counts the acts of a kind. */
    Mono<Long> entered(Act.Kind kind);
}
