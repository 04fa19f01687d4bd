package org.goufu.purchase.usecase;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.domain.Content;
import org.goufu.purchase.domain.FailedLot;
import org.goufu.purchase.domain.LotContent;
import org.goufu.purchase.domain.Purchase;
import org.goufu.purchase.domain.PurchaseProblem;
import org.goufu.purchase.usecase.Purchases.Act;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An officer calls again for what ended without a result: its terminated lots in a new draft, those that too few came for as second runs. */
@Component
public class RepeatPurchase {
    private final Purchases purchases;
    private final FailedLots failedLots;
    private final Examination examination;
    private final BusinessClock clock;
    private final Transactions transactions;

    RepeatPurchase(
            Purchases purchases,
            FailedLots failedLots,
            Examination examination,
            BusinessClock clock,
            Transactions transactions) {
        this.purchases = purchases;
        this.failedLots = failedLots;
        this.examination = examination;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** The id of the new draft; fails with {@code purchase/nothing-to-repeat} where no lot was terminated. */
    public Mono<UUID> by(Actor actor, UUID id) {
        return transactions.write(purchases
                .get(id)
                .map(purchase -> purchase.ownedBy(actor.department()))
                .zipWith(failedLots.terminated(id).collectList())
                .flatMap(found -> again(actor, found.getT1(), found.getT2())));
    }

    private Mono<UUID> again(Actor actor, Purchase before, List<UUID> terminated) {
        if (terminated.isEmpty()) throw PurchaseProblem.NOTHING_TO_REPEAT.raise();
        return failedLots
                .among(terminated, before.departmentId())
                .map(failed -> Purchase.drafted(Ids.next(), actor, content(before.content(), terminated, failed)))
                .zipWith(clock.now())
                .flatMap(both -> examination.of(both.getT1(), both.getT2()).map(both.getT1()::counted))
                .flatMap(draft -> purchases.add(draft, Act.of(Act.Kind.CREATED, actor)))
                .map(Purchase::id);
    }

    /** Times are chosen anew. */
    private static Content content(Content before, List<UUID> terminated, Map<UUID, FailedLot> failed) {
        var lots = before.lots().stream()
                .filter(lot -> terminated.contains(lot.id()))
                .map(lot -> lot(lot, failed.containsKey(lot.id())))
                .toList();
        return new Content(
                before.title(),
                before.method(),
                before.regionCode(),
                before.description(),
                lots,
                null,
                null,
                before.contact(),
                before.stagedOpening(),
                before.acceptsConsortium(),
                before.supervisedOpening(),
                before.lowPrice(),
                before.statutory() == null ? null : before.statutory().again());
    }

    private static LotContent lot(LotContent lot, boolean secondRun) {
        return new LotContent(
                Ids.next(),
                lot.title(),
                lot.categoryCode(),
                lot.serviceRegionCodes(),
                lot.budgetFen(),
                lot.description(),
                lot.requirements(),
                lot.criteria(),
                secondRun ? lot.id() : null);
    }
}
