package org.goufu.search.index;

import static org.goufu.search.index.SearchIndex.CAPABILITIES;
import static org.goufu.search.index.SearchIndex.NOTICES;
import static org.goufu.search.index.SearchIndex.ORGANIZATIONS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.goufu.organization.BodyProfile;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedNotice;
import org.goufu.purchase.PurchaseDirectory;
import org.goufu.search.Capability;
import org.goufu.search.index.IndexedVersions.Indexed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Compares every document's version with the row it was made from; what differs is indexed anew.
 *
 * <p>A row that changed a moment ago is on its way to the index, not astray: what differs is looked at once more, a little later, and
 * counts only if it still does.
 */
@Component
public class IndexCheck {
    private static final Logger LOG = LoggerFactory.getLogger(IndexCheck.class);
    private static final int NOTICES_AT_ONCE = 1_000;
    private static final int BODIES_AT_ONCE = 300;
    /** News is in the index within a second; what is not there after this long will not come. */
    private static final Duration NEWS_ARRIVES_WITHIN = Duration.ofSeconds(3);

    private final PurchaseDirectory purchases;
    private final BodyReader reader;
    private final IndexedVersions versions;
    private final Notices notices;
    private final IndexBodies bodies;
    private final BusinessClock clock;

    IndexCheck(
            PurchaseDirectory purchases,
            BodyReader reader,
            IndexedVersions versions,
            Notices notices,
            IndexBodies bodies,
            BusinessClock clock) {
        this.purchases = purchases;
        this.reader = reader;
        this.versions = versions;
        this.notices = notices;
        this.bodies = bodies;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param missing rows without a document
     * @param stale documents that are older than their row
     * @param extra documents without a row
     */
    public record Result(Instant checkedAt, long missing, long stale, long extra) {
        Result plus(Difference other) {
            return new Result(
                    checkedAt, missing + other.missing.size(), stale + other.stale.size(), extra + other.extra.size());
        }
    }

    /** Whose documents differ, by owner. */
    record Difference(Set<UUID> missing, Set<UUID> stale, Set<UUID> extra) {
        static Difference of(Map<UUID, Indexed> wanted, Map<UUID, Indexed> found) {
            var difference = new Difference(new HashSet<>(), new HashSet<>(), new HashSet<>());
            wanted.forEach((id, document) -> {
                var there = found.get(id);
                if (there == null) difference.missing.add(document.owner());
                else if (there.version() < document.version()) difference.stale.add(document.owner());
            });
            found.forEach((id, document) -> {
                if (!wanted.containsKey(id)) difference.extra.add(document.owner());
            });
            return difference;
        }

        /** What differed here and differs still. */
        Difference still(Difference later) {
            return new Difference(both(missing, later.missing), both(stale, later.toIndex()), both(extra, later.extra));
        }

        private static Set<UUID> both(Set<UUID> one, Set<UUID> other) {
            var both = new HashSet<>(one);
            both.retainAll(other);
            return both;
        }

        Set<UUID> toIndex() {
            var all = new HashSet<>(missing);
            all.addAll(stale);
            return all;
        }

        Set<UUID> all() {
            var all = toIndex();
            all.addAll(extra);
            return all;
        }
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "Asia/Shanghai")
    void nightly() {
        compare(true)
                .subscribe(
                        result -> LOG.info(
                                "index check: {} missing, {} stale, {} extra",
                                result.missing(),
                                result.stale(),
                                result.extra()),
                        failure -> LOG.warn("index check ended: {}", failure.toString()));
    }

    /**
     * Fails with {@code search/unavailable}.
     *
     * @param repair whether to index anew what differs
     */
    public Mono<Result> compare(boolean repair) {
        return clock.now()
                .map(now -> new Result(now, 0, 0, 0))
                .flatMap(none -> compareNotices(none, repair))
                .flatMap(some -> compareBodies(some, repair));
    }

    private Mono<Result> compareNotices(Result start, boolean repair) {
        return noticesAfter(null)
                .expand(page -> page.isLast() ? Mono.empty() : noticesAfter(page.upTo()))
                .concatMap(page -> settled(page, this::differenceOfNotices, noticesAfter(page.after()))
                        .delayUntil(found -> repair ? repairNotices(found) : Mono.empty()))
                .reduce(start, Result::plus);
    }

    private Mono<Difference> differenceOfNotices(Rows<PublishedNotice> page) {
        return versions.between(NOTICES, "id", page.after(), page.upTo())
                .map(found -> Difference.of(wanted(page.rows()), found));
    }

    private static <T> Mono<Difference> settled(
            Rows<T> page, Function<Rows<T>, Mono<Difference>> compared, Mono<Rows<T>> later) {
        return compared.apply(page)
                .flatMap(first -> first.all().isEmpty()
                        ? Mono.just(first)
                        : later.delaySubscription(NEWS_ARRIVES_WITHIN)
                                .flatMap(compared)
                                .map(first::still));
    }

    private Mono<Void> repairNotices(Difference found) {
        return notices.index(found.toIndex()).then(notices.removeUnknown(found.extra()));
    }

    /** Rows in order of id; the last page is unbounded, so that documents behind the last row are found too. */
    private record Rows<T>(
            @Nullable UUID after, List<T> rows, @Nullable UUID upTo) {
        boolean isLast() {
            return upTo == null;
        }
    }

    private Mono<Rows<PublishedNotice>> noticesAfter(@Nullable UUID after) {
        return purchases
                .noticesAfter(after, NOTICES_AT_ONCE)
                .collectList()
                .map(rows -> new Rows<>(
                        after,
                        rows,
                        rows.size() < NOTICES_AT_ONCE ? null : rows.getLast().id()));
    }

    private static Map<UUID, Indexed> wanted(List<PublishedNotice> rows) {
        var wanted = new HashMap<UUID, Indexed>();
        rows.forEach(notice -> wanted.put(notice.id(), new Indexed(notice.id(), notice.version())));
        return wanted;
    }

    private Mono<Result> compareBodies(Result start, boolean repair) {
        return clock.today()
                .flatMap(today -> bodiesAfter(null)
                        .expand(page -> page.isLast() ? Mono.empty() : bodiesAfter(page.upTo()))
                        .concatMap(page -> settled(page, rows -> difference(rows, today), bodiesAfter(page.after()))
                                .delayUntil(found ->
                                        repair && !found.all().isEmpty() ? bodies.of(found.all()) : Mono.empty()))
                        .reduce(start, Result::plus));
    }

    private Mono<Rows<BodyProfile>> bodiesAfter(@Nullable UUID after) {
        return reader.after(after, BODIES_AT_ONCE)
                .collectList()
                .map(rows -> new Rows<>(
                        after,
                        rows,
                        rows.size() < BODIES_AT_ONCE ? null : rows.getLast().id()));
    }

    private Mono<Difference> difference(Rows<BodyProfile> page, LocalDate today) {
        var found = versions.between(ORGANIZATIONS, "id", page.after(), page.upTo())
                .zipWith(versions.between(CAPABILITIES, "body", page.after(), page.upTo()));
        return found.zipWith(reader.layOut(page.rows(), today), (indexed, documents) -> {
            var organizations = new HashMap<UUID, Indexed>();
            var capabilities = new HashMap<UUID, Indexed>();
            for (var document : documents) {
                var body = document.body().id();
                organizations.put(body, new Indexed(body, document.version()));
                for (Capability capability : document.capabilities()) {
                    capabilities.put(capability.id(), new Indexed(body, capability.version()));
                }
            }
            var difference = Difference.of(organizations, indexed.getT1());
            var ofCapabilities = Difference.of(capabilities, indexed.getT2());
            difference.missing().addAll(ofCapabilities.missing());
            difference.stale().addAll(ofCapabilities.stale());
            difference.extra().addAll(ofCapabilities.extra());
            return difference;
        });
    }
}
