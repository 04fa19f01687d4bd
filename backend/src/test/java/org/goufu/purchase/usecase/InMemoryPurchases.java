package org.goufu.purchase.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.domain.Purchase;
import org.goufu.purchase.domain.PurchaseFixtures;
import org.goufu.purchase.domain.PurchaseProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps purchases for one test. */
public class InMemoryPurchases implements Purchases {
    final Map<UUID, NoticeContent> notices = new HashMap<>();
    final List<Act> acts = new ArrayList<>();
    Instant now = PurchaseFixtures.NOW;

    private final Map<UUID, Purchase> purchases = new HashMap<>();
    private final Map<UUID, List<Submission>> submissions = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Published> published = new ArrayList<>();

    @Override
    public Mono<Purchase> get(UUID id) {
        return Mono.fromCallable(() -> purchases.get(id)).switchIfEmpty(Mono.error(PurchaseProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<Purchase> add(Purchase purchase, Act act) {
        return Mono.fromCallable(() -> {
            acts.add(act);
            purchases.put(purchase.id(), purchase);
            return purchase;
        });
    }

    @Override
    public Mono<Purchase> save(Purchase purchase, Act act) {
        return Mono.fromCallable(() -> {
            refuseStale(purchase);
            acts.add(act);
            var next = purchase.at(purchase.version() + 1);
            purchases.put(purchase.id(), next);
            if (act.kind() == Act.Kind.SUBMITTED) {
                submissions
                        .computeIfAbsent(purchase.id(), id -> new ArrayList<>())
                        .addFirst(new Submission(now, purchase.content()));
            }
            return next;
        });
    }

    @Override
    public Mono<Void> delete(Purchase purchase) {
        return Mono.fromRunnable(() -> {
            refuseStale(purchase);
            purchases.remove(purchase.id());
        });
    }

    @Override
    public Mono<Numbered> nextNumber(String countyCode) {
        return Mono.fromCallable(() ->
                new Numbered("%s-2026-%06d".formatted(countyCode, numbers.merge(countyCode, 1, Integer::sum)), now));
    }

    @Override
    public Mono<Purchase> publish(Purchase purchase, NewNotice notice, Act act) {
        return save(purchase, act).doOnNext(saved -> {
            var content = notice.content();
            notices.put(notice.id(), content);
            published.add(new Published(
                    notice.id(),
                    purchase.id(),
                    content.type(),
                    content.number(),
                    content.publishedAt(),
                    notice.digest()));
        });
    }

    @Override
    public Flux<Published> publishedAfter(@Nullable Published last, int size) {
        var order = Comparator.comparing(Published::at).thenComparing(Published::id);
        return Flux.defer(() -> Flux.fromStream(published.stream()
                .filter(notice -> last == null || order.compare(notice, last) > 0)
                .sorted(order)
                .limit(size)));
    }

    @Override
    public Mono<Long> published() {
        return Mono.fromSupplier(() -> (long) published.size());
    }

    @Override
    public Flux<Submission> submissions(UUID id) {
        return Flux.defer(() -> Flux.fromIterable(submissions.getOrDefault(id, List.of())));
    }

    private void refuseStale(Purchase purchase) {
        var stored = purchases.get(purchase.id());
        if (stored == null || stored.version() != purchase.version()) {
            throw PurchaseProblem.CHANGED_MEANWHILE.raise();
        }
    }
}
