package org.goufu.evaluation.usecase;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.evaluation.EvaluationNews;
import org.goufu.evaluation.EvaluationNews.What;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Panel;
import org.goufu.evaluation.domain.Sheet;
import org.goufu.evaluation.domain.Sheet.Score;
import org.goufu.evaluation.domain.Steps;
import org.goufu.evaluation.usecase.Sheets.SignedSheet;
import org.goufu.kernel.Actor;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Each evaluator scores alone; what was signed goes into the ledger blinded, and all of it is revealed together when the last one has
 * signed and objective items agree.
 */
@Component
public class ScoreBids {
    private final Evaluations evaluations;
    private final Sheets sheets;
    private final Settle settle;
    private final PassOn passOn;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Transactions transactions;

    ScoreBids(
            Evaluations evaluations,
            Sheets sheets,
            Settle settle,
            PassOn passOn,
            Ledger ledger,
            Outbox outbox,
            Transactions transactions) {
        this.evaluations = evaluations;
        this.sheets = sheets;
        this.settle = settle;
        this.passOn = passOn;
        this.ledger = ledger;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** Keeps a draft; the answer is its new version. */
    public Mono<Long> write(Actor actor, UUID lot, long version, List<Score> scores) {
        return transactions.write(evaluations
                .get(lot)
                .flatMap(evaluation -> own(actor, evaluation)
                        .map(sheet -> sheet.written(scores, evaluation.terms(), evaluation.bids()))
                        .map(sheet -> sheet.at(version)))
                .flatMap(sheets::save)
                .map(Sheet::version));
    }

    /** @param seen the version that is signed, so that nobody signs what was written in another window; null signs what is kept */
    public Mono<Void> sign(Actor actor, UUID lot, @Nullable Long seen) {
        return transactions
                .write(evaluations.hold(lot).flatMap(evaluation -> sign(actor, evaluation, seen)))
                .then(passOn.atOnce(lot));
    }

    private Mono<Sheet> own(Actor actor, Evaluation evaluation) {
        var member = evaluation.scoring(actor.accountId());
        return sheets.of(evaluation.terms().lot(), member.account(), member.seat());
    }

    private Mono<Void> sign(Actor actor, Evaluation evaluation, @Nullable Long seen) {
        return own(actor, evaluation)
                .map(sheet -> seen == null ? sheet : sheet.at(seen))
                .map(sheet -> sheet.signed(evaluation.terms(), evaluation.bids()))
                .flatMap(sheets::save)
                .flatMap(sheets::sign)
                .flatMap(signed -> sheets.all(signed.lot())
                        .filter(Sheet::signed)
                        .collectList()
                        .flatMap(all -> together(evaluation, all, signed)));
    }

    private Mono<Void> together(Evaluation evaluation, List<Sheet> all, SignedSheet last) {
        var entered = ledger.enter(List.of(entered(evaluation, last)));
        if (all.size() < evaluation.mustHavePanel().members().size()) return entered;
        var differing = evaluation.differing(all);
        if (!differing.isEmpty()) {
            return Flux.fromIterable(all)
                    .concatMap(sheet -> sheets.save(sheet.reopened(differing)))
                    .then(outbox.append(differing(evaluation, last)))
                    .then(entered);
        }
        return settle.save(evaluation.scored())
                .then(sheets.signed(last.lot()).collectList())
                .flatMap(ids -> entered.then(ledger.reveal(revealed(evaluation, ids), ids)));
    }

    /** Which, the sheets say; by whom, nobody is told. */
    private static EvaluationNews differing(Evaluation evaluation, SignedSheet last) {
        var panel = evaluation.mustHavePanel().members().stream()
                .map(Panel.Member::account)
                .toList();
        return Steps.of(evaluation.terms(), What.DIFFERING, last.id(), panel, null, null);
    }

    private static Act entered(Evaluation evaluation, SignedSheet sheet) {
        return new Act(
                Act.Kind.SCORES_SIGNED,
                sheet.id(),
                evaluation.terms().purchase(),
                Map.of(
                        "lot", sheet.lot().toString(),
                        "seat", sheet.seat(),
                        "revision", sheet.revision(),
                        "digest", sheet.digest()));
    }

    private static Act revealed(Evaluation evaluation, List<UUID> sheets) {
        var lot = evaluation.terms().lot();
        var by = evaluation.revealing();
        Map<String, Object> again = Map.of("sheets", sheets.size(), "lot", lot.toString());
        return new Act(
                Act.Kind.SCORES_REVEALED,
                by,
                evaluation.terms().purchase(),
                by.equals(lot) ? Map.of("sheets", sheets.size()) : again);
    }
}
