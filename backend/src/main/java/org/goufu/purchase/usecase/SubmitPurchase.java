package org.goufu.purchase.usecase;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.ReviewAsked;
import org.goufu.purchase.domain.Purchase;
import org.goufu.purchase.usecase.Purchases.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An officer asks for approval of a draft that breaks no rule. */
@Component
public class SubmitPurchase {
    private final Purchases purchases;
    private final Examination examination;
    private final BusinessClock clock;
    private final Outbox outbox;
    private final Transactions transactions;

    SubmitPurchase(
            Purchases purchases,
            Examination examination,
            BusinessClock clock,
            Outbox outbox,
            Transactions transactions) {
        this.purchases = purchases;
        this.examination = examination;
        this.clock = clock;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    public Mono<Void> by(Actor actor, UUID id, @Nullable Long seen) {
        return transactions.write(purchases
                .get(id)
                .map(purchase -> purchase.ownedBy(actor.department()).seenAs(seen))
                .flatMap(purchase -> submitted(actor, purchase))
                .flatMap(purchase -> purchases.save(purchase, Act.of(Act.Kind.SUBMITTED, actor)))
                .flatMap(this::askForReview));
    }

    private Mono<Purchase> submitted(Actor actor, Purchase purchase) {
        return clock.now()
                .flatMap(now -> examination.of(purchase, now))
                .map(findings -> purchase.submitted(actor, findings));
    }

    private Mono<Void> askForReview(Purchase purchase) {
        return outbox.append(new ReviewAsked(
                purchase.id(),
                purchase.version(),
                purchase.departmentId(),
                String.valueOf(purchase.content().title())));
    }
}
