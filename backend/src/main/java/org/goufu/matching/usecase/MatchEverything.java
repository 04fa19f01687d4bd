package org.goufu.matching.usecase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.goufu.matching.Rematching;
import org.goufu.matching.domain.Dossier;
import org.goufu.matching.domain.LotShelf;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.Moment;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Matches all bodies with all open lots, page by page of the registry. */
@Component
class MatchEverything implements Rematching {
    private static final int LOTS_AT_ONCE = 500;
    private static final int BODIES_AT_ONCE = 400;
    private static final int ROWS_AT_ONCE = 5_000;

    private final PurchaseDirectory purchases;
    private final OrganizationDirectory organizations;
    private final Dossiers dossiers;
    private final Matches matches;
    private final Transactions transactions;
    private final BusinessClock clock;

    MatchEverything(
            PurchaseDirectory purchases,
            OrganizationDirectory organizations,
            Dossiers dossiers,
            Matches matches,
            Transactions transactions,
            BusinessClock clock) {
        this.purchases = purchases;
        this.organizations = organizations;
        this.dossiers = dossiers;
        this.matches = matches;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Mono<Long> quietly(LongConsumer progress) {
        return clock.now()
                .flatMap(now -> openLots()
                        .collectList()
                        .flatMap(lots -> judgeAll(lots, now, progress).thenReturn((long) lots.size())));
    }

    private Flux<PublishedLot> openLots() {
        return pages(after -> purchases.openLotsAfter(after, LOTS_AT_ONCE).collectList(), PublishedLot::id)
                .concatMap(page -> transactions.write(matches.keep(page)).thenReturn(page))
                .flatMapIterable(page -> page);
    }

    private Mono<Void> judgeAll(List<PublishedLot> lots, Instant now, LongConsumer progress) {
        var judged = new AtomicLong();
        var shelf = new LotShelf(lots.stream().map(LotTerms::of).toList());
        return pages(after -> organizations.after(after, BODIES_AT_ONCE).collectList(), BodyProfile::id)
                .concatMap(page -> dossiers.withMembers(Dossiers.signers(page))
                        .flatMap(found -> write(found, shelf, now))
                        .doOnSuccess(done -> progress.accept(judged.addAndGet(page.size()))))
                .then(finish(lots.stream().map(PublishedLot::id).toList(), now));
    }

    private Mono<Void> finish(List<UUID> lots, Instant now) {
        return transactions.write(matches.matched(lots, now)).then(transactions.write(matches.settleLots(lots)));
    }

    /** A few dossiers at a time: a federation of many members matches thousands of lots. */
    private Mono<Void> write(List<Dossier> found, LotShelf shelf, Instant now) {
        var moment = Moment.of(now);
        return Flux.fromIterable(found)
                .flatMapIterable(dossier -> shelf.matches(dossier, moment).toList())
                .buffer(ROWS_AT_ONCE)
                .concatMap(rows -> transactions.write(matches.write(rows, now)))
                .then();
    }

    /** Pages in order of id until one is empty. */
    private static <T> Flux<List<T>> pages(Function<@Nullable UUID, Mono<List<T>>> read, Function<T, UUID> id) {
        return read.apply(null)
                .expand(page -> page.isEmpty() ? Mono.empty() : read.apply(id.apply(page.getLast())))
                .filter(page -> !page.isEmpty());
    }
}
