package org.goufu.purchase.usecase;

import java.util.UUID;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.TerminationReason;
import org.goufu.purchase.domain.DecidingLot;
import org.goufu.purchase.domain.Termination;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What lots come to, and the terminations that wait for a second person. */
public interface Decisions {
    /** The lot as it stands, which nobody else decides before the transaction ends; fails with {@code purchase/lot-not-found}. */
    Mono<DecidingLot> hold(UUID lot);

    /** The lot as it stands; fails with {@code purchase/lot-not-found}. */
    Mono<DecidingLot> find(UUID lot);

    /** @param reason of a termination, else null */
    record Outcome(NoticeStatus status, @Nullable TerminationReason reason) {}

    /** Keeps the notice and what the lot came to; the purchase and its notice follow with their last lot, and no result of a portal waits any more. */
    Mono<Void> decide(DecidingLot lot, Outcome outcome, NewNotice notice, Purchases.Act act);

    /** Empty when none is prepared. */
    Mono<Termination> termination(UUID lot);

    Mono<Void> prepare(Termination termination);

    /** Does nothing when there is none. */
    Mono<Void> drop(UUID lot);
}
