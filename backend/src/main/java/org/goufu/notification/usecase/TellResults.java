package org.goufu.notification.usecase;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.goufu.bidding.PartsInBids;
import org.goufu.bidding.PartsInBids.PartInBid;
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
    private final PartsInBids parts;
    private final Delivery delivery;
    private final Transactions transactions;
    private final RandomGenerator random = new SecureRandom();

    TellResults(Inbox inbox, PartsInBids parts, Delivery delivery, Transactions transactions) {
        this.inbox = inbox;
        this.parts = parts;
        this.delivery = delivery;
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
        return Mono.zip(
                        inbox.toldOf(event.lotId()).collectList(),
                        parts.of(Set.of(event.lotId())).collectList())
                .flatMapIterable(both -> batches(event, both.getT1(), both.getT2()))
                .filter(batch -> !batch.tellings().isEmpty())
                .concatMap(delivery::of)
                .then();
    }

    /** Nobody is told twice: who bid is told how its bid fared, and not that there is a result. */
    private List<Batch> batches(LotAwarded event, List<UUID> told, List<PartInBid> parts) {
        var lost = new ArrayList<>(event.bidders());
        lost.removeAll(event.winners());
        var others = new HashSet<>(told);
        event.bidders().forEach(others::remove);
        event.behind().forEach(others::remove);
        var batches = new ArrayList<>(List.of(
                batch(event, Place.DEBRIEF, event.winners(), "won"),
                batch(event, Place.DEBRIEF, lost, "not-won"),
                batch(event, Place.RESULT, others, "published")));
        for (var group : event.behind()) batches.add(ofGroup(event, group, parts));
        return batches;
    }

    /** What its federation's bid came to, with its own part; each group is told of its own and of no other's. */
    private Batch ofGroup(LotAwarded event, UUID group, List<PartInBid> parts) {
        return parts.stream()
                .filter(part -> part.group().equals(group))
                .findFirst()
                .map(part -> batch(event, Place.CONSENTS, List.of(group), phrase(event, part)))
                .orElseGet(() -> batch(event, Place.RESULT, List.of(group), "of-our-bid"));
    }

    static Phrase phrase(LotAwarded event, PartInBid part) {
        if (part.fen() == null) return Phrase.of("told.result.of-our-bid");
        var won = event.winners().contains(part.federation().id());
        return Phrase.of(
                won ? "told.result.part-won" : "told.result.part-not-won",
                part.federation().name(),
                part.task(),
                plain(part.share()),
                plain(part.fen()));
    }

    /** Hundredths as people write them: 3250 is 32.5. */
    private static String plain(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }

    private Batch batch(LotAwarded event, Place place, Collection<UUID> recipients, String word) {
        return batch(event, place, recipients, Phrase.of("told.result." + word));
    }

    private Batch batch(LotAwarded event, Place place, Collection<UUID> recipients, Phrase reason) {
        return Batch.ofLot(
                Kind.EVALUATION,
                place,
                "result/" + event.lotId(),
                new About(event.lotId(), event.purchaseId(), event.title()),
                recipients,
                reason,
                random);
    }
}
