package org.goufu.ledger;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Enters acts into the ledger. */
public interface Ledger {
    /**
     * In the caller's transaction, of which it must be the last statement: entries wait for one another until they commit.
     *
     * <p>An act that already stands in the ledger keeps its place. Acts of one call are all blinded or all open, and blinded ones all of
     * purchases or all of none. An open act names the one before it of its purchase, one of no purchase that of its subject, so that none
     * can be left out between two others: it is entered through this door alone, while blinded ones of purchases may be appended by a
     * function of the database.
     */
    Mono<Void> enter(List<Act> acts);

    /**
     * Makes blinded acts of a purchase public by an open one, which is entered first; in the caller's transaction like
     * {@link #enter}. What was revealed before stays as it is.
     */
    Mono<Void> reveal(Act by, Collection<UUID> subjects);

    /**
     * The receipt of an act, also of one that is not revealed: only for the caller who may know of it, after the transaction that
     * entered it. Fails with {@code ledger/entry-not-found}.
     */
    Mono<String> receipt(Act.Kind kind, UUID subject);

    /** Counts the acts of a kind. */
    Mono<Long> entered(Act.Kind kind);
}
