package org.goufu.bidding.usecase;

import java.util.List;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.NoticePublished;
import org.goufu.purchase.PurchaseDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears that a notice was published and freezes the keys of its lots that take bids here; where people lack keys, it waits until they have them. */
@Component
class FreezePublished implements EventHandler<NoticePublished> {
    private final FreezeKeyset freeze;
    private final PurchaseDirectory purchases;
    private final BiddingSettings settings;

    FreezePublished(FreezeKeyset freeze, PurchaseDirectory purchases, BiddingSettings settings) {
        this.freeze = freeze;
        this.purchases = purchases;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "bidding.freeze-keysets";
    }

    @Override
    public Class<NoticePublished> type() {
        return NoticePublished.class;
    }

    @Override
    public Mono<Void> handle(List<NoticePublished> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> purchases.lotsOf(event.noticeId()))
                .filter(settings::isGivenHere)
                .concatMap(lot -> freeze.orAwait(lot.id()))
                .then();
    }
}
