package org.goufu.purchase.usecase;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.ActorProblem;
import org.goufu.kernel.Named;
import org.goufu.kernel.RegionCode;
import org.goufu.ledger.Ledger;
import org.goufu.organization.DepartmentDirectory;
import org.goufu.organization.DepartmentView;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.purchase.NoticeContent;
import org.goufu.purchase.NoticePublished;
import org.goufu.purchase.domain.CallForm;
import org.goufu.purchase.domain.FailedLot;
import org.goufu.purchase.domain.Purchase;
import org.goufu.purchase.usecase.Purchases.Act;
import org.goufu.purchase.usecase.Purchases.Numbered;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.reference.WorkCalendars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A second person of the department approves, and that publishes: notice, lots, state, news and entry in the ledger in one small
 * transaction. */
@Component
public class ApprovePurchase {
    private static final int COUNTY = 3;
    private static final String WHOLE_AREA = "000000";

    private final Purchases purchases;
    private final Examination examination;
    private final DepartmentDirectory departments;
    private final WorkCalendars calendars;
    private final Regions regions;
    private final ServiceCategories categories;
    private final Outbox outbox;
    private final Ledger ledger;
    private final Transactions transactions;

    ApprovePurchase(
            Purchases purchases,
            Examination examination,
            DepartmentDirectory departments,
            WorkCalendars calendars,
            Regions regions,
            ServiceCategories categories,
            Outbox outbox,
            Ledger ledger,
            Transactions transactions) {
        this.purchases = purchases;
        this.examination = examination;
        this.departments = departments;
        this.calendars = calendars;
        this.regions = regions;
        this.categories = categories;
        this.outbox = outbox;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** The id of the published notice. */
    public Mono<UUID> by(Actor actor, UUID id, @Nullable Long seen) {
        return departments
                .find(actor.department())
                .switchIfEmpty(Mono.error(ActorProblem.NO_DEPARTMENT::raise))
                .flatMap(department -> transactions.write(purchases
                        .get(id)
                        .map(purchase -> purchase.ownedBy(department.id()).seenAs(seen))
                        .flatMap(purchase -> publish(actor, department, purchase))));
    }

    private Mono<UUID> publish(Actor actor, DepartmentView department, Purchase purchase) {
        // Who may not approve is told so before a number is taken.
        purchase.approvedBy(actor, List.of());
        return purchases
                .nextNumber(county(purchase, department))
                .flatMap(numbered -> publish(actor, department, purchase, numbered));
    }

    private Mono<UUID> publish(Actor actor, DepartmentView department, Purchase purchase, Numbered numbered) {
        return examination
                .of(purchase, numbered.at())
                .map(findings -> purchase.approvedBy(actor, findings))
                .flatMap(approved -> examination
                        .repeated(approved)
                        .flatMap(failed -> publish(actor, approved, notice(department, approved, numbered, failed))));
    }

    private Mono<UUID> publish(Actor actor, Purchase approved, NoticeContent notice) {
        var published = NewNotice.of(notice);
        return purchases
                .publish(
                        approved.published(notice.purchaseNumber(), published.id()),
                        published,
                        Act.of(Act.Kind.PUBLISHED, actor))
                .then(outbox.append(new NoticePublished(published.id(), approved.id())))
                .then(ledger.enter(List.of(EnteredNotice.of(approved.id(), published))))
                .thenReturn(published.id());
    }

    private NoticeContent notice(
            DepartmentView department, Purchase purchase, Numbered numbered, Map<UUID, FailedLot> failed) {
        var buyer = new CallForm.Buyer(
                new Named(department.id(), department.name()), department.address(), department.phone());
        return CallForm.of(
                purchase,
                new CallForm.Setting(
                        buyer,
                        numbered.number(),
                        numbered.at(),
                        calendars.current(),
                        examination.bids(purchase.content()),
                        failed),
                code -> regions.coded(code).name(),
                code -> categories.coded(code).name());
    }

    /** Six digits, also for a department of a city or of the province. */
    private static String county(Purchase purchase, DepartmentView department) {
        var region = purchase.content().regionCode() == null
                ? department.regionCode()
                : purchase.content().regionCode();
        var county = new RegionCode(region).upTo(COUNTY).value();
        return county + WHOLE_AREA.substring(county.length());
    }
}
