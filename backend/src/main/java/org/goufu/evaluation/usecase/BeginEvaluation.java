package org.goufu.evaluation.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpenedBids;
import org.goufu.bidding.OpenedLot;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Bid.Exclusion;
import org.goufu.evaluation.domain.Bid.Stage;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.evaluation.domain.Item;
import org.goufu.evaluation.domain.Terms;
import org.goufu.matching.Conflict.Rule;
import org.goufu.platform.database.Transactions;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.Outcomes;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes over the bids of a lot when they have been opened. */
@Component
public class BeginEvaluation {
    private final OpenedBids opened;
    private final ReadDeclared declared;
    private final PurchaseDirectory purchases;
    private final Outcomes outcomes;
    private final Evaluations evaluations;
    private final Transactions transactions;

    BeginEvaluation(
            OpenedBids opened,
            ReadDeclared declared,
            PurchaseDirectory purchases,
            Outcomes outcomes,
            Evaluations evaluations,
            Transactions transactions) {
        this.opened = opened;
        this.declared = declared;
        this.purchases = purchases;
        this.outcomes = outcomes;
        this.evaluations = evaluations;
        this.transactions = transactions;
    }

    /**
     * Once or again; fails with {@code evaluation/not-opened} before there is anything to evaluate, with {@code evaluation/lot-over} where the
     * lot came to something without.
     */
    public Mono<Void> of(UUID lot) {
        return evaluations.find(lot).hasElement().flatMap(begun -> begun ? Mono.empty() : begin(lot));
    }

    private Mono<Void> begin(UUID lot) {
        return opened.of(lot)
                .switchIfEmpty(Mono.error(EvaluationProblem.NOT_OPENED::raise))
                .flatMap(found -> Mono.zip(bids(found), purchases.lot(lot), purchases.terms(lot)))
                .map(found -> Evaluation.begun(terms(found.getT2(), found.getT3()), found.getT1()))
                .flatMap(evaluation ->
                        transactions.write(mustGoOn(lot).then(Mono.defer(() -> evaluations.begin(evaluation)))));
    }

    /** Held until it has begun: whoever terminates the lot afterwards ends it. */
    private Mono<Void> mustGoOn(UUID lot) {
        return outcomes.isDecided(lot)
                .filter(decided -> !decided)
                .switchIfEmpty(Mono.error(EvaluationProblem.LOT_OVER::raise))
                .then();
    }

    private Mono<List<Bid>> bids(OpenedLot opened) {
        return Flux.fromIterable(opened.bids())
                .concatMap(bid ->
                        declared.of(bid.envelope()).defaultIfEmpty(List.of()).map(rules -> bid(bid, rules)))
                .collectList();
    }

    private static Terms terms(PublishedLot lot, LotTerms terms) {
        return new Terms(
                lot.id(),
                lot.purchaseId(),
                lot.noticeId(),
                lot.department().id(),
                lot.department().name(),
                lot.title(),
                lot.noticeTitle(),
                lot.regionCode(),
                lot.categoryCode(),
                lot.method(),
                terms.ceilingFen(),
                terms.stagedOpening(),
                terms.criteria().stream().map(BeginEvaluation::item).toList(),
                terms.lowPrice(),
                terms.secondRun() ? true : null,
                terms.purchaseFen());
    }

    /** What was published has no gaps. */
    private static Item item(Criterion criterion) {
        if (criterion.name() == null || criterion.weight() == null || criterion.kind() == null) {
            throw new IllegalStateException("a published criterion has gaps: " + criterion);
        }
        return new Item(criterion.name(), criterion.weight(), criterion.kind(), criterion.mustAgree());
    }

    private static Bid bid(OpenedBid bid, List<Rule> declared) {
        var fallen = bid.counts() ? null : new Exclusion(Stage.OPENING, bid.why());
        return new Bid(
                bid.envelope(),
                bid.body().id(),
                bid.bidder(),
                bid.consortium(),
                bid.actingFor(),
                bid.acceptedAt(),
                null,
                fallen,
                declared);
    }
}
