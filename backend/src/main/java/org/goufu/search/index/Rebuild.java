package org.goufu.search.index;

import static org.goufu.search.index.SearchIndex.CAPABILITIES;
import static org.goufu.search.index.SearchIndex.NOTICES;
import static org.goufu.search.index.SearchIndex.ORGANIZATIONS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.goufu.organization.BodyProfile;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedNotice;
import org.goufu.purchase.PurchaseDirectory;
import org.goufu.search.IndexRebuild;
import org.goufu.search.SearchProblem;
import org.goufu.search.index.Indices.Condition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Fills new indices beside those in use and swaps them.
 *
 * <p>News goes to both meanwhile. Reading begins only when every instance knows of the new ones, so a change is either news to them or
 * was committed before its row is read; whichever comes last, the higher version stays.
 */
@Component
public class Rebuild implements IndexRebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final int NOTICES_AT_ONCE = 1_000;
    private static final int BODIES_AT_ONCE = 500;
    private static final int BULKS_AT_ONCE = 2;
    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final Duration ALL_KNOW = Indices.TARGETS_KNOWN_FOR.multipliedBy(2);
    private static final Retry WHILE_BUSY = Elastic.againWhileBusy(8, Duration.ofMillis(500), Duration.ofSeconds(10));

    private final PurchaseDirectory purchases;
    private final Notices notices;
    private final BodyReader bodies;
    private final Indices indices;
    private final Elastic elastic;
    private final BusinessClock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicReference<Status> status = new AtomicReference<>(Status.IDLE);

    Rebuild(
            PurchaseDirectory purchases,
            Notices notices,
            BodyReader bodies,
            Indices indices,
            Elastic elastic,
            BusinessClock clock) {
        this.purchases = purchases;
        this.notices = notices;
        this.bodies = bodies;
        this.indices = indices;
        this.elastic = elastic;
        this.clock = clock;
    }

    /** Where the rebuild of this instance stands. */
    public enum State {
        IDLE,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * How far it has come.
     *
     * @param done notices and bodies that are in
     * @param total how many there were when it began, as far as the old indices knew
     */
    public record Status(
            State state,
            long done,
            long total,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String message) {
        static final Status IDLE = new Status(State.IDLE, 0, 0, null, null, null);

        private Status ended(State how, @Nullable Instant at, @Nullable String why) {
            return new Status(how, done, total, startedAt, at, why);
        }
    }

    public Status status() {
        return status.get();
    }

    /** Begins and answers at once; fails with {@code search/rebuild-running} when one runs here. */
    public Mono<Void> begin() {
        return Mono.defer(() -> {
            if (running.get()) return Mono.error(SearchProblem.REBUILD_RUNNING::raise);
            all((done, total) -> {})
                    .subscribe(ignored -> {}, failure -> LOG.warn("rebuild ended: {}", failure.toString()));
            return Mono.empty();
        });
    }

    @Override
    public Mono<Void> all(Progress progress) {
        return Mono.defer(() -> {
            if (!running.compareAndSet(false, true)) return Mono.error(SearchProblem.REBUILD_RUNNING::raise);
            // At once: whoever asks right after it began must not be told how the one before ended.
            status.set(new Status(State.RUNNING, 0, 0, null, null, null));
            return clock.now()
                    .doOnError(failure ->
                            status.updateAndGet(before -> before.ended(State.FAILED, null, failure.getMessage())))
                    .flatMap(now -> run(now, progress))
                    // Before the end is told: whoever waited for it may begin the next one.
                    .doOnTerminate(() -> running.set(false))
                    .doOnCancel(() -> running.set(false));
        });
    }

    private Mono<Void> run(Instant now, Progress progress) {
        var counter = new Counter(now, progress);
        var today = LocalDate.ofInstant(now, BusinessClock.ZONE);
        status.set(new Status(State.RUNNING, 0, 0, now, null, null));
        return prepare(counter)
                .flatMap(empty -> empty ? fillEmpty(today, counter) : fillBeside(today, counter))
                .then(clock.now())
                .doOnNext(end -> status.updateAndGet(before -> before.ended(State.DONE, end, null)))
                .doOnError(
                        failure -> status.updateAndGet(before -> before.ended(State.FAILED, now, failure.getMessage())))
                .then();
    }

    /** Whether there is nothing yet; what an earlier rebuild left behind is removed. */
    private Mono<Boolean> prepare(Counter counter) {
        return Flux.fromArray(SearchIndex.values())
                .flatMap(index -> indices.ensure(index).delayUntil(condition -> indices.discardUnused(index)))
                .all(condition -> condition == Condition.EMPTY)
                .delayUntil(empty -> indices.count(NOTICES)
                        .zipWith(indices.count(ORGANIZATIONS), Long::sum)
                        .doOnNext(counter::expect));
    }

    /** On the first start nobody asks an empty index yet: it is filled where it is. */
    private Mono<Void> fillEmpty(LocalDate today, Counter counter) {
        return named(index -> indices.targets(index).map(List::getFirst))
                .flatMap(names -> fill(names, today, counter).then(indices.refresh(names.values())))
                .then(indices.layOutOn(CAPABILITIES, today));
    }

    private Mono<Void> fillBeside(LocalDate today, Counter counter) {
        return named(indices::beside)
                .delayUntil(fresh -> Mono.delay(ALL_KNOW))
                .flatMap(fresh -> Mono.firstWithSignal(fill(fresh, today, counter), beating(fresh))
                        .then(Mono.defer(() -> indices.swap(fresh)))
                        .onErrorResume(failure -> thrownAway(fresh).then(Mono.error(failure))))
                .then(indices.layOutOn(CAPABILITIES, today));
    }

    private static Mono<Map<SearchIndex, String>> named(Function<SearchIndex, Mono<String>> name) {
        return Flux.fromArray(SearchIndex.values())
                .flatMap(index -> name.apply(index).map(found -> Map.entry(index, found)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Void> thrownAway(Map<SearchIndex, String> fresh) {
        return indices.discard(List.copyOf(fresh.values())).onErrorComplete().then();
    }

    private Mono<Void> beating(Map<SearchIndex, String> fresh) {
        return Flux.interval(BEAT)
                .onBackpressureDrop()
                .concatMap(tick -> Flux.fromIterable(fresh.entrySet())
                        .concatMap(one -> indices.beat(one.getKey(), one.getValue()))
                        .onErrorComplete())
                .then();
    }

    private Mono<Void> fill(Map<SearchIndex, String> names, LocalDate today, Counter counter) {
        return fillNotices(name(names, NOTICES), counter)
                .then(fillBodies(name(names, ORGANIZATIONS), name(names, CAPABILITIES), today, counter));
    }

    private static String name(Map<SearchIndex, String> fresh, SearchIndex index) {
        var name = fresh.get(index);
        if (name == null) throw new IllegalStateException(index.name());
        return name;
    }

    private Mono<Void> fillNotices(String index, Counter counter) {
        return noticesAfter(null)
                .expand(page -> page.size() < NOTICES_AT_ONCE
                        ? Mono.empty()
                        : noticesAfter(page.getLast().id()))
                .flatMap(page -> send(() -> notices.bulk(List.of(index), page), page.size(), counter), BULKS_AT_ONCE, 1)
                .then();
    }

    private Mono<List<PublishedNotice>> noticesAfter(@Nullable UUID id) {
        return purchases.noticesAfter(id, NOTICES_AT_ONCE).collectList();
    }

    private Mono<Void> fillBodies(String organizations, String capabilities, LocalDate today, Counter counter) {
        var targets = new Bodies.Targets(List.of(organizations), List.of(capabilities));
        return bodiesAfter(null)
                .expand(page -> page.size() < BODIES_AT_ONCE
                        ? Mono.empty()
                        : bodiesAfter(page.getLast().id()))
                .concatMap(page -> bodies.layOut(page, today), 1)
                .flatMap(
                        page -> send(() -> Bodies.bulk(targets, page, Map.of(), Map.of()), page.size(), counter),
                        BULKS_AT_ONCE,
                        1)
                .then();
    }

    private Mono<List<BodyProfile>> bodiesAfter(@Nullable UUID id) {
        return bodies.after(id, BODIES_AT_ONCE).collectList();
    }

    /** Laying out a thousand documents is work, which no event loop should do. */
    private Mono<Void> send(Supplier<Bulk> documents, int size, Counter counter) {
        return Mono.fromSupplier(documents)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(bulk -> bulk.send(elastic, false).retryWhen(WHILE_BUSY))
                .doOnSuccess(sent -> counter.add(size));
    }

    /** Keeps the status and tells whoever waits. */
    private final class Counter {
        private final Instant started;
        private final Progress progress;
        private final AtomicLong done = new AtomicLong();
        private volatile long total;

        Counter(Instant started, Progress progress) {
            this.started = started;
            this.progress = progress;
        }

        void expect(long documents) {
            total = documents;
        }

        void add(int documents) {
            long now = done.addAndGet(documents);
            long of = Math.max(now, total);
            status.set(new Status(State.RUNNING, now, of, started, null, null));
            progress.report(now, of);
        }
    }
}
