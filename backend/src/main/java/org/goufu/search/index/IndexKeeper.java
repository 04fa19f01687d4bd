package org.goufu.search.index;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.kernel.ProblemException;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.database.Wakeups;
import org.goufu.platform.outbox.Outbox;
import org.goufu.purchase.PurchaseDirectory;
import org.goufu.search.CapabilitiesIndexed;
import org.goufu.search.SearchProblem;
import org.goufu.search.index.Indices.Condition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Sees to it that the indices exist, have today's mapping and are filled: at the start and whenever Elasticsearch returns.
 *
 * <p>The platform starts without waiting for Elasticsearch; it waits for the index only when Elasticsearch is there and the index
 * empty, so that a ready platform never answers that there is nothing.
 */
@Component
class IndexKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final int BODIES_AT_ONCE = 500;

    private final Indices indices;
    private final Rebuild rebuild;
    private final DailyLayout daily;
    private final PurchaseDirectory purchases;
    private final OrganizationDirectory organizations;
    private final SearchSettings settings;
    private final ApplicationEventPublisher events;
    private final Transactions transactions;
    private final Outbox outbox;
    private final Wakeups wakeups;
    private volatile Disposable keeping = () -> {};

    IndexKeeper(
            Indices indices,
            Rebuild rebuild,
            DailyLayout daily,
            PurchaseDirectory purchases,
            OrganizationDirectory organizations,
            SearchSettings settings,
            ApplicationEventPublisher events,
            Transactions transactions,
            Outbox outbox,
            Wakeups wakeups) {
        this.indices = indices;
        this.rebuild = rebuild;
        this.daily = daily;
        this.purchases = purchases;
        this.organizations = organizations;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.outbox = outbox;
        this.wakeups = wakeups;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        keeping = firstRound().thenMany(Flux.defer(this::laterRounds)).subscribe();
    }

    /** A demo clock that is moved asks for a round at once, also while one is running. */
    private Flux<Void> laterRounds() {
        return wakeups.rounds("clock", BETWEEN_ROUNDS, this::laterRound);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        keeping.dispose();
    }

    /** Nobody is sent here before what the database holds can be found. */
    private Mono<Void> firstRound() {
        return needsRebuild()
                .flatMap(needed -> needed || settings.rebuildIndex() ? whileRefusing(rebuilt()) : daily.catchUp())
                .doOnError(this::warn)
                .onErrorComplete();
    }

    private Mono<Void> whileRefusing(Mono<Void> work) {
        return Mono.fromRunnable(() -> tell(ReadinessState.REFUSING_TRAFFIC))
                .then(work)
                .doFinally(how -> tell(ReadinessState.ACCEPTING_TRAFFIC));
    }

    private void tell(ReadinessState state) {
        AvailabilityChangeEvent.publish(events, this, state);
    }

    private Mono<Void> laterRound() {
        return Mono.defer(this::needsRebuild)
                .flatMap(needed -> needed ? rebuilt() : daily.catchUp().then(discardUnused()))
                .doOnError(this::warn)
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AFTER_FAILURE));
    }

    private Mono<Void> discardUnused() {
        return Flux.fromArray(SearchIndex.values())
                .concatMap(indices::discardUnused)
                .then();
    }

    private void warn(Throwable failure) {
        LOG.debug("indices cannot be seen to now", failure);
        if (!(failure instanceof ProblemException)) {
            LOG.warn("indices cannot be seen to now: {}", failure.toString());
        }
    }

    private Mono<Void> rebuilt() {
        LOG.info("building the search index from the database");
        return rebuild.all((done, total) -> {})
                .doOnSuccess(done -> LOG.info(
                        "the search index is built: {} documents",
                        rebuild.status().done()))
                .then(Mono.defer(this::tellThatAllCanBeFound))
                .onErrorResume(
                        ProblemException.class,
                        failure -> failure.problem() == SearchProblem.REBUILD_RUNNING
                                ? Mono.empty()
                                : Mono.error(failure));
    }

    /** A lot that was published while the index was empty found nobody: whoever is in it now is judged against the open lots again. */
    private Mono<Void> tellThatAllCanBeFound() {
        return bodiesAfter(null)
                .expand(page -> page.size() < BODIES_AT_ONCE
                        ? Mono.empty()
                        : bodiesAfter(page.getLast().id()))
                .concatMap(page -> transactions.write(outbox.appendAll(CapabilitiesIndexed.of(
                        page.stream().map(BodyProfile::id).toList()))))
                .then();
    }

    private Mono<List<BodyProfile>> bodiesAfter(@Nullable UUID id) {
        return organizations.after(id, BODIES_AT_ONCE).collectList();
    }

    private Mono<Boolean> needsRebuild() {
        return Flux.fromArray(SearchIndex.values())
                .concatMap(index -> indices.ensure(index).map(condition -> Map.entry(index, condition)))
                .filterWhen(one -> lacks(one.getKey(), one.getValue()))
                .hasElements();
    }

    private Mono<Boolean> lacks(SearchIndex index, Condition condition) {
        return switch (condition) {
            case READY -> Mono.just(false);
            case OUTDATED -> Mono.just(true);
            case EMPTY ->
                index == SearchIndex.NOTICES
                        ? purchases.noticesAfter(null, 1).hasElements()
                        : organizations.after(null, 1).hasElements();
        };
    }
}
