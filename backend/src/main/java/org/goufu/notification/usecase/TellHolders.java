package org.goufu.notification.usecase;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.goufu.bidding.Bidders;
import org.goufu.bidding.HoldersReplaced;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hears that a lot's holders were replaced and tells all who were told of the lot and all who bid for it, in the same words: nobody can see
 * from what is told who of them has to seal anew.
 */
@Component
class TellHolders implements EventHandler<HoldersReplaced> {
    private final Inbox inbox;
    private final Bidders bidders;
    private final Transactions transactions;
    private final RandomGenerator random = new SecureRandom();

    TellHolders(Inbox inbox, Bidders bidders, Transactions transactions) {
        this.inbox = inbox;
        this.bidders = bidders;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.holders";
    }

    @Override
    public Class<HoldersReplaced> type() {
        return HoldersReplaced.class;
    }

    @Override
    public Mono<Void> handle(List<HoldersReplaced> events) {
        return Flux.fromIterable(events).concatMap(this::tell).then();
    }

    private Mono<Void> tell(HoldersReplaced event) {
        return inbox.toldOf(event.lotId())
                .concatWith(bidders.in(List.of(event.lotId())))
                .collect(Collectors.toSet())
                .filter(recipients -> !recipients.isEmpty())
                .flatMap(recipients -> transactions.write(inbox.deliver(batch(event, recipients))));
    }

    private Batch batch(HoldersReplaced event, Set<UUID> recipients) {
        return Batch.ofHolders(
                "holders/" + event.id(),
                new Batch.About(event.lotId(), event.purchaseId(), event.title()),
                event.noticeId(),
                recipients,
                Phrase.of("told.holders-replaced"),
                random);
    }
}
