package org.goufu.notification.usecase;

import java.util.List;
import org.goufu.matching.Phrase;
import org.goufu.notification.domain.Batch;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.ReviewAsked;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hears that a purchase waits for review and tells the department's staff. */
@Component
class TellReviewAsked implements EventHandler<ReviewAsked> {
    private final Inbox inbox;
    private final Transactions transactions;

    TellReviewAsked(Inbox inbox, Transactions transactions) {
        this.inbox = inbox;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "notification.review-asked";
    }

    @Override
    public Class<ReviewAsked> type() {
        return ReviewAsked.class;
    }

    @Override
    public Mono<Void> handle(List<ReviewAsked> events) {
        return Flux.fromIterable(events)
                .concatMap(event -> transactions.write(inbox.deliver(batch(event))))
                .then();
    }

    private static Batch batch(ReviewAsked event) {
        return Batch.toDepartment(
                "review-asked/%s/%d".formatted(event.purchaseId(), event.version()),
                event.departmentId(),
                event.purchaseId(),
                event.title(),
                Phrase.of("told.review.asked"));
    }
}
