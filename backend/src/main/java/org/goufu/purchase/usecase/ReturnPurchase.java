package org.goufu.purchase.usecase;

import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.purchase.ReturnedToDraft;
import org.goufu.purchase.domain.Purchase;
import org.goufu.purchase.usecase.Purchases.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An approver gives a purchase back and says why. */
@Component
public class ReturnPurchase {
    private final Purchases purchases;
    private final Outbox outbox;
    private final Transactions transactions;

    ReturnPurchase(Purchases purchases, Outbox outbox, Transactions transactions) {
        this.purchases = purchases;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    public Mono<Void> by(Actor actor, UUID id, @Nullable Long seen, String reason) {
        return transactions.write(purchases
                .get(id)
                .map(purchase -> purchase.ownedBy(actor.department()).seenAs(seen))
                .map(purchase -> purchase.returned(reason))
                .flatMap(purchase -> purchases.save(purchase, new Act(Act.Kind.RETURNED, actor, reason.strip())))
                .flatMap(this::tell));
    }

    private Mono<Void> tell(Purchase purchase) {
        return outbox.append(new ReturnedToDraft(
                purchase.id(),
                purchase.version(),
                purchase.departmentId(),
                String.valueOf(purchase.content().title())));
    }
}
