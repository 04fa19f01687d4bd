package org.goufu.notification.usecase;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.goufu.evaluation.LotAwarded;
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

/** Hears that a result is public and tells each bidder its own, the groups behind the bids, and all who were told of the lot. */
@Component
class TellResults implements EventHandler<LotAwarded> {
    private final Inbox inbox;
    private final Transactions transactions;
    private final RandomGenerator random = new SecureRandom();

    TellResults(Inbox inbox, Transactions transactions) {
        this.inbox = inbox;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.results";
    }

    @Override
    public Class<LotAwarded> type() {
        return LotAwarded.class;
    }

    @Override
    public Mono<Void> handle(List<LotAwarded> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> transactions.write(tell(event)))
                .then();
    }

    private Mono<Void> tell(LotAwarded event) {
        return inbox.toldOf(event.lotId())
                .collectList()
                .flatMapIterable(told -> batches(event, told))
                .filter(batch -> !batch.tellings().isEmpty())
                .concatMap(inbox::deliver)
                .then();
    }

    /** Nobody is told twice: who bid is told how its bid fared, and not that there is a result. */
    private List<Batch> batches(LotAwarded event, List<UUID> told) {
        var lost = new ArrayList<>(event.bidders());
        lost.removeAll(event.winners());
        var others = new HashSet<>(told);
        event.bidders().forEach(others::remove);
        event.behind().forEach(others::remove);
        return List.of(
                batch(event, Place.DEBRIEF, event.winners(), "won"),
                batch(event, Place.DEBRIEF, lost, "not-won"),
                batch(event, Place.RESULT, event.behind(), "of-our-bid"),
                batch(event, Place.RESULT, others, "published"));
    }

    private Batch batch(LotAwarded event, Place place, Collection<UUID> recipients, String word) {
        return Batch.ofLot(
                Kind.EVALUATION,
                place,
                "result/" + event.lotId(),
                new About(event.lotId(), event.purchaseId(), event.title()),
                recipients,
                Phrase.of("told.result." + word),
                random);
    }
}
