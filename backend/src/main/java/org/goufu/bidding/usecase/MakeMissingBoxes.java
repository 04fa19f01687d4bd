package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.MissingBoxes;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Goes through all open lots, page by page. */
@Component
class MakeMissingBoxes implements MissingBoxes {
    private static final int LOTS_AT_ONCE = 200;

    private final PurchaseDirectory purchases;
    private final BiddingSettings settings;
    private final MakeBoxes making;

    MakeMissingBoxes(PurchaseDirectory purchases, BiddingSettings settings, MakeBoxes making) {
        this.purchases = purchases;
        this.settings = settings;
        this.making = making;
    }

    @Override
    public Mono<Long> make() {
        return page(null)
                .expand(page ->
                        page.isEmpty() ? Mono.empty() : page(page.getLast().id()))
                .flatMapIterable(page -> page)
                .filter(settings::isGivenHere)
                .concatMap(lot -> making.box(lot.id()))
                .count();
    }

    private Mono<List<PublishedLot>> page(@Nullable UUID after) {
        return purchases.openLotsAfter(after, LOTS_AT_ONCE).collectList();
    }
}
