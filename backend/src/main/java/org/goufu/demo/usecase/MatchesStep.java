package org.goufu.demo.usecase;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.goufu.matching.Rematching;
import org.goufu.notification.Teller;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Matches the province's open lots and fills the inboxes, through the doors and without news: both may be repeated without harm. */
@Component
class MatchesStep implements DemoStep {
    private static final int LOTS_AT_ONCE = 200;
    private static final int TOLD_AT_ONCE = 2;

    private final Rematching rematching;
    private final Teller teller;
    private final PurchaseDirectory purchases;

    MatchesStep(Rematching rematching, Teller teller, PurchaseDirectory purchases) {
        this.rematching = rematching;
        this.teller = teller;
        this.purchases = purchases;
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public String name() {
        return "matches";
    }

    @Override
    public Mono<Void> load(DemoPlan plan, Progress progress) {
        return rematching
                .quietly(
                        judged -> progress.report("bodies", judged, plan.scale().bodies()))
                .flatMap(lots -> tell(lots, progress));
    }

    private Mono<Void> tell(long lots, Progress progress) {
        var told = new AtomicLong();
        return page(null)
                .expand(page ->
                        page.isEmpty() ? Mono.empty() : page(page.getLast().id()))
                .flatMapIterable(page -> page)
                .flatMap(
                        lot -> teller.tell(lot.id(), lot.noticeId())
                                .doOnSuccess(done -> progress.report("lots told", told.incrementAndGet(), lots)),
                        TOLD_AT_ONCE)
                .then();
    }

    private Mono<List<PublishedLot>> page(@Nullable UUID after) {
        return purchases.openLotsAfter(after, LOTS_AT_ONCE).collectList();
    }
}
