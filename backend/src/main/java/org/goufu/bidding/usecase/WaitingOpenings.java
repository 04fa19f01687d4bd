package org.goufu.bidding.usecase;

import org.goufu.kernel.Actor;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PurchaseDirectory;
import org.goufu.purchase.Work;
import org.goufu.purchase.Work.Matter;
import org.goufu.purchase.WorkSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds the openings that a department may begin now. */
@Component
class WaitingOpenings implements WorkSource {
    private final OpeningsDue due;
    private final PurchaseDirectory purchases;
    private final BusinessClock clock;

    WaitingOpenings(OpeningsDue due, PurchaseDirectory purchases, BusinessClock clock) {
        this.due = due;
        this.purchases = purchases;
        this.clock = clock;
    }

    @Override
    public Flux<Work> of(Actor actor) {
        var department = actor.departmentId();
        if (department == null) return Flux.empty();
        return clock.now()
                .flatMapMany(now -> due.ofDepartment(department, MOST)
                        .concatMap(purchases::terms)
                        .filter(terms -> !terms.openingAt().isAfter(now)))
                .map(terms -> new Work(
                        Matter.BEGIN_OPENING, terms.lot(), terms.purchase(), terms.title(), terms.openingAt(), null));
    }
}
