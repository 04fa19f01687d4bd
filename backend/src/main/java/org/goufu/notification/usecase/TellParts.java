package org.goufu.notification.usecase;

import java.util.List;
import java.util.Locale;
import org.goufu.bidding.ConsentNews;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears what a federation asks its groups and what they answer, and tells the other side. */
@Component
class TellParts implements EventHandler<ConsentNews> {
    private final Delivery delivery;
    private final Transactions transactions;

    TellParts(Delivery delivery, Transactions transactions) {
        this.delivery = delivery;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.parts";
    }

    @Override
    public Class<ConsentNews> type() {
        return ConsentNews.class;
    }

    @Override
    public Mono<Void> handle(List<ConsentNews> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> transactions.write(delivery.of(batch(event))))
                .then();
    }

    private static Batch batch(ConsentNews event) {
        var word = event.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Batch.ofPart(
                "consent/" + event.id(),
                event.recipientId(),
                event.purchaseId(),
                event.lotId(),
                event.title(),
                Phrase.of("told.consent." + word, event.other()));
    }
}
