package org.goufu.matching;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goufu.purchase.LotTerms;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PublishedNotice;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Published lots in memory. */
public final class InMemoryLots implements PurchaseDirectory {
    private final Map<UUID, PublishedLot> lots = new LinkedHashMap<>();
    private final Map<UUID, List<String>> words = new HashMap<>();
    private final Set<UUID> ended = new HashSet<>();

    public InMemoryLots holding(PublishedLot... published) {
        for (var lot : published) lots.put(lot.id(), lot);
        return this;
    }

    /** A call, and what corrections made of it. */
    public InMemoryLots saying(UUID notice, String... texts) {
        words.put(notice, List.of(texts));
        return this;
    }

    public InMemoryLots ended(UUID... decided) {
        ended.addAll(List.of(decided));
        return this;
    }

    @Override
    public Flux<String> words(UUID noticeId) {
        return Flux.fromIterable(words.getOrDefault(noticeId, List.of()));
    }

    @Override
    public Mono<PublishedNotice> notice(UUID id) {
        return Mono.empty();
    }

    @Override
    public Flux<PublishedNotice> notices(Collection<UUID> ids) {
        return Flux.empty();
    }

    @Override
    public Flux<PublishedNotice> noticesAfter(@Nullable UUID id, int size) {
        return Flux.empty();
    }

    @Override
    public Mono<PublishedLot> lot(UUID id) {
        return Mono.justOrEmpty(lots.get(id));
    }

    @Override
    public Flux<PublishedLot> holdLots(Collection<UUID> ids) {
        return Flux.fromIterable(ids).flatMap(this::lot);
    }

    /** Nothing is written down here. */
    @Override
    public Mono<byte[]> digest(UUID noticeId) {
        return Mono.empty();
    }

    @Override
    public Mono<LotTerms> terms(UUID lot) {
        return Mono.empty();
    }

    @Override
    public Flux<UUID> decided(Collection<UUID> lots) {
        return Flux.fromIterable(ended).filter(lots::contains);
    }

    @Override
    public Flux<PublishedLot> lotsOf(UUID noticeId) {
        return Flux.fromIterable(lots.values()).filter(lot -> lot.noticeId().equals(noticeId));
    }

    @Override
    public Flux<PublishedLot> openLotsAfter(@Nullable UUID id, int size) {
        return Flux.fromStream(lots.values().stream()
                .filter(PublishedLot::open)
                .sorted(Comparator.comparing(PublishedLot::id))
                .filter(lot -> id == null || lot.id().compareTo(id) > 0)
                .limit(size));
    }
}
