package org.goufu.purchase.usecase;

import java.util.UUID;
import org.goufu.purchase.domain.CorrectedCall;
import org.goufu.purchase.domain.Correction;
import org.goufu.purchase.usecase.Purchases.Act;
import reactor.core.publisher.Mono;

/** Keeps corrections that wait for a second person, and publishes them. */
public interface Corrections {

    /** The call of a purchase as it stands; fails with {@code purchase/not-found} where none was published. */
    Mono<CorrectedCall> call(UUID purchase);

    /** The same, which no bid, outcome or other correction touches before the transaction ends. */
    Mono<CorrectedCall> hold(UUID purchase);

    /** Empty when none is prepared. */
    Mono<Correction> prepared(UUID purchase);

    Mono<Void> prepare(Correction correction);

    /** Does nothing when there is none. */
    Mono<Void> drop(UUID purchase);

    /** Keeps the notice, and what the purchase says from then on; the prepared correction is gone. The call must be held. */
    Mono<Void> publish(CorrectedCall call, Correction correction, NewNotice notice, Act act);
}
