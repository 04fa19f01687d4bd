package org.goufu.bidding.usecase;

import java.util.List;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.LotTerminated;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears that a lot was terminated: its box takes nothing more in, and what is sealed stays so. */
@Component
class EndOpenings implements EventHandler<LotTerminated> {
    private final Openings openings;
    private final Transactions transactions;

    EndOpenings(Openings openings, Transactions transactions) {
        this.openings = openings;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "bidding.terminated";
    }

    @Override
    public Class<LotTerminated> type() {
        return LotTerminated.class;
    }

    @Override
    public Mono<Void> handle(List<LotTerminated> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> transactions.write(openings.end(event.lotId())))
                .then();
    }
}
