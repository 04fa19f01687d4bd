package org.goufu.organization.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.account.Contacts;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.organization.BodyChanged;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.GroupRegistered;
import org.goufu.organization.domain.BodyAct;
import org.goufu.organization.domain.BodyChange;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingAct;
import org.goufu.organization.domain.RecordedFact;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.http.Versions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A county registers a filed group as a legal person.
 *
 * <p>The body keeps its id, and with it its facts, members, matches and messages; what it was called and numbered before stands in its
 * history. Its filing ends, and its people act for a legal person from now on.
 */
@Component
public class RegisterGroup {
    private static final String REGISTRATION = "备案组织登记为法人";

    private final Filings filings;
    private final FilingBook book;
    private final Bodies bodies;
    private final FactBook factBook;
    private final BodyHistory history;
    private final Admission admission;
    private final Contacts contacts;
    private final Regions regions;
    private final Transactions transactions;
    private final Outbox outbox;
    private final BusinessClock clock;

    RegisterGroup(
            Filings filings,
            FilingBook book,
            Bodies bodies,
            FactBook factBook,
            BodyHistory history,
            Admission admission,
            Contacts contacts,
            Regions regions,
            Transactions transactions,
            Outbox outbox,
            BusinessClock clock) {
        this.filings = filings;
        this.book = book;
        this.bodies = bodies;
        this.factBook = factBook;
        this.history = history;
        this.admission = admission;
        this.contacts = contacts;
        this.regions = regions;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Fails with {@code http/version-stale} when somebody wrote to the filing meanwhile, with {@code filing/county-only} for a street,
     * otherwise as registering an organization does.
     */
    public Mono<Void> by(Actor actor, UUID id, long version, OrganizationForm form) {
        return transactions.write(Mono.zip(clock.now(), filings.lock(id)).flatMap(found -> {
            var filing = found.getT2();
            var ended = filing.register(actor);
            Versions.check(version, filing.version());
            return bodies.lock(id).flatMap(group -> register(actor, filing, ended, group, form, found.getT1()));
        }));
    }

    private Mono<Void> register(
            Actor actor, Filing filing, Filing ended, RegisteredBody group, OrganizationForm form, Instant now) {
        var today = LocalDate.ofInstant(now, BusinessClock.ZONE);
        var read = new OrganizationReader(form, actor, regions, today)
                .as(group.id(), BodyKind.LEGAL_PERSON, null, group.version());
        return admission
                .checked(read.body(), form)
                .then(book.write(actor, filing, ended, FilingAct.REGISTERED, null))
                .then(book.stand(actor, ended, now, today))
                .then(turn(actor, group, read, now))
                .then(contacts.turn(group.id(), Role.GROUP_CONTACT, Role.ORGANIZATION_AGENT))
                .then(outbox.appendAll(List.of(
                        new BodyChanged(group.id()),
                        new GroupRegistered(group.id(), now, actor.accountId(), actor.displayName()))));
    }

    private Mono<Void> turn(Actor actor, RegisteredBody group, OrganizationReader.Read read, Instant now) {
        var body = read.body();
        return Flux.fromIterable(first(actor, read, now))
                // Who led the group led it until then.
                .concatMap(fact -> factBook.put(actor, fact))
                .then(bodies.save(body))
                .then(history.append(
                        new BodyChange(body.id(), BodyAct.REGISTERED, actor, items(group, body), items(body, group))))
                .then();
    }

    /** What changes with this act alone stands in the history too. */
    private static Map<String, @Nullable Object> items(RegisteredBody body, RegisteredBody other) {
        var items = body.itemsUnlike(other);
        items.put("bodyKind", body.kind());
        items.put("filingNumber", body.filingNumber());
        return items;
    }

    private static List<RecordedFact> first(Actor actor, OrganizationReader.Read read, Instant now) {
        var founded = Objects.requireNonNull(read.body().foundedOn());
        return List.of(
                fact(actor, read.body(), FactKind.STATUS, "NORMAL", founded, now),
                fact(actor, read.body(), FactKind.HEAD, read.head(), founded, now),
                fact(actor, read.body(), FactKind.SCOPE, read.body().businessScope(), founded, now));
    }

    private static RecordedFact fact(
            Actor actor, RegisteredBody body, FactKind kind, String value, LocalDate from, Instant now) {
        return new NewFact(kind, value, 0, from, null, REGISTRATION, null)
                .by(actor, body.id(), FactOrigin.REGISTRAR, now);
    }
}
