package org.goufu.evaluation.usecase;

import java.util.UUID;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Taking one's seat, or leaving it to the next in the drawn order (实施条例 第9条, C05). */
@Component
public class SitOnPanel {
    private final Evaluations evaluations;
    private final Settle settle;
    private final Pool pool;
    private final BusinessClock clock;
    private final Transactions transactions;

    SitOnPanel(Evaluations evaluations, Settle settle, Pool pool, BusinessClock clock, Transactions transactions) {
        this.evaluations = evaluations;
        this.settle = settle;
        this.pool = pool;
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

    /** The caller has one, or cannot come. */
    public Mono<Void> recuse(Actor actor, UUID lot, String reason) {
        return transactions.write(
                evaluations.hold(lot).flatMap(evaluation -> left(evaluation, actor.accountId(), reason, true)));
    }

    /** The purchaser replaces somebody who does not come; it is told with the result. */
    public Mono<Void> replace(Actor actor, UUID lot, int seat, String reason) {
        return transactions.write(evaluations
                .hold(lot)
                .map(evaluation -> evaluation.ofDepartment(actor))
                .flatMap(evaluation -> left(evaluation, seated(evaluation, seat), reason, false)));
    }

    private Mono<Void> left(Evaluation evaluation, UUID account, String reason, boolean own) {
        return pool.find(evaluation.mustHavePanel().candidates())
                .collectMap(PoolMember::account, PoolMember::name)
                .zipWith(
                        clock.now(),
                        (names, now) -> evaluation.left(account, reason, own, now, id -> names.getOrDefault(id, "")))
                .flatMap(settle::save)
                .then();
    }

    private static UUID seated(Evaluation evaluation, int seat) {
        return evaluation.mustHavePanel().members().stream()
                .filter(member -> member.seat() == seat)
                .findFirst()
                .orElseThrow(EvaluationProblem.NOT_FOUND::raise)
                .account();
    }
}
