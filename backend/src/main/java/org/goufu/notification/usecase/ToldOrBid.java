package org.goufu.notification.usecase;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goufu.bidding.Bidders;
import org.goufu.notification.domain.Batch;
import org.goufu.platform.database.Transactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells all who were told of lots and all who bid for them, in one batch and the same words: nobody can see from what is told who of them
 * has bid.
 */
@Component
class ToldOrBid {
    private final Inbox inbox;
    private final Delivery delivery;
    private final Bidders bidders;
    private final Transactions transactions;

    ToldOrBid(Inbox inbox, Delivery delivery, Bidders bidders, Transactions transactions) {
        this.inbox = inbox;
        this.delivery = delivery;
        this.bidders = bidders;
        this.transactions = transactions;
    }

    /** Nothing when there is nobody. */
    Mono<Void> tell(Collection<UUID> lots, Function<Set<UUID>, Batch> batch) {
        return Flux.fromIterable(lots)
                .concatMap(inbox::toldOf)
                .concatWith(bidders.in(lots))
                .collect(Collectors.toSet())
                .filter(recipients -> !recipients.isEmpty())
                .map(batch)
                .flatMap(told -> transactions.write(delivery.of(told)));
    }
}
