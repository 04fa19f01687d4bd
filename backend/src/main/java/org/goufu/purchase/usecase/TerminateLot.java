package org.goufu.purchase.usecase;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.goufu.purchase.TerminationReason;
import org.goufu.purchase.domain.PurchaseProblem;
import org.goufu.purchase.domain.Termination;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a lot without a result: one person writes why, another publishes it. */
@Component
public class TerminateLot {
    private final Decisions decisions;
    private final PublishOutcome outcome;
    private final Transactions transactions;

    TerminateLot(Decisions decisions, PublishOutcome outcome, Transactions transactions) {
        this.decisions = decisions;
        this.outcome = outcome;
        this.transactions = transactions;
    }

    /** Writes it, or writes it anew. */
    public Mono<Void> prepare(Actor actor, UUID lot, @Nullable TerminationReason reason, @Nullable String explanation) {
        return transactions.write(decisions
                .hold(lot)
                .map(held -> held.ownedBy(actor.department()).undecided())
                .then(Mono.defer(() -> decisions.termination(lot)))
                .map(before -> Termination.written(lot, reason, explanation, actor, before))
                .switchIfEmpty(Mono.fromSupplier(() -> Termination.written(lot, reason, explanation, actor, null)))
                .flatMap(decisions::prepare));
    }

    /** Takes back what a person prepared. */
    public Mono<Void> drop(Actor actor, UUID lot) {
        return transactions.write(decisions
                .hold(lot)
                .map(held -> held.ownedBy(actor.department()))
                .then(prepared(lot))
                .map(Termination::dropped)
                .flatMap(dropped -> decisions.drop(lot)));
    }

    /** The id of the published notice. */
    public Mono<UUID> publish(Actor approver, UUID lot) {
        return transactions.write(decisions
                .hold(lot)
                .map(held -> held.ownedBy(approver.department()).undecided())
                .flatMap(held -> prepared(lot)
                        .map(termination -> termination.publishedBy(approver))
                        .flatMap(termination -> outcome.terminate(approver, held, termination))));
    }

    private Mono<Termination> prepared(UUID lot) {
        return Mono.defer(() -> decisions.termination(lot))
                .switchIfEmpty(Mono.error(PurchaseProblem.TERMINATION_MISSING::raise));
    }
}
