package org.goufu.organization.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.organization.BodyChanged;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.domain.BodyAct;
import org.goufu.organization.domain.BodyChange;
import org.goufu.organization.domain.RecordedFact;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.organization.domain.Succession;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.http.Versions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Regions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A registrar registers organizations of his region and changes what is registered about them. */
@Component
public class KeepOrganizations {
    private static final String REGISTRATION = "登记";
    private static final String CHANGE = "变更登记";
    private static final String SUPERSEDED = "superseded";

    private final Bodies bodies;
    private final Facts facts;
    private final BodyHistory history;
    private final Admission admission;
    private final Regions regions;
    private final Transactions transactions;
    private final Outbox outbox;
    private final BusinessClock clock;

    KeepOrganizations(
            Bodies bodies,
            Facts facts,
            BodyHistory history,
            Admission admission,
            Regions regions,
            Transactions transactions,
            Outbox outbox,
            BusinessClock clock) {
        this.bodies = bodies;
        this.facts = facts;
        this.history = history;
        this.admission = admission;
        this.regions = regions;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Registers an organization, which stands in the registry as NORMAL from its founding day.
     *
     * <p>Fails with {@code organization/not-well-formed} naming every wrong field, with {@code organization/credit-code-taken} naming the
     * record that has the code, and with {@code organization/to-acknowledge} naming every warning that was not acknowledged.
     */
    public Mono<UUID> register(Actor actor, OrganizationForm form) {
        return transactions.write(clock.now().flatMap(now -> {
            var read = new OrganizationReader(form, actor, regions, day(now))
                    .as(Ids.next(), BodyKind.LEGAL_PERSON, null, 0);
            var body = read.body().keptBy(actor);
            return admission
                    .checked(body, form)
                    .then(bodies.add(body))
                    .then(facts.add(first(actor, read, now)))
                    .then(history.append(new BodyChange(body.id(), BodyAct.REGISTERED, actor, Map.of(), body.items())))
                    .then(outbox.append(new BodyChanged(body.id())))
                    .thenReturn(body.id());
        }));
    }

    private static List<RecordedFact> first(Actor actor, OrganizationReader.Read read, Instant now) {
        var body = read.body();
        var founded = Objects.requireNonNull(body.foundedOn());
        return List.of(
                fact(FactKind.STATUS, "NORMAL", founded, REGISTRATION).by(actor, body.id(), FactOrigin.REGISTRAR, now),
                fact(FactKind.HEAD, read.head(), founded, REGISTRATION).by(actor, body.id(), FactOrigin.REGISTRAR, now),
                fact(FactKind.SCOPE, body.businessScope(), founded, REGISTRATION)
                        .by(actor, body.id(), FactOrigin.REGISTRAR, now));
    }

    /** Fails with {@code http/version-stale} when somebody changed it meanwhile, otherwise as registering does. */
    public Mono<Void> change(Actor actor, UUID id, long version, OrganizationForm form) {
        return transactions.write(Mono.zip(clock.now(), bodies.lock(id)).flatMap(found -> {
            var before = found.getT2().keptBy(actor);
            legalPerson(before);
            Versions.check(version, before.version());
            var read = new OrganizationReader(form, actor, regions, day(found.getT1()))
                    .as(id, before.kind(), before.filingNumber(), version);
            return admission.checked(read.body(), form).then(write(actor, before, read, found.getT1()));
        }));
    }

    /** Groups are filed, not registered: they have acts of their own. */
    private static void legalPerson(RegisteredBody body) {
        if (!body.kind().isLegalPerson()) {
            throw OrganizationProblem.NOT_FOUND.raise();
        }
    }

    private Mono<Void> write(Actor actor, RegisteredBody before, OrganizationReader.Read read, Instant now) {
        var after = read.body();
        return succeed(actor, read, FactKind.HEAD, read.head(), now)
                .then(succeed(actor, read, FactKind.SCOPE, after.businessScope(), now))
                .then(bodies.save(after))
                .then(history.append(
                        new BodyChange(
                                after.id(),
                                BodyAct.CHANGED,
                                actor,
                                before.itemsUnlike(after),
                                after.itemsUnlike(before)),
                        before.version()))
                .then(outbox.append(new BodyChanged(after.id())));
    }

    /** Nothing when it stands there already. */
    private Mono<Void> succeed(Actor actor, OrganizationReader.Read read, FactKind kind, String value, Instant now) {
        return facts.standing(read.body().id())
                .filter(fact -> fact.kind() == kind)
                .collectList()
                .filter(standing -> standing.stream().noneMatch(fact -> isCurrent(fact, value)))
                .map(standing -> Succession.of(standing, successor(actor, read, kind, value, standing, now)))
                .flatMap(next ->
                        facts.withdraw(next.withdrawn(), actor, now, SUPERSEDED).then(facts.add(next.added())));
    }

    /** The first one on record has held since the founding. */
    private static RecordedFact successor(
            Actor actor,
            OrganizationReader.Read read,
            FactKind kind,
            String value,
            List<RecordedFact> standing,
            Instant now) {
        var from = standing.isEmpty() ? Objects.requireNonNull(read.body().foundedOn()) : read.changedOn();
        return fact(kind, value, from, standing.isEmpty() ? REGISTRATION : CHANGE)
                .by(actor, read.body().id(), FactOrigin.REGISTRAR, now);
    }

    private static boolean isCurrent(RecordedFact fact, String value) {
        return fact.to() == null && fact.value().equals(value);
    }

    private static NewFact fact(FactKind kind, String value, LocalDate from, String source) {
        return new NewFact(kind, value, 0, from, null, source, null);
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, BusinessClock.ZONE);
    }
}
