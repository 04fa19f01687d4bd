package org.goufu.organization.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.account.Contacts;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Role;
import org.goufu.organization.BodyChanged;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyUse;
import org.goufu.organization.GroupRegistered;
import org.goufu.organization.domain.BodyAct;
import org.goufu.organization.domain.BodyChange;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingAct;
import org.goufu.organization.domain.FilingProblem;
import org.goufu.organization.domain.RecordedFact;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.http.Versions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A body that was registered without a word of its filing is joined with it, as if the group had been registered in the first place.
 *
 * <p>The group's id stays: its memberships, activities, messages and accounts go on under the new identity (domain.md 7.5). The other
 * entry leaves the registry; what stood in it is kept with the group. That is why nobody may rest on it yet.
 */
@Component
public class JoinFiling {
    private final Filings filings;
    private final FilingBook book;
    private final Bodies bodies;
    private final Facts facts;
    private final FactBook factBook;
    private final BodyHistory history;
    private final List<BodyUse> uses;
    private final Contacts contacts;
    private final Transactions transactions;
    private final Outbox outbox;
    private final BusinessClock clock;

    JoinFiling(
            Filings filings,
            FilingBook book,
            Bodies bodies,
            Facts facts,
            FactBook factBook,
            BodyHistory history,
            List<BodyUse> uses,
            Contacts contacts,
            Transactions transactions,
            Outbox outbox,
            BusinessClock clock) {
        this.filings = filings;
        this.book = book;
        this.bodies = bodies;
        this.facts = facts;
        this.factBook = factBook;
        this.history = history;
        this.uses = uses;
        this.contacts = contacts;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The two entries that are to be one. */
    private record Both(Filing filing, Filing ended, RegisteredBody group, RegisteredBody registered, Instant now) {
        LocalDate today() {
            return LocalDate.ofInstant(now, BusinessClock.ZONE);
        }
    }

    /**
     * Fails with {@code filing/county-only} for a street, with {@code filing/not-joinable} for a body that is no legal person of the
     * group's place, with {@code filing/body-in-use} for one on which somebody rests, and with {@code http/version-stale} when somebody
     * wrote to the filing meanwhile.
     */
    public Mono<Void> by(Actor actor, UUID filingId, long version, UUID organizationId) {
        return transactions.write(Mono.zip(clock.now(), filings.lock(filingId)).flatMap(found -> {
            var filing = found.getT2();
            var ended = filing.register(actor);
            Versions.check(version, filing.version());
            return bodies.lock(filing.id())
                    .flatMap(group -> bodies.lock(organizationId)
                            .map(body -> joinable(actor, filing, body))
                            .map(body -> new Both(filing, ended, group, body, found.getT1())))
                    .delayUntil(both -> unused(organizationId))
                    .flatMap(both -> join(actor, both));
        }));
    }

    private static RegisteredBody joinable(Actor actor, Filing filing, RegisteredBody body) {
        body.keptBy(actor);
        if (body.kind() != BodyKind.LEGAL_PERSON || !body.region().covers(filing.community())) {
            throw FilingProblem.NOT_JOINABLE.raise(body.name());
        }
        return body;
    }

    private Mono<Void> unused(UUID id) {
        return Flux.fromIterable(uses)
                .concatMap(use -> use.of(List.of(id)))
                .next()
                .flatMap(used -> Mono.error(
                        () -> FilingProblem.BODY_IN_USE.raise(used.what().ordinal())));
    }

    private Mono<Void> join(Actor actor, Both both) {
        var group = both.group();
        return facts.standing(both.registered().id())
                .collectList()
                .flatMap(carried -> bodies.retire(both.registered(), group.id(), actor)
                        .then(book.write(actor, both.filing(), both.ended(), FilingAct.REGISTERED, null))
                        .then(book.stand(actor, both.ended(), both.now(), both.today()))
                        .then(carry(actor, both, carried)))
                .then(turn(actor, both))
                .then(contacts.turn(group.id(), Role.GROUP_CONTACT, Role.ORGANIZATION_AGENT))
                .then(outbox.appendAll(List.of(
                        new BodyChanged(group.id()),
                        new BodyChanged(both.registered().id()),
                        new GroupRegistered(group.id(), both.now(), actor.accountId(), actor.displayName()))));
    }

    private Mono<Void> carry(Actor actor, Both both, List<RecordedFact> carried) {
        return Flux.fromIterable(carried)
                .concatMap(fact -> facts.standing(both.group().id())
                        .filter(own -> own.isAboutTheSameAs(fact) && own.overlaps(fact))
                        .hasElements()
                        .filter(known -> !known)
                        .flatMap(unknown -> factBook.put(actor, moved(fact, both))))
                .then();
    }

    /** Of the group it is known from today on; who recorded it where stays on it. */
    private static RecordedFact moved(RecordedFact fact, Both both) {
        return new RecordedFact(
                Ids.next(),
                both.group().id(),
                fact.kind(),
                fact.value(),
                fact.number(),
                fact.from(),
                fact.to(),
                both.now(),
                null,
                fact.source(),
                fact.origin(),
                fact.evidenceId(),
                fact.recordedBy(),
                fact.recordedByName(),
                null);
    }

    private Mono<Void> turn(Actor actor, Both both) {
        var before = both.group();
        var after = both.registered().under(before);
        return bodies.save(after)
                .then(history.append(new BodyChange(
                        after.id(), BodyAct.JOINED, actor, items(before, after, null), items(after, before, both))))
                .then();
    }

    private static Map<String, @Nullable Object> items(RegisteredBody body, RegisteredBody other, @Nullable Both both) {
        var items = new LinkedHashMap<>(body.itemsUnlike(other));
        items.put("bodyKind", body.kind());
        items.put("filingNumber", body.filingNumber());
        if (both != null) items.put("joinedId", both.registered().id());
        return items;
    }
}
