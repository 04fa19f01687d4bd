package org.goufu.notification.usecase;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.goufu.bidding.PartsInBids;
import org.goufu.bidding.PartsInBids.PartInBid;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.notification.domain.Kind;
import org.goufu.notification.domain.Place;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.LotTerminated;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hears that a lot was terminated and tells the groups behind bids that were opened, and, in one batch and the same words, all who were
 * told of the lot or bid for it: nobody can see from what is told who of them has bid.
 */
@Component
class TellTerminations implements EventHandler<LotTerminated> {
    private final ToldOrBid toldOrBid;
    private final PartsInBids parts;
    private final Delivery delivery;
    private final Transactions transactions;
    private final RandomGenerator random = new SecureRandom();

    TellTerminations(ToldOrBid toldOrBid, PartsInBids parts, Delivery delivery, Transactions transactions) {
        this.toldOrBid = toldOrBid;
        this.parts = parts;
        this.delivery = delivery;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.terminations";
    }

    @Override
    public Class<LotTerminated> type() {
        return LotTerminated.class;
    }

    @Override
    public Mono<Void> handle(List<LotTerminated> events) {
        return Flux.fromIterable(events).concatMap(this::tell).then();
    }

    private Mono<Void> tell(LotTerminated event) {
        var lot = Set.of(event.lotId());
        return parts.of(lot)
                .map(PartInBid::group)
                .collect(Collectors.toSet())
                .filter(groups -> !groups.isEmpty())
                .flatMap(groups -> transactions.write(delivery.of(ofGroups(event, groups))))
                .then(Mono.defer(() -> toldOrBid.tell(lot, others -> ofOthers(event, others))));
    }

    private Batch ofGroups(LotTerminated event, Set<UUID> groups) {
        return Batch.ofLot(
                Kind.EVALUATION,
                Place.CONSENTS,
                news(event),
                about(event),
                groups,
                Phrase.of("told.terminated.part"),
                random);
    }

    /** Of them who was told of its own part is not told again: it is the same piece of news. */
    private Batch ofOthers(LotTerminated event, Set<UUID> others) {
        return Batch.ofPublic(
                Kind.NOTICE, news(event), about(event), event.noticeId(), others, Phrase.of("told.terminated"), random);
    }

    private static String news(LotTerminated event) {
        return "terminated/" + event.lotId();
    }

    private static Batch.About about(LotTerminated event) {
        return new Batch.About(event.lotId(), event.purchaseId(), event.title());
    }
}
