package org.goufu.organization.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.organization.BodyChanged;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.BodyAct;
import org.goufu.organization.domain.BodyChange;
import org.goufu.organization.domain.FactRules;
import org.goufu.organization.domain.RecordedFact;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.organization.domain.Succession;
import org.goufu.platform.files.FileStore;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What registrars and bodies do to facts alike, in the caller's transaction, with history and news. */
@Component
class FactBook {
    private static final int LONGEST_REASON = 200;
    private static final String SUPERSEDED = "superseded";

    private final Facts facts;
    private final BodyHistory history;
    private final FileStore files;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final FactRules.Codes codes;

    FactBook(
            Facts facts,
            BodyHistory history,
            FileStore files,
            Outbox outbox,
            BusinessClock clock,
            Regions regions,
            ServiceCategories categories) {
        this.facts = facts;
        this.history = history;
        this.files = files;
        this.outbox = outbox;
        this.clock = clock;
        this.codes = new KnownCodes(regions, categories);
    }

    private record KnownCodes(Regions regions, ServiceCategories categories) implements FactRules.Codes {
        @Override
        public boolean isCategory(String code) {
            return categories.find(code).isPresent();
        }

        @Override
        public boolean isRegion(String code) {
            return regions.find(code).isPresent();
        }
    }

    /** Adds a fact to a locked body; what it succeeds ends the day before. */
    Mono<RecordedFact> add(Actor actor, RegisteredBody body, NewFact asked, FactOrigin origin) {
        return clock.now().flatMap(now -> {
            var fact = asked.by(actor, body.id(), origin, now);
            FactRules.check(fact, body, day(now), codes);
            return keepEvidence(actor, fact).then(succeed(actor, body, fact, BodyAct.FACT_ADDED, null));
        });
    }

    /** Withdraws a fact and adds another in its place. */
    Mono<RecordedFact> replace(Actor actor, RegisteredBody body, UUID factId, NewFact asked, String reason) {
        var why = reason(reason);
        return Mono.zip(clock.now(), facts.get(body.id(), factId)).flatMap(found -> {
            var old = found.getT2();
            var fact = asked.by(actor, body.id(), FactOrigin.REGISTRAR, found.getT1());
            FactRules.check(fact, body, day(found.getT1()), codes);
            return facts.withdraw(List.of(old), actor, found.getT1(), why)
                    .then(keepEvidence(actor, fact))
                    .then(succeed(actor, body, fact, BodyAct.FACT_REPLACED, old));
        });
    }

    /** The same without a word of its own in the history: it is part of a larger act. */
    Mono<Void> put(Actor actor, RecordedFact fact) {
        return facts.standing(fact.bodyId())
                .collectList()
                .map(standing -> Succession.of(standing, fact))
                .flatMap(next -> facts.withdraw(next.withdrawn(), actor, fact.knownAt(), SUPERSEDED)
                        .then(facts.add(next.added())));
    }

    /** A fact that is added without a form of its own: head, scope and first status come with the registration. */
    Mono<RecordedFact> succeed(
            Actor actor, RegisteredBody body, RecordedFact fact, BodyAct act, @Nullable RecordedFact old) {
        return facts.standing(body.id())
                .collectList()
                .map(standing -> Succession.of(standing, fact))
                .delayUntil(next -> facts.withdraw(next.withdrawn(), actor, fact.knownAt(), SUPERSEDED)
                        .then(facts.add(next.added())))
                .flatMap(next -> tell(actor, body, act, before(next, old), fact.items()))
                .thenReturn(fact);
    }

    private static Map<String, @Nullable Object> before(Succession next, @Nullable RecordedFact old) {
        if (old != null) return old.items();
        return next.withdrawn().isEmpty()
                ? Map.of()
                : next.withdrawn().getFirst().items();
    }

    Mono<Void> withdraw(Actor actor, RegisteredBody body, RecordedFact fact, BodyAct act, String reason) {
        var why = reason(reason);
        return clock.now()
                .flatMap(now -> facts.withdraw(List.of(fact), actor, now, why))
                .then(tell(actor, body, act, fact.items(), Map.of("reason", why)));
    }

    Mono<Void> confirm(Actor actor, RegisteredBody body, RecordedFact fact) {
        return clock.now()
                .flatMap(now -> facts.confirm(fact, actor, now))
                .then(tell(actor, body, BodyAct.FACT_CONFIRMED, fact.items(), fact.items()));
    }

    private Mono<Void> tell(
            Actor actor,
            RegisteredBody body,
            BodyAct act,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        return history.append(new BodyChange(body.id(), act, actor, before, after))
                .then(outbox.append(new BodyChanged(body.id())));
    }

    /** Evidence that a fact of this body shows already may be shown again; every other file must be the person's own. */
    private Mono<Void> keepEvidence(Actor actor, RecordedFact fact) {
        var evidence = fact.evidenceId();
        if (evidence == null) {
            return Mono.empty();
        }
        return facts.refersTo(fact.bodyId(), evidence)
                .filter(known -> !known)
                .flatMap(unknown -> files.keep(actor, evidence))
                .then();
    }

    /** Fails with {@code organization/reason-needed}: who takes something back says why. */
    private static String reason(String reason) {
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw OrganizationProblem.REASON_NEEDED.raise(
                    List.of(FieldProblem.of("/reason", "length", 1, LONGEST_REASON)), LONGEST_REASON);
        }
        return why;
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, BusinessClock.ZONE);
    }
}
