package org.goufu.evaluation.usecase;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.OpenedBids;
import org.goufu.bidding.OpenedLot;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Phase;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes over the prices as soon as they are open and everybody has signed the rest; nobody ever types one. */
@Component
class FollowPrices {
    private final OpenedBids opened;
    private final Evaluations evaluations;
    private final Settle settle;
    private final Transactions transactions;
    private final BusinessClock clock;

    FollowPrices(
            OpenedBids opened, Evaluations evaluations, Settle settle, Transactions transactions, BusinessClock clock) {
        this.opened = opened;
        this.evaluations = evaluations;
        this.settle = settle;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Without effect at any other step. */
    Mono<Void> of(UUID lot) {
        return evaluations
                .get(lot)
                .filter(evaluation -> evaluation.phase() == Phase.AWAITING_PRICES)
                .flatMap(waiting -> opened.of(lot))
                .filter(found -> found.stage() == OpenedLot.Stage.ALL)
                .flatMap(found -> transactions.write(priced(found)))
                .then();
    }

    private Mono<Evaluation> priced(OpenedLot found) {
        return evaluations
                .hold(found.lot())
                .filter(evaluation -> evaluation.phase() == Phase.AWAITING_PRICES)
                .zipWith(clock.now(), (evaluation, now) -> evaluation.priced(prices(found), fallen(found), now))
                .flatMap(settle::save);
    }

    private static Map<UUID, Long> prices(OpenedLot lot) {
        var prices = new HashMap<UUID, Long>();
        for (var bid : lot.bids()) {
            if (bid.price() != null) prices.put(bid.envelope(), bid.price().totalFen());
        }
        return prices;
    }

    /** What a price brings to light about a bid that counted until then, as how it is divided among groups. */
    private static Map<UUID, String> fallen(OpenedLot lot) {
        return lot.bids().stream()
                .filter(bid -> !bid.counts())
                .collect(Collectors.toMap(OpenedBid::envelope, OpenedBid::why));
    }
}
