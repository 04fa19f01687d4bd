package org.goufu.notification.usecase;

import java.util.List;
import java.util.Locale;
import org.goufu.bidding.ConsortiumNews;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears what members of a consortium ask and answer each other, and tells the other side. */
@Component
class TellAgreements implements EventHandler<ConsortiumNews> {
    private final Delivery delivery;
    private final Transactions transactions;

    TellAgreements(Delivery delivery, Transactions transactions) {
        this.delivery = delivery;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.consortia";
    }

    @Override
    public Class<ConsortiumNews> type() {
        return ConsortiumNews.class;
    }

    @Override
    public Mono<Void> handle(List<ConsortiumNews> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> transactions.write(delivery.of(batch(event))))
                .then();
    }

    private static Batch batch(ConsortiumNews event) {
        var word = event.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Batch.ofPart(
                "consortium/" + event.id(),
                event.recipientId(),
                event.purchaseId(),
                event.lotId(),
                event.title(),
                Phrase.of("told.consortium." + word, event.other()));
    }
}
