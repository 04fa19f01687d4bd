package org.goufu.notification.usecase;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.goufu.evaluation.EvaluationNews;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.notification.domain.Batch.About;
import org.goufu.notification.domain.Kind;
import org.goufu.notification.domain.Place;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears how far an evaluation has come and tells those who are to do something now. */
@Component
class TellEvaluations implements EventHandler<EvaluationNews> {
    private final Delivery delivery;
    private final Transactions transactions;
    private final RandomGenerator random = new SecureRandom();

    TellEvaluations(Delivery delivery, Transactions transactions) {
        this.delivery = delivery;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.evaluations";
    }

    @Override
    public Class<EvaluationNews> type() {
        return EvaluationNews.class;
    }

    @Override
    public Mono<Void> handle(List<EvaluationNews> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> transactions.write(delivery.of(batch(event))))
                .then();
    }

    private Batch batch(EvaluationNews event) {
        return Batch.ofLot(
                Kind.EVALUATION,
                place(event.what()),
                "evaluation/" + event.id(),
                new About(event.lotId(), event.purchaseId(), event.title()),
                event.recipients(),
                phrase(event),
                random);
    }

    static Place place(EvaluationNews.What what) {
        if (what == EvaluationNews.What.PRICES_DUE) return Place.OPENING;
        return switch (what.reader()) {
            case DEPARTMENT -> Place.EVALUATION;
            case PANEL -> Place.DESK;
            case BIDDER -> Place.DEBRIEF;
            case GROUP -> Place.CONSENTS;
        };
    }

    static Phrase phrase(EvaluationNews event) {
        var word = event.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Phrase.of(
                "told.evaluation." + word,
                TellOpenings.time(event.time()),
                Objects.requireNonNullElse(event.words(), ""));
    }
}
