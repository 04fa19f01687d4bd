package org.goufu.organization.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.goufu.kernel.Actor;
import org.goufu.organization.FactKind;
import org.goufu.organization.FilingWish;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingAct;
import org.goufu.organization.domain.RecordedFact;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A street keeps the filings of its groups from year to year, and ends them; a group's contact asks it to. */
@Component
public class KeepFiling {
    private final Filings filings;
    private final FilingBook book;
    private final Facts facts;
    private final Transactions transactions;
    private final BusinessClock clock;

    KeepFiling(Filings filings, FilingBook book, Facts facts, Transactions transactions, BusinessClock clock) {
        this.filings = filings;
        this.book = book;
        this.facts = facts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For another period; a dormant group wakes up with it. */
    public Mono<Void> confirm(Actor actor, UUID id, String note) {
        return transactions.write(Mono.zip(clock.now(), filings.lock(id))
                .flatMap(found -> filings.rule(found.getT2().community())
                        .map(rule -> found.getT2().confirm(actor, rule, day(found.getT1())))
                        .flatMap(after ->
                                stand(actor, found.getT2(), after, FilingAct.CONFIRMED, note, found.getT1()))));
    }

    /** Fails with {@code filing/active-lately} for a group that did something within a year. */
    public Mono<Void> dormant(Actor actor, UUID id, String reason) {
        return transactions.write(Mono.zip(clock.now(), filings.lock(id))
                .flatMap(found -> lastActivity(id)
                        .map(last -> found.getT2().dormant(actor, reason, last.orElse(null), day(found.getT1())))
                        .flatMap(after ->
                                stand(actor, found.getT2(), after, FilingAct.DORMANT, reason, found.getT1()))));
    }

    private Mono<Optional<LocalDate>> lastActivity(UUID id) {
        return facts.standing(id)
                .filter(fact -> fact.kind() == FactKind.ACTIVITY)
                .map(KeepFiling::lastDay)
                .collectList()
                .map(days -> days.stream().max(Comparator.naturalOrder()));
    }

    private static LocalDate lastDay(RecordedFact fact) {
        return fact.to() == null ? fact.from() : fact.to();
    }

    public Mono<Void> revoke(Actor actor, UUID id, String reason) {
        return end(actor, id, FilingAct.REVOKED, reason, (before, why) -> before.revoke(actor, why));
    }

    public Mono<Void> cancel(Actor actor, UUID id, String reason) {
        return end(actor, id, FilingAct.CANCELLED, reason, (before, why) -> before.cancel(actor, why));
    }

    private Mono<Void> end(
            Actor actor, UUID id, FilingAct act, String reason, BiFunction<Filing, String, Filing> decision) {
        return transactions.write(Mono.zip(clock.now(), filings.lock(id))
                .flatMap(found -> stand(
                        actor, found.getT2(), decision.apply(found.getT2(), reason), act, reason, found.getT1())));
    }

    /** An application that was given up never stood in the registry. */
    private Mono<Void> stand(Actor actor, Filing before, Filing after, FilingAct act, String reason, Instant now) {
        var written = book.write(actor, before, after, act, reason.strip());
        return before.state().isAlive() ? written.then(book.stand(actor, after, now, day(now))) : written;
    }

    /** What the group's own contact wants of the street. */
    public Mono<Void> ask(Actor actor, UUID id, FilingWish wish, String text) {
        var act = wish == FilingWish.CHANGE ? FilingAct.CHANGE_ASKED : FilingAct.CONFIRMATION_ASKED;
        return transactions.write(Mono.zip(clock.today(), filings.lock(id)).flatMap(found -> {
            var after = found.getT2().ask(actor, wish, text, found.getT1());
            return book.write(actor, found.getT2(), after, act, text.strip());
        }));
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, BusinessClock.ZONE);
    }
}
