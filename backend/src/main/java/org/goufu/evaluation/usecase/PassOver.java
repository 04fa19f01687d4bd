package org.goufu.evaluation.usecase;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.OpenedBids;
import org.goufu.bidding.OpenedLot;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.evaluation.domain.Phase;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets the next candidate take the place of one that may not be awarded any more, and takes out of the ranking who is in conflict with
 * another bidder; why is recorded as the rules found it.
 */
@Component
public class PassOver {
    private final Evaluations evaluations;
    private final CheckWinner winner;
    private final Settle settle;
    private final OpenedBids opened;
    private final Spoken spoken;
    private final Transactions transactions;

    PassOver(
            Evaluations evaluations,
            CheckWinner winner,
            Settle settle,
            OpenedBids opened,
            Spoken spoken,
            Transactions transactions) {
        this.evaluations = evaluations;
        this.winner = winner;
        this.settle = settle;
        this.opened = opened;
        this.spoken = spoken;
        this.transactions = transactions;
    }

    /** Fails with {@code evaluation/winner-stands} when nothing speaks against the winner, nor against the others. */
    public Mono<Void> by(Actor officer, UUID lot) {
        return opened.of(lot)
                .map(OpenedLot::bids)
                .defaultIfEmpty(List.of())
                .flatMap(bids -> transactions.write(evaluations
                        .hold(lot)
                        .map(evaluation -> evaluation.ofDepartment(officer))
                        .doOnNext(evaluation -> evaluation.must(Phase.RANKED))
                        .flatMap(
                                evaluation -> winner.look(evaluation, bids).map(found -> passedOver(evaluation, found)))
                        .flatMap(settle::save)))
                .then();
    }

    private Evaluation passedOver(Evaluation evaluation, CheckWinner.Found found) {
        if (!found.winner().isEmpty()) return evaluation.passedOver(recorded(found.winner()));
        if (found.others().isEmpty()) throw EvaluationProblem.WINNER_STANDS.raise();
        return evaluation.inConflict(found.others().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> recorded(entry.getValue()))));
    }

    private String recorded(List<FieldProblem> found) {
        return found.stream().map(spoken::recorded).collect(Collectors.joining("；"));
    }
}
