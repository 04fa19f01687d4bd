package org.goufu.purchase.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.purchase.domain.PurchaseFixtures.DEPARTMENT;
import static org.goufu.purchase.domain.PurchaseFixtures.LIMIT_FEN;
import static org.goufu.purchase.domain.PurchaseFixtures.STREET;
import static org.goufu.purchase.domain.PurchaseFixtures.WEDNESDAY;
import static org.goufu.purchase.domain.PurchaseFixtures.approver;
import static org.goufu.purchase.domain.PurchaseFixtures.officer;
import static org.goufu.purchase.domain.PurchaseFixtures.stranger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.goufu.kernel.Coded;
import org.goufu.kernel.DomainEvent;
import org.goufu.ledger.ListLedger;
import org.goufu.ledger.usecase.EnterEarlierActs;
import org.goufu.organization.DepartmentDirectory;
import org.goufu.organization.DepartmentView;
import org.goufu.platform.database.QuietTransactions;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.NoticePublished;
import org.goufu.purchase.ReturnedToDraft;
import org.goufu.purchase.ReviewAsked;
import org.goufu.purchase.domain.Purchase;
import org.goufu.purchase.domain.PurchaseFixtures;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.reference.ServiceCategory;
import org.goufu.reference.Thresholds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The acts on a purchase tell their news, and nothing when a rule refuses. */
class PublishPurchaseTests {
    private final InMemoryPurchases purchases = new InMemoryPurchases();
    private final List<DomainEvent> told = new ArrayList<>();
    private final ListLedger ledger = new ListLedger();
    private final Outbox outbox = new ListOutbox(told);
    private final Transactions transactions = new Transactions(new QuietTransactions());
    private final BusinessClock clock = () -> Mono.just(purchases.now);
    private final Examination examination = new Examination(
            () -> PurchaseFixtures.CALENDAR,
            new FixedThresholds(),
            new NoFailedLots(),
            (method, region) -> BidPlace.BELOW_LIMIT,
            new PublicationSettings(List.of()));
    private final SubmitPurchase submit = new SubmitPurchase(purchases, examination, clock, outbox, transactions);
    private final ReturnPurchase giveBack = new ReturnPurchase(purchases, outbox, transactions);
    private final ApprovePurchase approve = new ApprovePurchase(
            purchases,
            examination,
            new OneDepartment(),
            () -> PurchaseFixtures.CALENDAR,
            new AnyRegion(),
            new AnyCategory(),
            outbox,
            ledger,
            transactions);

    private Purchase draft;

    @BeforeEach
    void setUp() {
        draft = PurchaseFixtures.draft();
        purchases
                .add(draft, Purchases.Act.of(Purchases.Act.Kind.CREATED, officer()))
                .subscribe();
    }

    @Test
    void submittingAsksForReview() {
        StepVerifier.create(submit.by(officer(), draft.id(), 1L)).verifyComplete();
        assertThat(told).containsExactly(new ReviewAsked(draft.id(), 2, DEPARTMENT, "社区长者食堂助餐服务"));
    }

    @Test
    void approvingPublishesAndTells() {
        submitted();
        StepVerifier.create(approve.by(approver(), draft.id(), null))
                .assertNext(noticeId -> {
                    assertThat(told).containsExactly(new NoticePublished(noticeId, draft.id()));
                    assertThat(ledger.acts).singleElement().satisfies(act -> {
                        assertThat(act.subject()).isEqualTo(noticeId);
                        assertThat(act.details()).containsEntry("number", "510114-2026-000001");
                    });
                    assertThat(purchases.notices.get(noticeId).number()).isEqualTo("510114-2026-000001");
                    assertThat(purchases.notices.get(noticeId).deadline()).isEqualTo(WEDNESDAY);
                })
                .verifyComplete();
    }

    @Test
    void entersWhatWasPublishedBeforeTheLedgerStood() {
        submitted();
        approve.by(approver(), draft.id(), null).block();
        var earlier = List.copyOf(ledger.acts);
        ledger.acts.clear();
        var catchUp = new EnterEarlierActs(List.of(new EarlierNotices(purchases)), ledger, transactions);
        StepVerifier.create(catchUp.now(done -> assertThat(done).isEqualTo(1))).verifyComplete();
        assertThat(ledger.acts).isEqualTo(earlier);
        StepVerifier.create(catchUp.now(done -> {})).verifyComplete();
        assertThat(ledger.acts).hasSize(1);
    }

