package org.goufu.purchase.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.Finding;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a department everything that its draft, as it is, would be refused or doubted for. */
@Component
public class CheckPurchase {
    private final Purchases purchases;
    private final Examination examination;
    private final BusinessClock clock;

    CheckPurchase(Purchases purchases, Examination examination, BusinessClock clock) {
        this.purchases = purchases;
        this.examination = examination;
        this.clock = clock;
    }

    public Mono<List<Finding>> by(Actor actor, UUID id) {
        return purchases
                .get(id)
                .map(purchase -> purchase.ownedBy(actor.department()))
                .zipWith(clock.now())
                .flatMap(found -> examination.of(found.getT1(), found.getT2()));
    }
}
