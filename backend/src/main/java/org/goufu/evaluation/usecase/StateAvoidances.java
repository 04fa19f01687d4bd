package org.goufu.evaluation.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.evaluation.domain.PoolAct;
import org.goufu.evaluation.domain.PoolChange;
import org.goufu.evaluation.domain.PoolEntry;
import org.goufu.evaluation.domain.PoolMember.Tie;
import org.goufu.evaluation.domain.PoolProblem;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.http.Versions;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody of the pool says with whom there is or was a relation (实施条例 第9条).
 *
 * <p>One may add and end; taking back what is on record, or saying that it ended more than three years ago, is for who keeps the pool, or a
 * relation could vanish for the day of a draw.
 */
@Component
public class StateAvoidances {
    private final PoolEntries entries;
    private final AvoidedBodies bodies;
    private final BusinessClock clock;
    private final Transactions transactions;

    StateAvoidances(PoolEntries entries, AvoidedBodies bodies, BusinessClock clock, Transactions transactions) {
        this.entries = entries;
        this.bodies = bodies;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Fails with {@code pool/avoidance-missing} naming what was left out, otherwise as keeping the pool does. */
    public Mono<Void> by(Actor actor, long version, List<EvaluatorForm.Avoidance> avoidances) {
        return transactions.write(Mono.zip(entries.hold(actor.accountId()), bodies.names(avoidances), clock.today())
                .doOnNext(found -> Versions.check(version, found.getT1().version()))
                .flatMap(found ->
                        state(actor, found.getT1(), ties(avoidances, found.getT2(), found.getT3()), found.getT3())));
    }

    private static List<Tie> ties(List<EvaluatorForm.Avoidance> avoidances, Map<UUID, String> names, LocalDate today) {
        var problems = new ArrayList<FieldProblem>();
        var ties = EvaluatorReader.ties(avoidances, names, today, problems);
        if (!problems.isEmpty()) throw PoolProblem.NOT_WELL_FORMED.raise(problems, problems.size());
        return ties;
    }

    private Mono<Void> state(Actor actor, PoolEntry before, List<Tie> ties, LocalDate today) {
        var missing = before.lostBy(ties, today).stream()
                .map(tie -> FieldProblem.of("/avoidances", "pool-avoidance-missing", tie.name()))
                .toList();
        if (!missing.isEmpty()) throw PoolProblem.AVOIDANCE_MISSING.raise(missing, missing.size());
        var after = before.stating(ties);
        return entries.save(after, PoolChange.between(PoolAct.AVOIDANCES_STATED, actor, null, before, after));
    }
}
