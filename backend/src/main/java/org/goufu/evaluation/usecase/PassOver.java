package org.goufu.evaluation.usecase;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.OpenedBids;
import org.goufu.bidding.OpenedLot;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.evaluation.domain.Phase;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.matching.Phrase;
import org.goufu.matching.PhraseBook;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets the next candidate take the place of one that may not be awarded any more; why is recorded as the rules found it. */
@Component
public class PassOver {
    private final Evaluations evaluations;
    private final CheckWinner winner;
    private final Settle settle;
    private final OpenedBids opened;
    private final PhraseBook book;
    private final Transactions transactions;

    PassOver(
            Evaluations evaluations,
            CheckWinner winner,
            Settle settle,
            OpenedBids opened,
            PhraseBook book,
            Transactions transactions) {
        this.evaluations = evaluations;
        this.winner = winner;
        this.settle = settle;
        this.opened = opened;
        this.book = book;
        this.transactions = transactions;
    }

    /** Fails with {@code evaluation/winner-stands} when nothing speaks against the winner. */
    public Mono<Void> by(Actor officer, UUID lot) {
        return opened.of(lot)
                .map(OpenedLot::bids)
                .defaultIfEmpty(List.of())
                .flatMap(bids -> transactions.write(evaluations
                        .hold(lot)
                        .map(evaluation -> evaluation.ofDepartment(officer))
                        .doOnNext(evaluation -> evaluation.must(Phase.RANKED))
                        .zipWhen(evaluation -> winner.obstacles(evaluation, bids), this::passedOver)
                        .flatMap(settle::save)))
                .then();
    }

    private Evaluation passedOver(Evaluation evaluation, List<FieldProblem> found) {
        if (found.isEmpty()) throw EvaluationProblem.WINNER_STANDS.raise();
        return evaluation.passedOver(found.stream().map(this::said).collect(Collectors.joining("；")));
    }

    /** Chinese, as everything that is on record. */
    private String said(FieldProblem one) {
        var arguments = one.arguments().stream()
                .map(argument -> argument instanceof Phrase phrase ? book.text(phrase, Locale.CHINA) : argument)
                .toArray();
        return book.text(Phrase.of("field." + one.code(), arguments), Locale.CHINA);
    }
}
