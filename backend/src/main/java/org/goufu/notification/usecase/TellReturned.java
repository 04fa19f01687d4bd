package org.goufu.notification.usecase;

import java.util.List;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.ReturnedToDraft;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears that a purchase was given back and tells the department's staff. */
@Component
class TellReturned implements EventHandler<ReturnedToDraft> {
    private final Inbox inbox;
    private final Transactions transactions;

    TellReturned(Inbox inbox, Transactions transactions) {
        this.inbox = inbox;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.returned";
    }

    @Override
    public Class<ReturnedToDraft> type() {
        return ReturnedToDraft.class;
    }

    @Override
    public Mono<Void> handle(List<ReturnedToDraft> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> transactions.write(inbox.deliver(batch(event))))
                .then();
    }

    private static Batch batch(ReturnedToDraft event) {
        return Batch.toDepartment(
                "returned/%s/%d".formatted(event.purchaseId(), event.version()),
                event.departmentId(),
                event.purchaseId(),
                event.title(),
                Phrase.of("told.review.returned"));
    }
}
