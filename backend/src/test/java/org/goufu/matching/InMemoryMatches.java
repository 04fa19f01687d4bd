package org.goufu.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.goufu.kernel.CategoryCode;
import org.goufu.matching.domain.Match;
import org.goufu.matching.usecase.Matches;
import org.goufu.purchase.PublishedLot;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Matches in memory, with the promises of the real store. */
public final class InMemoryMatches implements Matches {
    private record Key(UUID lot, UUID body) {}

    private record Row(Match match, Instant judgedAt, boolean open) {}

    private final Map<UUID, PublishedLot> lots = new LinkedHashMap<>();
    private final Map<Key, Row> rows = new LinkedHashMap<>();
    private final Map<UUID, Instant> judged = new HashMap<>();

    /** Open rows of a lot. */
    public List<Match> of(UUID lotId) {
        return rows.values().stream()
                .filter(Row::open)
                .map(Row::match)
                .filter(match -> match.lotId().equals(lotId))
                .toList();
    }

    public Match of(UUID lotId, UUID bodyId) {
        return of(lotId).stream()
                .filter(match -> match.body().id().equals(bodyId))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Mono<Void> keep(Collection<PublishedLot> published) {
        return Mono.fromRunnable(() -> published.forEach(lot -> lots.put(lot.id(), lot)));
    }

    @Override
    public Flux<PublishedLot> openLots(Collection<String> categories, int most) {
        return Flux.fromIterable(lots.values())
                .filter(PublishedLot::open)
                .filter(lot -> categories.stream()
                        .anyMatch(code -> new CategoryCode(code).touches(new CategoryCode(lot.categoryCode()))))
                .take(most);
    }

    @Override
    public Flux<PublishedLot> openLotsOf(Collection<UUID> noticeIds) {
        return Flux.fromIterable(lots.values())
                .filter(PublishedLot::open)
                .filter(lot -> noticeIds.contains(lot.noticeId()));
    }

    @Override
    public Mono<Set<UUID>> write(List<Match> matches, Instant judgedAt) {
        return Mono.fromSupplier(() -> {
            var told = new HashSet<UUID>();
            for (var match : matches) {
                var key = new Key(match.lotId(), match.body().id());
                var old = rows.get(key);
                if (old != null && old.judgedAt().isAfter(judgedAt)) continue;
                rows.put(key, new Row(match, judgedAt, true));
                if (match.tells() && (old == null || !old.open() || !old.match().tells())) told.add(match.lotId());
            }
            return told;
        });
    }

    @Override
    public Mono<Void> closeOthersOfLot(UUID lotId, Instant judgedAt) {
        return close(key -> key.lot().equals(lotId), judgedAt);
    }

    @Override
    public Mono<Void> closeOthersOfBodies(Collection<UUID> bodyIds, Instant judgedAt) {
        return close(key -> bodyIds.contains(key.body()), judgedAt);
    }

    private Mono<Void> close(Predicate<Key> concerned, Instant judgedAt) {
        return Mono.fromRunnable(() -> rows.replaceAll(
                (key, row) -> concerned.test(key) && row.judgedAt().isBefore(judgedAt)
                        ? new Row(row.match(), judgedAt, false)
                        : row));
    }

    @Override
    public Mono<Void> judging(Collection<UUID> bodyIds, Instant judgedAt) {
        return Mono.fromRunnable(() -> bodyIds.forEach(
                body -> judged.merge(body, judgedAt, (one, other) -> one.isAfter(other) ? one : other)));
    }

    @Override
    public Mono<Void> settleLots(Collection<UUID> lotIds) {
        return settle(key -> lotIds.contains(key.lot()));
    }

    @Override
    public Mono<Void> settleBodies(Collection<UUID> bodyIds) {
        return settle(key -> bodyIds.contains(key.body()));
    }

    private Mono<Void> settle(Predicate<Key> concerned) {
        return Mono.fromRunnable(() -> rows.replaceAll((key, row) -> {
            var newer = judged.get(key.body());
            return concerned.test(key) && newer != null && row.judgedAt().isBefore(newer)
                    ? new Row(row.match(), newer, false)
                    : row;
        }));
    }

    @Override
    public Mono<Void> matched(Collection<UUID> lotIds, Instant at) {
        return Mono.empty();
    }
}