    @Test
    void saysNothingWhenARuleRefuses() {
        submitted();
        StepVerifier.create(approve.by(officer(), draft.id(), null)).verifyErrorMessage("purchase/same-person");
        StepVerifier.create(approve.by(stranger(), draft.id(), null)).verifyErrorMessage("purchase/not-found");
        StepVerifier.create(approve.by(approver(), draft.id(), 1L)).verifyErrorMessage("purchase/changed-meanwhile");
        assertThat(told).isEmpty();
        assertThat(ledger.acts).isEmpty();
        assertThat(purchases.notices).isEmpty();
    }

    @Test
    void refusesApprovalOnceTheTimeHasBecomeTooShort() {
        submitted();
        purchases.now = WEDNESDAY.minusSeconds(86_400);
        StepVerifier.create(approve.by(approver(), draft.id(), null)).verifyErrorMessage("purchase/not-ready");
        assertThat(told).isEmpty();
    }

    @Test
    void returningTellsTheOfficers() {
        submitted();
        StepVerifier.create(giveBack.by(approver(), draft.id(), null, "请写清送餐范围"))
                .verifyComplete();
        assertThat(told).containsExactly(new ReturnedToDraft(draft.id(), 3, DEPARTMENT, "社区长者食堂助餐服务"));
        StepVerifier.create(giveBack.by(approver(), draft.id(), null, "再次"))
                .verifyErrorMessage("purchase/not-in-review");
    }

    private void submitted() {
        StepVerifier.create(submit.by(officer(), draft.id(), null)).verifyComplete();
        told.clear();
    }

    private record ListOutbox(List<DomainEvent> told) implements Outbox {
        @Override
        public Mono<Void> append(DomainEvent event) {
            return Mono.fromRunnable(() -> told.add(event));
        }

        @Override
        public Mono<Void> appendAll(Collection<? extends DomainEvent> events) {
            return Mono.fromRunnable(() -> told.addAll(events));
        }
    }

    private static final class FixedThresholds implements Thresholds {
        @Override
        public Threshold purchaseLimit(String regionCode, LocalDate on) {
            return new Threshold(LIMIT_FEN, "示例", false);
        }

        @Override
        public Threshold openTender(String regionCode, LocalDate on) {
            return new Threshold(400_000_000, "示例", false);
        }
    }

    private static final class OneDepartment implements DepartmentDirectory {
        @Override
        public Mono<DepartmentView> find(UUID id) {
            return Mono.just(new DepartmentView(id, "示例街道办事处", "11", STREET, "STREET_OFFICE", "示例路1号", "028-00000000"));
        }

        @Override
        public Flux<DepartmentView> named(String text, int limit) {
            return Flux.empty();
        }
    }

    private static final class AnyRegion implements Regions {
        @Override
        public Optional<Region> find(String code) {
            return Optional.of(new Region(code, code, 4, null, 0, code));
        }

        @Override
        public List<Region> children(String parentCode) {
            return List.of();
        }

        @Override
        public List<Region> path(String code) {
            return List.of();
        }

        @Override
        public List<Region> level(int level) {
            return List.of();
        }

        @Override
        public Coded coded(String code) {
            return new Coded(code, code);
        }

        @Override
        public List<Region> named(String text, int limit) {
            return List.of();
        }
    }

    private static final class AnyCategory implements ServiceCategories {
        @Override
        public Optional<ServiceCategory> find(String code) {
            return Optional.empty();
        }

        @Override
        public List<ServiceCategory> children(String parentCode) {
            return List.of();
        }

        @Override
        public List<ServiceCategory> path(String code) {
            return List.of();
        }

        @Override
        public List<ServiceCategory> level(int level) {
            return List.of();
        }

        @Override
        public Coded coded(String code) {
            return new Coded(code, code);
        }

        @Override
        public List<ServiceCategory> named(String text, int limit) {
            return List.of();
        }
    }
}
