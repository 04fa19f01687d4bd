package org.goufu.organization.usecase;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.RegistryWork.Matter;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A registrar has looked at bodies that seem to be one, or to be led by one, and says why they may stand beside each other. */
@Component
public class SettleConflict {
    private static final Set<Matter> CONFLICTS = Set.of(Matter.SAME_LEADER, Matter.SAME_HEAD, Matter.SAME_NAME);
    private static final int FEWEST = 2;
    private static final int MOST = 200;
    private static final int LONGEST_REASON = 500;

    private final Settlements settlements;
    private final Transactions transactions;

    SettleConflict(Settlements settlements, Transactions transactions) {
        this.settlements = settlements;
        this.transactions = transactions;
    }

    /** Fails with {@code organization/not-found} when one of them lies outside the registrar's region. */
    public Mono<Void> by(Actor actor, Matter matter, List<UUID> bodies, String reason) {
        var ids = List.copyOf(new TreeSet<>(bodies));
        var why = reason.strip();
        if (!CONFLICTS.contains(matter) || ids.size() < FEWEST || ids.size() > MOST) {
            throw OrganizationProblem.NO_CONFLICT.raise();
        }
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw OrganizationProblem.REASON_NEEDED.raise(
                    List.of(FieldProblem.of("/reason", "length", 1, LONGEST_REASON)), LONGEST_REASON);
        }
        return transactions.write(settlements
                .under(actor.region(), ids)
                .filter(all -> all)
                .switchIfEmpty(Mono.error(OrganizationProblem.NOT_FOUND::raise))
                .flatMap(all -> settlements.add(actor, matter, ids, why)));
    }
}
