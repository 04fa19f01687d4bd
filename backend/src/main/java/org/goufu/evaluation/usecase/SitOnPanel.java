package org.goufu.evaluation.usecase;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.evaluation.domain.Departure;
import org.goufu.evaluation.domain.Departure.Ground;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.evaluation.domain.Panel;
import org.goufu.evaluation.domain.Phase;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.evaluation.domain.Sheet;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Taking one's seat, or leaving it to the next in the drawn order (实施条例 第9条, C05; decision 0036). */
@Component
public class SitOnPanel {
    private final Evaluations evaluations;
    private final Sheets sheets;
    private final Settle settle;
    private final PassOn passOn;
    private final Pool pool;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final Transactions transactions;

    SitOnPanel(
            Evaluations evaluations,
            Sheets sheets,
            Settle settle,
            PassOn passOn,
            Pool pool,
            Ledger ledger,
            BusinessClock clock,
            Transactions transactions) {
        this.evaluations = evaluations;
        this.sheets = sheets;
        this.settle = settle;
        this.passOn = passOn;
        this.pool = pool;
        this.ledger = ledger;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** The caller has no relation to a bidder. */
    public Mono<Void> declare(Actor actor, UUID lot) {
        return transactions.write(evaluations
                .hold(lot)
                .zipWith(clock.now(), (evaluation, now) -> evaluation.declared(actor.accountId(), now))
                .flatMap(settle::save)
                .then());
    }

    /** The caller has one, or cannot go on. */
    public Mono<Void> leave(Actor actor, UUID lot, Ground ground, String reason) {
        return transactions
                .write(evaluations.hold(lot).flatMap(evaluation -> left(evaluation, actor.accountId(), ground, reason)))
                .then(passOn.atOnce(lot));
    }

    /** The purchaser releases somebody who does not do his or her part; who takes the seat is told with the result. */
    public Mono<Void> release(Actor actor, UUID lot, int seat, String reason) {
        return transactions
                .write(evaluations
                        .hold(lot)
                        .map(evaluation -> evaluation.ofDepartment(actor))
                        .flatMap(evaluation -> left(evaluation, seated(evaluation, seat), null, reason)))
                .then(passOn.atOnce(lot));
    }

    private Mono<Void> left(Evaluation evaluation, UUID account, @Nullable Ground ground, String reason) {
        return Mono.zip(
                        departure(evaluation.terms().lot(), evaluation.member(account), ground, reason),
                        pool.find(evaluation.mustHavePanel().candidates())
                                .collectMap(PoolMember::account, PoolMember::name))
                .map(found -> evaluation.left(
                        account, found.getT1(), id -> found.getT2().getOrDefault(id, "")))
                .flatMap(settle::save)
                .flatMap(this::follow);
    }

    private Mono<Departure> departure(UUID lot, Panel.Member member, @Nullable Ground ground, String reason) {
        return sheets.of(lot, member.account(), member.seat())
                .zipWith(clock.now(), (sheet, now) -> new Departure(Ids.next(), ground, reason, sheet, now));
    }

    /** A seat that was passed on is entered, and of a panel that could not be filled up no points are left. */
    private Mono<Void> follow(Evaluation evaluation) {
        var leave = evaluation.mustHavePanel().leaves().getLast();
        if (leave.isExcuse()) return Mono.empty();
        var entered = ledger.enter(List.of(entered(evaluation, leave)));
        return evaluation.phase() == Phase.FORMING
                ? sheets.all(evaluation.terms().lot())
                        .map(Sheet::cleared)
                        .concatMap(sheets::save)
                        .then(entered)
                : entered;
    }

    private static Act entered(Evaluation evaluation, Panel.Leave leave) {
        return new Act(
                Act.Kind.SEAT_PASSED,
                Objects.requireNonNull(leave.id()),
                evaluation.terms().purchase(),
                Map.of(
                        "lot", evaluation.terms().lot().toString(),
                        "draw", evaluation.mustHavePanel().draw().toString(),
                        "seat", leave.seat()));
    }

    private static UUID seated(Evaluation evaluation, int seat) {
        return evaluation.mustHavePanel().members().stream()
                .filter(member -> member.seat() == seat)
                .findFirst()
                .orElseThrow(EvaluationProblem.NOT_FOUND::raise)
                .account();
    }
}
