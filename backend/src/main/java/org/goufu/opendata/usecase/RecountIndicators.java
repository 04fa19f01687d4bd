package org.goufu.opendata.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.goufu.opendata.IndicatorRecount;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the counts: places that changed within seconds, and every night the whole registry, which also finds what news was lost. */
@Component
class RecountIndicators implements IndicatorRecount {
    private static final Logger LOG = LoggerFactory.getLogger(RecountIndicators.class);
    private static final int BODIES_AT_ONCE = 500;
    private static final int PLACES_AT_ONCE = 500;

    private final OrganizationDirectory organizations;
    private final FollowRegistry follow;
    private final Standings standings;
    private final Transactions transactions;
    private final BusinessClock clock;

    RecountIndicators(
            OrganizationDirectory organizations,
            FollowRegistry follow,
            Standings standings,
            Transactions transactions,
            BusinessClock clock) {
        this.organizations = organizations;
        this.follow = follow;
        this.standings = standings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Mono<Long> all(Progress progress) {
        return clock.today().flatMap(today -> all(today, progress));
    }

    private Mono<Long> all(LocalDate today, Progress progress) {
        var walked = new AtomicLong();
        return transactions
                .write(standings.alone().then(standings.begin(today)))
                .then(page(null))
                .expand(page -> page.next() == null ? Mono.empty() : page(page.next()))
                .doOnNext(page -> progress.report(walked.addAndGet(page.bodies())))
                .reduce(0L, (sum, page) -> sum + page.changed())
                .delayUntil(changed -> stalePlaces())
                .delayUntil(changed -> transactions.write(standings.publish(today)));
    }

    /** @param next the id after which the next page begins, null on the last */
    private record Walked(
            int bodies, long changed, @Nullable UUID next) {}

    private Mono<Walked> page(@Nullable UUID after) {
        return transactions.write(standings
                .alone()
                .then(organizations.after(after, BODIES_AT_ONCE).collectList())
                .flatMap(bodies -> kept(after, bodies)));
    }

    private Mono<Walked> kept(@Nullable UUID after, List<BodyProfile> bodies) {
        var next = bodies.size() < BODIES_AT_ONCE ? null : bodies.getLast().id();
        var ids = bodies.stream().map(BodyProfile::id).toList();
        return Mono.zip(follow.keep(bodies), standings.forgetOthers(after, next, ids), Long::sum)
                .map(changed -> new Walked(bodies.size(), changed, next));
    }

    private Mono<Void> stalePlaces() {
        return transactions
                .write(standings.alone().then(standings.recount(PLACES_AT_ONCE)))
                .repeat()
                .takeUntil(counted -> counted < PLACES_AT_ONCE)
                .then();
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 2_000)
    Mono<Void> followNews() {
        return stalePlaces().onErrorResume(RecountIndicators::told);
    }

    /** Differences are expected only where a body changed while it was read; more of them mean that news was lost. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 60_000)
    Mono<Void> beginTheDay() {
        return Mono.zip(clock.today(), standings.published().defaultIfEmpty(LocalDate.EPOCH))
                .filter(both -> both.getT2().isBefore(both.getT1()))
                .flatMap(both -> all(both.getT1(), bodies -> {}))
                .doOnNext(changed -> LOG.info("indicators counted anew: {} bodies stood otherwise", changed))
                .then()
                .onErrorResume(RecountIndicators::told);
    }

    private static Mono<Void> told(Throwable failure) {
        LOG.warn("indicators cannot be counted now: {}", failure.toString());
        return Mono.empty();
    }
}
