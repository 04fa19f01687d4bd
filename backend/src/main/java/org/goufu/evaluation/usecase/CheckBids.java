package org.goufu.evaluation.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Review.Ballot;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checking qualification and compliance; what a majority finds wanting does not go on. */
@Component
public class CheckBids {
    private final Evaluations evaluations;
    private final Sheets sheets;
    private final Settle settle;
    private final PassOn passOn;
    private final BusinessClock clock;
    private final Transactions transactions;

    CheckBids(
            Evaluations evaluations,
            Sheets sheets,
            Settle settle,
            PassOn passOn,
            BusinessClock clock,
            Transactions transactions) {
        this.evaluations = evaluations;
        this.sheets = sheets;
        this.settle = settle;
        this.passOn = passOn;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** By the purchaser, in tenders (87号令 第44条). */
    public Mono<Void> qualify(Actor actor, UUID lot, List<Ballot> ballots) {
        return write(lot, (evaluation, now) -> evaluation.ofDepartment(actor).qualified(actor, ballots, now));
    }

    /** By one of the panel. */
    public Mono<Void> review(Actor actor, UUID lot, List<Ballot> ballots) {
        return transactions
                .write(evaluations
                        .hold(lot)
                        .zipWith(clock.now(), (evaluation, now) -> evaluation.reviewed(actor.accountId(), ballots, now))
                        .flatMap(settle::save)
                        .delayUntil(this::fit))
                .then(passOn.atOnce(lot));
    }

    /** Whoever took a seat late may have turned the majority, and others have scored already. */
    private Mono<Void> fit(Evaluation evaluation) {
        return sheets.all(evaluation.terms().lot())
                .concatMap(sheet -> {
                    var fitting = sheet.fitting(evaluation.terms(), evaluation.bids());
                    return fitting.equals(sheet) ? Mono.empty() : sheets.save(fitting);
                })
                .then();
    }

    private Mono<Void> write(UUID lot, BiFunction<Evaluation, Instant, Evaluation> act) {
        return transactions
                .write(evaluations.hold(lot).zipWith(clock.now(), act).flatMap(settle::save))
                .then(passOn.atOnce(lot));
    }
}
