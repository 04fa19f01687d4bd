package org.goufu.organization.usecase;

import java.time.LocalDate;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.organization.domain.FilingAct;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The community says what it thinks of an application; the street files the group or sends it back. */
@Component
public class DecideFiling {
    private final Filings filings;
    private final FilingBook book;
    private final Transactions transactions;
    private final BusinessClock clock;

    DecideFiling(Filings filings, FilingBook book, Transactions transactions, BusinessClock clock) {
        this.filings = filings;
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Mono<Void> opinion(Actor actor, UUID id, boolean supports, String text) {
        var act = supports ? FilingAct.SUPPORTED : FilingAct.OPPOSED;
        return transactions.write(Mono.zip(clock.today(), filings.lock(id)).flatMap(found -> {
            var before = found.getT2();
            var after = before.opinion(actor, supports, text, found.getT1());
            return book.write(actor, before, after, act, text.strip());
        }));
    }

    /** The group is filed under the street's next number and stands in the registry at once. */
    public Mono<Void> approve(Actor actor, UUID id) {
        return transactions.write(Mono.zip(clock.now(), filings.lock(id)).flatMap(found -> {
            var now = found.getT1();
            var today = LocalDate.ofInstant(now, BusinessClock.ZONE);
            var before = found.getT2();
            return Mono.zip(filings.rule(before.community()), filings.nextNumber(before.street(), today.getYear()))
                    .flatMap(given -> {
                        var after = before.approve(actor, given.getT1(), given.getT2(), today);
                        return book.write(actor, before, after, FilingAct.FILED, null)
                                .then(book.enter(
                                        actor, after, now, today, given.getT1().authority()));
                    });
        }));
    }

    public Mono<Void> giveBack(Actor actor, UUID id, String reason) {
        return transactions.write(filings.lock(id)
                .flatMap(before ->
                        book.write(actor, before, before.giveBack(actor, reason), FilingAct.RETURNED, reason.strip())));
    }
}
