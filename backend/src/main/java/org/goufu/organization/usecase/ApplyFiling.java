package org.goufu.organization.usecase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Ids;
import org.goufu.organization.domain.Filing;
import org.goufu.organization.domain.FilingAct;
import org.goufu.organization.domain.FilingProblem;
import org.goufu.organization.domain.FilingRecord;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.files.FileStore;
import org.goufu.platform.http.Versions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A clerk of the community or the street writes down a group, amends it and sends it on its way. */
@Component
public class ApplyFiling {
    private static final String SAME_NAME = "filing-same-name";

    private final Filings filings;
    private final FilingBook book;
    private final FileStore files;
    private final Regions regions;
    private final ServiceCategories categories;
    private final Transactions transactions;
    private final BusinessClock clock;

    ApplyFiling(
            Filings filings,
            FilingBook book,
            FileStore files,
            Regions regions,
            ServiceCategories categories,
            Transactions transactions,
            BusinessClock clock) {
        this.filings = filings;
        this.book = book;
        this.files = files;
        this.regions = regions;
        this.categories = categories;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Fails with {@code filing/not-fileable}, with {@code filing/not-well-formed} naming every wrong field, and with {@code
     * filing/to-acknowledge} naming the group of the same name that is filed already.
     */
    public Mono<UUID> begin(Actor actor, FilingForm form) {
        return transactions.write(clock.today().flatMap(today -> {
            var filing = Filing.applied(Ids.next(), actor, read(form, actor, today));
            return unlike(filing.id(), filing.record(), form)
                    .then(keepFiles(actor, null, filing.record()))
                    .then(book.begin(actor, filing))
                    .thenReturn(filing.id());
        }));
    }

    /** Fails with {@code http/version-stale} when somebody changed it meanwhile, otherwise as beginning does. */
    public Mono<Void> change(Actor actor, UUID id, long version, FilingForm form) {
        return transactions.write(Mono.zip(clock.now(), filings.lock(id)).flatMap(found -> {
            var before = found.getT2().seenBy(actor);
            Versions.check(version, before.version());
            var after = before.change(actor, read(form, actor, day(found.getT1())));
            return unlike(id, after.record(), form)
                    .then(keepFiles(actor, before.record(), after.record()))
                    .then(amend(actor, before, after, found.getT1()))
                    .then(book.write(actor, before, after, FilingAct.CHANGED, null));
        }));
    }

    private Mono<Void> amend(Actor actor, Filing before, Filing after, Instant now) {
        if (!after.state().isAlive()) {
            return Mono.empty();
        }
        return filings.rule(after.community())
                .flatMap(rule -> book.amend(actor, before, after, now, day(now), rule.authority()));
    }

    /** Fails with {@code filing/incomplete} naming every member and paper that is missing. */
    public Mono<Void> submit(Actor actor, UUID id) {
        return transactions.write(filings.lock(id)
                .flatMap(before -> filings.rule(before.community())
                        .map(rule -> before.submit(actor, rule))
                        .flatMap(after -> book.write(actor, before, after, FilingAct.SUBMITTED, null))));
    }

    private FilingRecord read(FilingForm form, Actor actor, LocalDate today) {
        return new FilingReader(form, actor, regions, categories, today).read();
    }

    private Mono<Void> unlike(UUID id, FilingRecord record, FilingForm form) {
        if (form.acknowledged() != null && form.acknowledged().contains(SAME_NAME)) {
            return Mono.empty();
        }
        return filings.namesakes(id, record)
                .map(other -> FieldProblem.of("/name", SAME_NAME, other.name(), String.valueOf(other.number())))
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found -> Mono.error(() -> FilingProblem.TO_ACKNOWLEDGE.raise(found)));
    }

    /** Papers that the filing has already may stay in it; every other one must be the person's own. */
    private Mono<Void> keepFiles(Actor actor, @Nullable FilingRecord before, FilingRecord after) {
        var known = before == null ? List.<UUID>of() : before.files();
        return Flux.fromIterable(after.files())
                .filter(file -> !known.contains(file))
                .concatMap(file -> files.keep(actor, file))
                .then();
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, BusinessClock.ZONE);
    }
}
