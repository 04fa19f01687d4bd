package org.goufu.bidding.usecase;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Box;
import org.goufu.bidding.usecase.Boxes.NewBox;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.NoticePublished;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the box of every lot for which bids are given here: on the news of its publication, or when the first bidder is faster. */
@Component
public class MakeBoxes implements EventHandler<NoticePublished> {
    private final PurchaseDirectory purchases;
    private final Boxes boxes;
    private final BiddingSettings settings;
    private final Transactions transactions;

    MakeBoxes(PurchaseDirectory purchases, Boxes boxes, BiddingSettings settings, Transactions transactions) {
        this.purchases = purchases;
        this.boxes = boxes;
        this.settings = settings;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "bidding.boxes";
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
                .concatMap(this::make)
                .then();
    }

    /** Fails with {@code bid/lot-not-found} or {@code bid/not-given-here}. */
    public Mono<Box> box(UUID lotId) {
        return boxes.find(List.of(lotId)).next().switchIfEmpty(Mono.defer(() -> first(lotId)));
    }

    private Mono<Box> first(UUID lotId) {
        return purchases
                .lot(lotId)
                .filter(lot -> lot.deadline() != null)
                .switchIfEmpty(Mono.error(BidProblem.LOT_NOT_FOUND::raise))
                .filter(settings::isGivenHere)
                .switchIfEmpty(Mono.error(BidProblem.NOT_GIVEN_HERE::raise))
                .flatMap(this::make)
                .then(boxes.find(List.of(lotId)).next());
    }

    /** On what is held: a correction comes before the box or finds it. */
    private Mono<Void> make(PublishedLot published) {
        return transactions.write(purchases
                .holdLots(List.of(published.id()))
                .next()
                .flatMap(lot -> purchases
                        .digest(lot.noticeId())
                        .map(digest -> new NewBox(
                                lot.id(),
                                lot.purchaseId(),
                                lot.noticeId(),
                                digest,
                                lot.title(),
                                Objects.requireNonNull(lot.deadline()))))
                .flatMap(box -> boxes.make(List.of(box))));
    }
}
