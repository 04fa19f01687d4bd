package org.goufu.evaluation.usecase;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.evaluation.domain.Inquiry;
import org.goufu.evaluation.domain.Opinion;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Prices that are too low: doubted by the panel, explained by the bidder, found to be sound or not (财库〔2026〕2号). */
@Component
public class JudgePrices {
    private final Evaluations evaluations;
    private final Settle settle;
    private final PassOn passOn;
    private final BusinessClock clock;
    private final Transactions transactions;

    JudgePrices(Evaluations evaluations, Settle settle, PassOn passOn, BusinessClock clock, Transactions transactions) {
        this.evaluations = evaluations;
        this.settle = settle;
        this.passOn = passOn;
        this.clock = clock;
        this.transactions = transactions;
    }

    public Mono<Void> judge(UUID lot, Opinion opinion) {
        return write(lot, (evaluation, now) -> evaluation.judged(opinion, now));
    }

    /** By the bidder. */
    public Mono<Void> explain(Actor actor, UUID lot, String text) {
        return write(
                lot,
                (evaluation, now) -> evaluation.explained(own(actor, evaluation).id(), text, now));
    }

    public Mono<Void> find(UUID lot, UUID bid, Inquiry.Vote vote) {
        return write(lot, (evaluation, now) -> evaluation.voted(bid, vote, now));
    }

    private static Bid own(Actor actor, Evaluation evaluation) {
        return evaluation.bids().stream()
                .filter(bid -> bid.body().equals(actor.organization()))
                .findFirst()
                .orElseThrow(EvaluationProblem.NOT_FOUND::raise);
    }

    private Mono<Void> write(UUID lot, BiFunction<Evaluation, Instant, Evaluation> act) {
        return transactions
                .write(evaluations
                        .hold(lot)
                        .zipWith(clock.now(), act)
                        .flatMap(settle::save)
                        .then())
                .then(passOn.atOnce(lot));
    }
}
