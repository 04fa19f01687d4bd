package org.goufu.purchase.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Named;
import org.goufu.purchase.BidPlace;
import org.goufu.purchase.domain.CallForm;
import org.goufu.purchase.domain.Purchase;
import org.goufu.purchase.domain.PurchaseFixtures;
import org.goufu.purchase.domain.PurchaseState;
import org.goufu.purchase.usecase.Purchases.Act;
import org.goufu.purchase.usecase.Purchases.Act.Kind;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every store of purchases promises; the one in memory keeps it too, so that tests on it cannot lie. */
public interface PurchasesContract {
    Purchases store();

    @Test
    default void givesBackWhatWasAdded() {
        var draft = draft();
        StepVerifier.create(store().add(draft, act(Kind.CREATED)).then(store().get(draft.id())))
                .expectNext(draft)
                .verifyComplete();
    }

    @Test
    default void failsForAnUnknownPurchase() {
        StepVerifier.create(store().get(Ids.next())).verifyErrorMessage("purchase/not-found");
    }

    @Test
    default void countsVersionsAndRefusesStaleOnes() {
        var draft = draft();
        var saved = store().add(draft, act(Kind.CREATED)).then(store().save(draft, act(Kind.CHANGED)));
        StepVerifier.create(saved)
                .assertNext(purchase -> assertThat(purchase.version()).isEqualTo(2))
                .verifyComplete();
        StepVerifier.create(store().save(draft, act(Kind.CHANGED))).verifyErrorMessage("purchase/changed-meanwhile");
        StepVerifier.create(store().delete(draft)).verifyErrorMessage("purchase/changed-meanwhile");
        StepVerifier.create(store().get(draft.id()).flatMap(store()::delete)).verifyComplete();
        StepVerifier.create(store().get(draft.id())).verifyErrorMessage("purchase/not-found");
    }

    @Test
    default void keepsWhatWasSubmittedTheLatestFirst() {
        var draft = draft();
        var submitted = draft.submitted(PurchaseFixtures.officer(), List.of());
        StepVerifier.create(store().add(draft, act(Kind.CREATED))
                        .then(store().save(submitted, act(Kind.SUBMITTED)))
                        .thenMany(store().submissions(draft.id())))
                .assertNext(submission -> assertThat(submission.content()).isEqualTo(draft.content()))
                .verifyComplete();
    }

    @Test
    default void numbersACountyOneByOne() {
        var county = "51%04d".formatted(Math.floorMod(Ids.next().hashCode(), 10_000));
        StepVerifier.create(store().nextNumber(county).map(Purchases.Numbered::number))
                .assertNext(number -> assertThat(number).matches(county + "-\\d{4}-000001"))
                .verifyComplete();
        StepVerifier.create(store().nextNumber(county).map(Purchases.Numbered::number))
                .assertNext(number -> assertThat(number).endsWith("-000002"))
                .verifyComplete();
    }

    @Test
    default void publishesOnce() {
        var draft = draft();
        var number = "510114-2026-" + Ids.next();
        var content = CallForm.of(
                draft,
                new CallForm.Setting(
                        new CallForm.Buyer(new Named(draft.departmentId(), "示例街道办事处"), "示例路1号", "028-00000000"),
                        number,
                        PurchaseFixtures.NOW,
                        PurchaseFixtures.CALENDAR,
                        BidPlace.BELOW_LIMIT,
                        Map.of()),
                code -> code,
                code -> code);
        var notice = NewNotice.of(content);
        var published = draft.published(content.purchaseNumber(), notice.id());
        StepVerifier.create(store().add(draft, act(Kind.CREATED))
                        .then(store().publish(published, notice, act(Kind.PUBLISHED)))
                        .then(store().get(draft.id())))
                .assertNext(purchase -> {
                    assertThat(purchase.state()).isEqualTo(PurchaseState.PUBLISHED);
                    assertThat(purchase.noticeId()).isEqualTo(notice.id());
                    assertThat(purchase.version()).isEqualTo(2);
                })
                .verifyComplete();
        StepVerifier.create(store().publish(published, NewNotice.of(content), act(Kind.PUBLISHED)))
                .verifyErrorMessage("purchase/changed-meanwhile");
    }

    @Test
    default void namesNoticesInTheOrderOfTheirPublication() {
        publishesOnce();
        publishesOnce();
        var all = store().publishedAfter(null, 10_000).collectList().block();
        assertThat(all).hasSizeGreaterThanOrEqualTo(2);
        assertThat(store().published().block()).isEqualTo(all.size());
        var later = store().publishedAfter(all.getFirst(), 1).collectList().block();
        assertThat(later).singleElement().satisfies(notice -> {
            assertThat(notice.id()).isEqualTo(all.get(1).id());
            assertThat(notice.digest()).isEqualTo(all.get(1).digest());
        });
    }

    /** Lots keep their ids for life, so each test has its own. */
    private static Purchase draft() {
        return Purchase.drafted(Ids.next(), PurchaseFixtures.officer(), PurchaseFixtures.lunches(Ids.next()));
    }

    private static Act act(Kind kind) {
        return new Act(kind, PurchaseFixtures.officer(), null);
    }
}
