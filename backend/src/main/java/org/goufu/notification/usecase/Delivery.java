package org.goufu.notification.usecase;

import org.goufu.notification.domain.Batch;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Delivers what is told, and what is told of a lot under the names of its purchase and of the lot: many lots have the same name. */
@Component
class Delivery {
    private final Inbox inbox;
    private final PurchaseDirectory purchases;

    Delivery(Inbox inbox, PurchaseDirectory purchases) {
        this.inbox = inbox;
        this.purchases = purchases;
    }

    /** In the caller's transaction. */
    Mono<Void> of(Batch batch) {
        var lot = batch.lotId();
        if (lot == null) return inbox.deliver(batch);
        return purchases
                .lot(lot)
                .map(published -> batch.titled(title(published)))
                .defaultIfEmpty(batch)
                .flatMap(inbox::deliver);
    }

    /** Once, where both are called the same. */
    static String title(PublishedLot lot) {
        var purchase = lot.noticeTitle().strip();
        var own = lot.title().strip();
        return purchase.equals(own) ? own : purchase + " · " + own;
    }
}
