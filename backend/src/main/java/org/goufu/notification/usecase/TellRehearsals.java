package org.goufu.notification.usecase;

import java.util.List;
import org.goufu.bidding.RehearsalDue;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears that keys should be rehearsed before a lot closes and tells the department's staff whose. */
@Component
class TellRehearsals implements EventHandler<RehearsalDue> {
    private final Inbox inbox;
    private final Transactions transactions;

    TellRehearsals(Inbox inbox, Transactions transactions) {
        this.inbox = inbox;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.rehearsals";
    }

    @Override
    public Class<RehearsalDue> type() {
        return RehearsalDue.class;
    }

    @Override
    public Mono<Void> handle(List<RehearsalDue> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> transactions.write(inbox.deliver(batch(event))))
                .then();
    }

    private static Batch batch(RehearsalDue event) {
        return Batch.toDepartment(
                "rehearsal/%s/%d".formatted(event.lotId(), event.version()),
                event.departmentId(),
                event.purchaseId(),
                event.title(),
                Phrase.of("told.rehearsal.due", String.join("、", event.owners())));
    }
}
