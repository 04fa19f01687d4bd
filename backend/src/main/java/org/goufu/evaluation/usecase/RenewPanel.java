package org.goufu.evaluation.usecase;

import java.util.UUID;
import org.goufu.evaluation.domain.Sheet;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a panel with a member who should have stood back, when its points have been revealed: another one is drawn (87号令 第67条). */
@Component
public class RenewPanel {
    private final Evaluations evaluations;
    private final Sheets sheets;
    private final RelatedMembers related;
    private final Settle settle;
    private final Spoken spoken;
    private final BusinessClock clock;
    private final Transactions transactions;

    RenewPanel(
            Evaluations evaluations,
            Sheets sheets,
            RelatedMembers related,
            Settle settle,
            Spoken spoken,
            BusinessClock clock,
            Transactions transactions) {
        this.evaluations = evaluations;
        this.sheets = sheets;
        this.related = related;
        this.settle = settle;
        this.spoken = spoken;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Fails with {@code evaluation/panel-stands} when nobody of the panel is related to a bidder. */
    public Mono<Void> by(Actor officer, UUID lot, String reason) {
        return transactions.write(evaluations
                .hold(lot)
                .map(evaluation -> evaluation.ofDepartment(officer))
                .flatMap(evaluation -> Mono.zip(
                        related.of(evaluation),
                        clock.now(),
                        (found, now) -> evaluation.renewed(
                                officer,
                                reason,
                                found.relations().stream().map(spoken::recorded).toList(),
                                now)))
                .flatMap(settle::save)
                .then(sheets.all(lot)
                        .map(Sheet::cleared)
                        .concatMap(sheets::save)
                        .then()));
    }
}
