package org.goufu.organization.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.goufu.kernel.Actor;
import org.goufu.organization.BodyChanged;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.organization.domain.BodyAct;
import org.goufu.organization.domain.BodyChange;
import org.goufu.organization.domain.Closing;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingAct;
import org.goufu.organization.domain.FilingEntry;
import org.goufu.organization.domain.FilingState;
import org.goufu.organization.domain.RecordedFact;
import org.goufu.organization.domain.RegisteredBody;
import org.goufu.organization.domain.Registration;
import org.goufu.organization.domain.Succession;
import org.goufu.platform.outbox.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes what was done to a filing, and what the registry says of the group since; in the caller's transaction. */
@Component
class FilingBook {
    static final String SOURCE = "街道备案";
    private static final String SUPERSEDED = "superseded";

    private final Filings filings;
    private final Bodies bodies;
    private final Facts facts;
    private final BodyHistory history;
    private final Outbox outbox;

    FilingBook(Filings filings, Bodies bodies, Facts facts, BodyHistory history, Outbox outbox) {
        this.filings = filings;
        this.bodies = bodies;
        this.facts = facts;
        this.history = history;
        this.outbox = outbox;
    }

    Mono<Void> begin(Actor actor, Filing filing) {
        return filings.add(filing)
                .then(filings.log(
                        new FilingEntry(filing.id(), 1, FilingAct.APPLIED, actor, null, Map.of(), filing.items())));
    }

    Mono<Void> write(Actor actor, Filing before, Filing after, FilingAct act, @Nullable String reason) {
        return filings.save(after)
                .then(filings.log(new FilingEntry(
                        after.id(),
                        before.version() + 1,
                        act,
                        actor,
                        reason,
                        before.itemsUnlike(after),
                        after.itemsUnlike(before))));
    }

    /** The group enters the registry under the filing's own id. */
    Mono<Void> enter(Actor actor, Filing filing, Instant now, LocalDate today, String authority) {
        var body = body(filing, authority);
        return bodies.add(body)
                .then(facts.add(first(actor, filing, now, today)))
                .then(history.append(new BodyChange(body.id(), BodyAct.FILED, actor, Map.of(), body.items())))
                .then(outbox.append(new BodyChanged(body.id())));
    }

    private static List<RecordedFact> first(Actor actor, Filing filing, Instant now, LocalDate today) {
        var first = new ArrayList<RecordedFact>();
        first.add(standing(actor, filing, now, today));
        first.add(declared(actor, filing, FactKind.PLACE, filing.record().communityCode(), now, today));
        filing.record()
                .categories()
                .forEach(category -> first.add(declared(actor, filing, FactKind.CATEGORY, category, now, today)));
        return first;
    }

    /** The registry says from today on how the filing stands; what it said before ended yesterday. */
    Mono<Void> stand(Actor actor, Filing filing, Instant now, LocalDate today) {
        var fact = standing(actor, filing, now, today);
        return facts.standing(filing.id())
                .collectList()
                .map(standing -> Succession.of(standing, fact))
                .flatMap(next ->
                        facts.withdraw(next.withdrawn(), actor, now, SUPERSEDED).then(facts.add(next.added())))
                .then(tell(actor, filing, BodyAct.FACT_ADDED, Map.of(), fact.items()));
    }

    /** Name, place and words of a filed group that the street changed. */
    Mono<Void> amend(Actor actor, Filing before, Filing after, Instant now, LocalDate today, String authority) {
        var gone = before.record().categories().stream()
                .filter(category -> !after.record().categories().contains(category))
                .toList();
        var come = after.record().categories().stream()
                .filter(category -> !before.record().categories().contains(category))
                .map(category -> declared(actor, after, FactKind.CATEGORY, category, now, today))
                .toList();
        var old = body(before, authority);
        var next = body(after, authority);
        return facts.standing(after.id())
                .filter(fact -> fact.kind() == FactKind.CATEGORY && gone.contains(fact.value()))
                .collectList()
                .map(ending -> Closing.of(ending, today.minusDays(1), actor, now))
                .flatMap(closing -> facts.withdraw(closing.withdrawn(), actor, now, SUPERSEDED)
                        .then(facts.add(closing.added())))
                .then(facts.add(come))
                .then(bodies.save(next))
                .then(tell(actor, after, BodyAct.CHANGED, old.itemsUnlike(next), next.itemsUnlike(old)));
    }

    private Mono<Void> tell(
            Actor actor,
            Filing filing,
            BodyAct act,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        return history.append(new BodyChange(filing.id(), act, actor, before, after))
                .then(outbox.append(new BodyChanged(filing.id())));
    }

    private static RecordedFact standing(Actor actor, Filing filing, Instant now, LocalDate today) {
        var state = filing.state();
        var to = state == FilingState.FILED_ACTIVE ? filing.standing().validTo() : null;
        return new NewFact(FactKind.FILING, state.fact(), 0, today, to, SOURCE, null)
                .by(actor, filing.id(), FactOrigin.REGISTRAR, now);
    }

    private static RecordedFact declared(
            Actor actor, Filing filing, FactKind kind, String value, Instant now, LocalDate today) {
        return new NewFact(kind, value, 0, today, null, SOURCE, null).by(actor, filing.id(), FactOrigin.REGISTRAR, now);
    }

    private static RegisteredBody body(Filing filing, String authority) {
        var record = filing.record();
        return new RegisteredBody(
                filing.id(),
                record.name(),
                BodyKind.FILED_GROUP,
                null,
                null,
                filing.standing().number(),
                filing.community(),
                record.foundedOn(),
                record.purpose(),
                record.venue(),
                null,
                authority,
                Registration.UNKNOWN,
                0);
    }
}
