package org.goufu.notification.usecase;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.goufu.bidding.OpeningNews;
import org.goufu.bidding.OpeningNews.What;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.notification.domain.Batch.About;
import org.goufu.notification.domain.Kind;
import org.goufu.notification.domain.Place;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears what goes on with a lot's box and tells those who have a part in it. */
@Component
class TellOpenings implements EventHandler<OpeningNews> {
    private final Delivery delivery;
    private final Transactions transactions;
    private final RandomGenerator random = new SecureRandom();

    TellOpenings(Delivery delivery, Transactions transactions) {
        this.delivery = delivery;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.openings";
    }

    @Override
    public Class<OpeningNews> type() {
        return OpeningNews.class;
    }

    @Override
    public Mono<Void> handle(List<OpeningNews> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> transactions.write(delivery.of(batch(event))))
                .then();
    }

    private Batch batch(OpeningNews event) {
        return Batch.ofLot(
                Kind.OPENING,
                place(event.what()),
                "opening/" + event.id(),
                new About(event.lotId(), event.purchaseId(), event.title()),
                event.recipients(),
                phrase(event),
                random);
    }

    private static Place place(What what) {
        return switch (what) {
            case PANEL_DUE -> Place.EVALUATION;
            case PART_RECORDED, PART_TOO_FEW -> Place.CONSENTS;
            default -> Place.OPENING;
        };
    }

    static Phrase phrase(OpeningNews event) {
        var word = event.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Phrase.of("told.opening." + word, time(event.time()), event.count() == null ? "" : event.count());
    }

    static String time(@Nullable Instant time) {
        return time == null ? "" : Phrase.time(time);
    }
}
