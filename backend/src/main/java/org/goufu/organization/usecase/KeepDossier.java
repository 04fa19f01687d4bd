package org.goufu.organization.usecase;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.BodyAct;
import org.goufu.organization.domain.FactRules;
import org.goufu.organization.domain.RecordedFact;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A body keeps its dossier once for all bids: what it declares, with evidence, counts at once and stands on the registrar's list until
 * it is confirmed.
 */
@Component
public class KeepDossier {
    /** Where such a fact comes from, in the words of the record. */
    private static final String SOURCE = "本组织申报";

    private final Bodies bodies;
    private final Facts facts;
    private final FactBook book;
    private final Transactions transactions;

    KeepDossier(Bodies bodies, Facts facts, FactBook book, Transactions transactions) {
        this.bodies = bodies;
        this.facts = facts;
        this.book = book;
        this.transactions = transactions;
    }

    /** Fails with {@code organization/registrar-knows} where the registrar has it on record, otherwise as for registrars. */
    public Mono<UUID> declare(Actor actor, NewFact fact) {
        var sourced = new NewFact(
                fact.kind(), fact.value(), fact.number(), fact.from(), fact.to(), SOURCE, fact.evidenceId());
        return transactions.write(own(actor)
                .flatMap(body -> book.add(actor, body, sourced, FactOrigin.SELF))
                .map(RecordedFact::id));
    }

    /** Only what it may declare, and not what a registrar put on record: that one is asked instead. */
    public Mono<Void> withdraw(Actor actor, UUID factId, String reason) {
        return transactions.write(own(actor)
                .flatMap(body -> facts.get(body.id(), factId)
                        .map(fact -> withdrawable(body, fact))
                        .flatMap(fact -> book.withdraw(actor, body, fact, BodyAct.FACT_WITHDRAWN, reason))));
    }

    private Mono<RegisteredBody> own(Actor actor) {
        return Mono.fromCallable(actor::organization).flatMap(bodies::lock);
    }

    private static RecordedFact withdrawable(RegisteredBody body, RecordedFact fact) {
        if (!isItsOwn(fact) || !FactRules.declarable(body).contains(fact.kind())) {
            throw OrganizationProblem.REGISTRAR_KNOWS.raise(fact.source());
        }
        return fact;
    }

    /** What it said itself: until a registrar has confirmed it, or for ever where it is the body's own to say. */
    private static boolean isItsOwn(RecordedFact fact) {
        boolean toBeShown = FactRules.needsEvidence(fact.kind());
        return switch (fact.origin()) {
            case SELF -> fact.confirmedAt() == null || !toBeShown;
            case DEMO -> !toBeShown;
            case REGISTRAR, IMPORT -> false;
        };
    }
}
