package org.goufu.purchase;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Says publicly what a lot has come to. */
public interface Outcomes {
    /**
     * Publishes the result (N05, below the purchase limit P02) in the caller's transaction: notice, state, news, entry in the ledger.
     *
     * <p>Fails with {@code purchase/not-found} for another department's lot, with {@code purchase/lot-decided} when it already came to
     * something, with {@code purchase/lot-open} while bids can still be given, with {@code purchase/result-unreferenced} where the statutory
     * medium must have published it first and that is not shown.
     *
     * @param official of a call above the purchase limit: where the statutory medium published the result (product.md 12)
     * @return the notice's id
     */
    Mono<UUID> award(Actor by, Award award, @Nullable OfficialPublication official);

    /**
     * Prepares the termination (N07) of a lot, which a person of the department then publishes; in the caller's transaction. What was found
     * before stays as it is, what a person prepared gives way, and of a lot that has come to something nothing follows.
     */
    Mono<Void> prepareTermination(UUID lot, TerminationReason reason, String explanation);

    /** Whether the lot came to something; if it did not, nobody decides it before the caller's transaction ends. */
    Mono<Boolean> isDecided(UUID lot);
}
