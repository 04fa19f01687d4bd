package org.goufu.purchase.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.goufu.purchase.domain.PurchaseFixtures.NOW;
import static org.goufu.purchase.domain.PurchaseFixtures.WEDNESDAY;
import static org.goufu.purchase.domain.PurchaseFixtures.approver;
import static org.goufu.purchase.domain.PurchaseFixtures.circumstances;
import static org.goufu.purchase.domain.PurchaseFixtures.costing;
import static org.goufu.purchase.domain.PurchaseFixtures.criterion;
import static org.goufu.purchase.domain.PurchaseFixtures.draft;
import static org.goufu.purchase.domain.PurchaseFixtures.due;
import static org.goufu.purchase.domain.PurchaseFixtures.empty;
import static org.goufu.purchase.domain.PurchaseFixtures.lunches;
import static org.goufu.purchase.domain.PurchaseFixtures.officer;
import static org.goufu.purchase.domain.PurchaseFixtures.opening;
import static org.goufu.purchase.domain.PurchaseFixtures.scored;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.goufu.kernel.ProblemException;
import org.goufu.purchase.Criterion.Kind;
import org.goufu.purchase.Finding;
import org.goufu.purchase.NoticeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseTests {
    private static final List<Finding> NOTHING = List.of();

    @Test
    void movesFromDraftToReviewToPublished() {
        var submitted = draft().submitted(officer(), NOTHING);
        assertThat(submitted.state()).isEqualTo(PurchaseState.IN_REVIEW);
        var published = submitted.approvedBy(approver(), NOTHING).published("CG-1", new UUID(7, 7));
        assertThat(published.state()).isEqualTo(PurchaseState.PUBLISHED);
        assertThat(published.number()).isEqualTo("CG-1");
    }

    @Test
    void refusesActsThatItsStateDoesNotAllow() {
        refuses(PurchaseProblem.NOT_IN_REVIEW, () -> draft().approvedBy(approver(), NOTHING));
        refuses(PurchaseProblem.NOT_IN_REVIEW, () -> draft().returned("理由"));
        var submitted = draft().submitted(officer(), NOTHING);
        refuses(PurchaseProblem.NOT_DRAFT, () -> submitted.submitted(officer(), NOTHING));
        refuses(PurchaseProblem.NOT_DRAFT, () -> submitted.rewritten(officer(), lunches()));
        refuses(PurchaseProblem.NOT_DRAFT, submitted::draft);
    }

    @Test
    void nobodyWhoWroteItApprovesIt() {
        var submitted = draft().submitted(officer(), NOTHING);
        refuses(PurchaseProblem.SAME_PERSON, () -> submitted.approvedBy(officer(), NOTHING));
        var alsoWrittenByTheApprover = draft().rewritten(approver(), lunches()).submitted(officer(), NOTHING);
        refuses(PurchaseProblem.SAME_PERSON, () -> alsoWrittenByTheApprover.approvedBy(approver(), NOTHING));
    }

    @Test
    void aReturnNeedsAReason() {
        var submitted = draft().submitted(officer(), NOTHING);
        refuses(PurchaseProblem.REASON_MISSING, () -> submitted.returned("  "));
        assertThat(submitted.returned("请补充").state()).isEqualTo(PurchaseState.DRAFT);
    }

    @Test
    void isHiddenFromOtherDepartments() {
        refuses(PurchaseProblem.NOT_FOUND, () -> draft().ownedBy(new UUID(9, 9)));
    }

    @Test
    void warningsDoNotStopItButErrorsDo() {
        assertThat(draft().submitted(officer(), List.of(Finding.warning("/title", "F17")))
                        .warnings())
                .isEqualTo(1);
        refuses(
                PurchaseProblem.NOT_READY,
                () -> draft().submitted(officer(), List.of(Finding.error("/title", "required"))));
    }

    @Test
    void aLawfulPurchaseHasNoFindings() {
        assertThat(PublicationRules.check(lunches(), circumstances())).isEmpty();
    }

    @Test
    void namesEverythingThatAnEmptyDraftLacks() {
        assertThat(PublicationRules.check(empty(), circumstances()))
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder(
                        "/title",
                        "/method",
                        "/regionCode",
                        "/description",
                        "/lots",
                        "/bidDeadline",
                        "/contact/name",
                        "/contact/phone");
    }

    /** Published on Thursday 2026-11-19: the third working day is Tuesday the 24th, the day of publication not counted. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-19T01:59:59Z, deadline-passed",
        "2026-11-19T02:00:00Z, deadline-passed",
        "2026-11-23T15:59:59Z, deadline-too-soon",
        "2026-11-23T16:00:00Z, deadline-tight",
        "2026-11-24T15:59:59Z, deadline-tight",
        "2026-11-24T16:00:00Z, ",
        "2026-11-28T02:00:00Z, deadline-not-workday",
        "2026-12-31T02:00:00Z, ",
        "2027-01-04T02:00:00Z, deadline-provisional",
        "2028-01-03T02:00:00Z, deadline-beyond-calendar"
    })
    void countsWorkingDays(Instant deadline, String finding) {
        var codes = codes(due(deadline));
        if (finding == null) {
            assertThat(codes).isEmpty();
        } else {
            assertThat(codes).containsExactly(finding);
        }
    }

    @Test
    void opensAtTheDeadlineOrLater() {
        assertThat(codes(opening(WEDNESDAY, WEDNESDAY))).isEmpty();
        assertThat(codes(opening(WEDNESDAY, WEDNESDAY.minusSeconds(1)))).containsExactly("opening-before-deadline");
    }

    @Test
    void staysBelowThePurchaseLimit() {
        assertThat(codes(costing(PurchaseFixtures.LIMIT_FEN - 1))).isEmpty();
        assertThat(codes(costing(PurchaseFixtures.LIMIT_FEN))).containsExactly("budget-above-limit");
    }

    @ParameterizedTest
    @CsvSource({"9, F11", "10, ", "30, ", "31, F11", "0, F11"})
    void thePriceWeighsTenToThirty(int weight, String finding) {
        var codes = codes(scored(criterion("报价", weight, Kind.PRICE), criterion("服务方案", 100 - weight, Kind.QUALITY)));
        assertThat(codes).isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @Test
    void weightsAddUpToOneHundred() {
        assertThat(codes(scored(criterion("报价", 20, Kind.PRICE), criterion("服务方案", 79, Kind.QUALITY))))
                .containsExactly("weights-not-100");
    }

    /** A bidder answers each by its name. */
    @Test
    void criteriaOfALotHaveDifferentNames() {
        assertThat(codes(scored(
                        criterion("报价", 20, Kind.PRICE),
                        criterion("服务方案", 40, Kind.QUALITY),
                        criterion(" 服务方案", 40, Kind.QUALITY))))
                .containsExactly("criterion-twice");
    }

    @Test
    void aStaleSightIsRefused() {
        refuses(PurchaseProblem.CHANGED_MEANWHILE, () -> draft().seenAs(2L));
        assertThat(draft().seenAs(1L)).isNotNull();
        assertThat(draft().seenAs(null)).isNotNull();
    }

    @Test
    void comparesFieldByField() {
        assertThat(Differences.between(null, lunches(), code -> code))
                .isNotEmpty()
                .allMatch(change -> change.before() == null);
        assertThat(Differences.between(lunches(), lunches(), code -> code)).isEmpty();
        assertThat(Differences.between(lunches(), costing(100), code -> code))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.pointer()).isEqualTo("/lots/0/budgetFen");
                    assertThat(change.before()).isEqualTo("98,000 元");
                    assertThat(change.after()).isEqualTo("1 元");
                });
    }

    @Test
    void knowsWhatLiesAheadOfAnOpenNotice() {
        var notice = new Timeline.Published(new UUID(8, 8), NoticeType.PROCUREMENT, NOW, WEDNESDAY);
        assertThat(Timeline.of(List.of(notice), PurchaseState.PUBLISHED, WEDNESDAY, null, NOW))
                .extracting(entry -> entry.stage() + " " + entry.state())
                .containsExactly(
                        "NOTICE RUNNING",
                        "OPENING AHEAD",
                        "EVALUATION AHEAD",
                        "RESULT AHEAD",
                        "CONTRACT AHEAD",
                        "ACCEPTANCE AHEAD");
    }

    /** Each lot comes to something by itself: what one ended in is not what the purchase came to. */
    @Test
    void goesOnWhileALotDoes() {
        assertThat(stages(PurchaseState.PUBLISHED, NoticeType.TERMINATION))
                .contains("OPENING DONE", "EVALUATION RUNNING", "RESULT AHEAD", "CONTRACT AHEAD");
        assertThat(stages(PurchaseState.PUBLISHED, NoticeType.RESULT))
                .contains("EVALUATION RUNNING", "RESULT RUNNING", "CONTRACT AHEAD");
        assertThat(stages(PurchaseState.AWARDED, NoticeType.TERMINATION, NoticeType.RESULT))
                .contains("EVALUATION DONE", "RESULT DONE", "CONTRACT AHEAD");
        assertThat(stages(PurchaseState.TERMINATED, NoticeType.TERMINATION, NoticeType.TERMINATION))
                .containsExactly("NOTICE DONE", "RESULT DONE");
    }

    private static List<String> stages(PurchaseState purchase, NoticeType... outcomes) {
        var call = new Timeline.Published(new UUID(8, 8), NoticeType.PROCUREMENT, NOW, WEDNESDAY);
        var after = WEDNESDAY.plusSeconds(86_400);
        var notices = Stream.concat(
                        Stream.of(call),
                        Stream.of(outcomes).map(type -> new Timeline.Published(new UUID(8, 9), type, after, null)))
                .toList();
        return Timeline.of(notices, purchase, WEDNESDAY, null, after).stream()
                .map(entry -> entry.stage() + " " + entry.state())
                .toList();
    }

    private static List<String> codes(Content content) {
        return PublicationRules.check(content, circumstances()).stream()
                .map(Finding::code)
                .toList();
    }

    private static void refuses(PurchaseProblem problem, ThrowingCallable act) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(act)
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }
}
