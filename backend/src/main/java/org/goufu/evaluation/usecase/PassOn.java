package org.goufu.evaluation.usecase;

import java.util.UUID;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Head;
import org.goufu.ledger.Act;
import org.goufu.ledger.SignedHeads;
import org.goufu.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What follows from an act without anybody's doing: prices are taken over, bids are ranked. */
@Component
class PassOn {
    private static final Logger LOG = LoggerFactory.getLogger(PassOn.class);

    private final Evaluations evaluations;
    private final Settle settle;
    private final Sheets sheets;
    private final FollowPrices prices;
    private final SignedHeads heads;
    private final Transactions transactions;

    PassOn(
            Evaluations evaluations,
            Settle settle,
            Sheets sheets,
            FollowPrices prices,
            SignedHeads heads,
            Transactions transactions) {
        this.evaluations = evaluations;
        this.settle = settle;
        this.sheets = sheets;
        this.prices = prices;
        this.heads = heads;
        this.transactions = transactions;
    }

    /** So that whoever acted need not wait for the news: when it fails, the act stands all the same, and the news makes up for it. */
    Mono<Void> atOnce(UUID lot) {
        return of(lot).onErrorResume(failure -> {
            LOG.warn("the evaluation of lot {} goes on with the news: {}", lot, failure.toString());
            return Mono.empty();
        });
    }

    /** After the transaction; once or again. */
    Mono<Void> of(UUID lot) {
        return prices.of(lot).then(evaluations.get(lot)).flatMap(this::rank);
    }

    private Mono<Void> rank(Evaluation evaluation) {
        if (!evaluation.readyToRank()) return Mono.empty();
        return head(evaluation)
                .flatMap(head -> transactions.write(ranked(evaluation.terms().lot(), head)));
    }

    private Mono<Void> ranked(UUID lot, Head head) {
        return evaluations
                .hold(lot)
                .filter(Evaluation::readyToRank)
                .zipWith(sheets.all(lot).collectList(), (evaluation, all) -> evaluation.ranked(all, head))
                .flatMap(settle::save)
                .then();
    }

    /** Signed after the last points were; where nothing is scored, the one that the panel was drawn from. */
    private Mono<Head> head(Evaluation evaluation) {
        var drawn = evaluation.mustHavePanel().drawn();
        if (!evaluation.terms().byScore() && drawn != null) return Mono.just(drawn.head());
        return heads.after(Act.Kind.SCORES_REVEALED, evaluation.revealing())
                .map(head -> new Head(head.size(), head.root()));
    }
}
