package org.goufu.organization.usecase;

import java.util.UUID;
import java.util.function.BiFunction;
import org.goufu.kernel.Actor;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.BodyAct;
import org.goufu.organization.domain.RecordedFact;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A registrar puts facts about the bodies of his region on record, takes them back, and looks at what they declared themselves. */
@Component
public class RecordFacts {
    private final Bodies bodies;
    private final Facts facts;
    private final FactBook book;
    private final Transactions transactions;

    RecordFacts(Bodies bodies, Facts facts, FactBook book, Transactions transactions) {
        this.bodies = bodies;
        this.facts = facts;
        this.book = book;
        this.transactions = transactions;
    }

    /** Fails with {@code organization/fact-refused} naming everything that is wrong. */
    public Mono<UUID> add(Actor actor, UUID bodyId, NewFact fact) {
        return transactions.write(kept(actor, bodyId)
                .flatMap(body -> book.add(actor, body, fact, FactOrigin.REGISTRAR))
                .map(RecordedFact::id));
    }

    /** A correction: the old row stays, withdrawn with its reason. */
    public Mono<UUID> replace(Actor actor, UUID bodyId, UUID factId, NewFact fact, String reason) {
        return transactions.write(kept(actor, bodyId)
                .flatMap(body -> book.replace(actor, body, factId, fact, reason))
                .map(RecordedFact::id));
    }

    public Mono<Void> withdraw(Actor actor, UUID bodyId, UUID factId, String reason) {
        return about(
                actor,
                bodyId,
                factId,
                (body, fact) -> book.withdraw(actor, body, fact, BodyAct.FACT_WITHDRAWN, reason));
    }

    /** Fails with {@code organization/nothing-to-confirm} for a fact that the body did not declare, or that was looked at already. */
    public Mono<Void> confirm(Actor actor, UUID bodyId, UUID factId) {
        return about(actor, bodyId, factId, (body, fact) -> book.confirm(actor, body, awaiting(fact)));
    }

    public Mono<Void> reject(Actor actor, UUID bodyId, UUID factId, String reason) {
        return about(
                actor,
                bodyId,
                factId,
                (body, fact) -> book.withdraw(actor, body, awaiting(fact), BodyAct.FACT_REJECTED, reason));
    }

    private Mono<Void> about(
            Actor actor, UUID bodyId, UUID factId, BiFunction<RegisteredBody, RecordedFact, Mono<Void>> act) {
        return transactions.write(kept(actor, bodyId)
                .flatMap(body -> facts.get(bodyId, factId).flatMap(fact -> act.apply(body, fact))));
    }

    private Mono<RegisteredBody> kept(Actor actor, UUID bodyId) {
        return bodies.lock(bodyId).map(body -> body.keptBy(actor));
    }

    private static RecordedFact awaiting(RecordedFact fact) {
        if (!fact.awaitsConfirmation()) {
            throw OrganizationProblem.NOTHING_TO_CONFIRM.raise();
        }
        return fact;
    }
}
