package org.goufu.evaluation.usecase;

import java.util.List;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.LotTerminated;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears that a lot was terminated: its evaluation ends where it is. */
@Component
class EndEvaluations implements EventHandler<LotTerminated> {
    private final Evaluations evaluations;
    private final Settle settle;
    private final Transactions transactions;

    EndEvaluations(Evaluations evaluations, Settle settle, Transactions transactions) {
        this.evaluations = evaluations;
        this.settle = settle;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "evaluation.terminated";
    }

    @Override
    public Class<LotTerminated> type() {
        return LotTerminated.class;
    }

    @Override
    public Mono<Void> handle(List<LotTerminated> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> evaluations.find(event.lotId()))
                .concatMap(found -> transactions.write(end(found)))
                .then();
    }

    private Mono<Evaluation> end(Evaluation found) {
        return evaluations
                .hold(found.terms().lot())
                .filter(evaluation -> !evaluation.phase().isOver())
                .map(Evaluation::terminated)
                .flatMap(settle::save);
    }
}
