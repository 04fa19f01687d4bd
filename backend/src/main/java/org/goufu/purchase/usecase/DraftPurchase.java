package org.goufu.purchase.usecase;

import java.time.ZoneId;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.domain.Content;
import org.goufu.purchase.domain.Purchase;
import org.goufu.purchase.usecase.Purchases.Act;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An officer writes, rewrites or throws away a draft. */
@Component
public class DraftPurchase {
    static final ZoneId ZONE = BusinessClock.ZONE;

    private final Purchases purchases;
    private final Examination examination;
    private final BusinessClock clock;
    private final Regions regions;
    private final ServiceCategories categories;
    private final Transactions transactions;

    DraftPurchase(
            Purchases purchases,
            Examination examination,
            BusinessClock clock,
            Regions regions,
            ServiceCategories categories,
            Transactions transactions) {
        this.purchases = purchases;
        this.examination = examination;
        this.clock = clock;
        this.regions = regions;
        this.categories = categories;
        this.transactions = transactions;
    }

    /** The id of the new draft. */
    public Mono<UUID> create(Actor actor, PurchaseForm form) {
        return transactions.write(Mono.fromCallable(() -> Purchase.drafted(Ids.next(), actor, read(form, null)))
                .flatMap(this::counted)
                .flatMap(draft -> purchases.add(draft, Act.of(Act.Kind.CREATED, actor)))
                .map(Purchase::id));
    }

    public Mono<Void> replace(Actor actor, UUID id, long seen, PurchaseForm form) {
        return transactions.write(own(actor, id, seen)
                .map(draft -> draft.rewritten(actor, read(form, draft.content())))
                .flatMap(this::counted)
                .flatMap(draft -> purchases.save(draft, Act.of(Act.Kind.CHANGED, actor)))
                .then());
    }

    public Mono<Void> delete(Actor actor, UUID id, long seen) {
        return transactions.write(own(actor, id, seen).map(Purchase::draft).flatMap(purchases::delete));
    }

    private Mono<Purchase> own(Actor actor, UUID id, long seen) {
        return purchases
                .get(id)
                .map(purchase -> purchase.ownedBy(actor.department()))
                .map(purchase -> purchase.seenAs(seen));
    }

    private Content read(PurchaseForm form, @Nullable Content before) {
        return FormReader.read(form, before, regions, categories);
    }

    private Mono<Purchase> counted(Purchase draft) {
        return clock.now().flatMap(now -> examination.of(draft, now)).map(draft::counted);
    }
}
