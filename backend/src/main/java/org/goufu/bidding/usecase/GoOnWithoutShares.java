package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Too few holders can be had: bidders open with the keys that they kept (security.md 3.6). Who is absent, and why, stands in the record.
 */
@Component
public class GoOnWithoutShares {
    private final Openings openings;
    private final Stages stages;
    private final Transactions transactions;

    GoOnWithoutShares(Openings openings, Stages stages, Transactions transactions) {
        this.openings = openings;
        this.stages = stages;
        this.transactions = transactions;
    }

    /** Fails with {@code opening/reason-missing}, or with {@code opening/no-shares-asked} when nobody is waited for. */
    public Mono<Void> by(Actor actor, UUID lot, String reason) {
        if (reason.isBlank()) {
            return Mono.error(
                    () -> OpeningProblem.REASON_MISSING.raise(List.of(FieldProblem.of("/reason", "absence-reason"))));
        }
        return transactions.write(openings.hold(lot)
                .filter(opening -> opening.department().equals(actor.department()))
                .switchIfEmpty(Mono.error(OpeningProblem.NOT_FOUND::raise))
                .doOnNext(Opening::openedNow)
                .then(Mono.defer(() -> stages.last(lot)))
                .filter(stage -> stage.gatheredAt() == null)
                .switchIfEmpty(Mono.error(OpeningProblem.NO_SHARES_ASKED::raise))
                .flatMap(stage -> stages.gathered(stage.id(), actor.displayName() + "：" + reason.strip())));
    }
}
