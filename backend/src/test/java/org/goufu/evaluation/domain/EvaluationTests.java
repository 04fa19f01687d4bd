package org.goufu.evaluation.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goufu.evaluation.domain.EvaluationFixtures.APPROVER;
import static org.goufu.evaluation.domain.EvaluationFixtures.NOW;
import static org.goufu.evaluation.domain.EvaluationFixtures.OFFICER;
import static org.goufu.evaluation.domain.EvaluationFixtures.all;
import static org.goufu.evaluation.domain.EvaluationFixtures.ballots;
import static org.goufu.evaluation.domain.EvaluationFixtures.begun;
import static org.goufu.evaluation.domain.EvaluationFixtures.declared;
import static org.goufu.evaluation.domain.EvaluationFixtures.departure;
import static org.goufu.evaluation.domain.EvaluationFixtures.drawn;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;
import static org.goufu.evaluation.domain.EvaluationFixtures.reviewed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.goufu.evaluation.domain.Departure.Ground;
import org.goufu.evaluation.domain.LowPrice.Trigger;
import org.goufu.evaluation.domain.PoolMember.Tie;
import org.goufu.evaluation.domain.Review.Ballot;
import org.goufu.evaluation.domain.Review.Check;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluationTests {
    private static final OfficialPublication PORTAL = new OfficialPublication(
            "四川政府采购网",
            "https://www.ccgp-sichuan.gov.cn/notices/1",
            "51010-jg-1",
            Instant.parse("2026-11-28T01:00:00Z"));

    private static final Head HEAD = new Head(9, "11".repeat(32));
    private static final Integer[] POINTS = {5_000, 2_000, 4_000, 1_500, 3_000, 1_000};

    private static Evaluation scored() {
        return reviewed(declared(drawn(begun(ProcurementMethod.BT_COMPARE, 3)))).scored();
    }

    private static Evaluation priced(long... fen) {
        var prices = new HashMap<UUID, Long>();
        for (int i = 0; i < fen.length; i++) prices.put(id(100 + i), fen[i]);
        return scored().priced(prices, Map.of(), NOW);
    }

    private static Evaluation undoubted(Evaluation priced) {
        var next = priced;
        for (int i = 300; i < 303; i++) next = next.judged(new Opinion(id(i), List.of()), NOW);
        return next;
    }

    private static Evaluation ranked() {
        return undoubted(priced(9_000, 8_000, 8_500)).ranked(all(POINTS), HEAD);
    }

    @Test
    void everyStepHasItsTime() {
        var begun = begun(ProcurementMethod.BT_COMPARE, 3);
        assertThatThrownBy(() -> begun.reviewed(id(300), List.of(), NOW)).hasMessage("evaluation/not-now");
        assertThatThrownBy(begun::scored).hasMessage("evaluation/not-now");
        assertThatThrownBy(() -> begun.proposed(OFFICER, Proposal.WORDLESS, NOW))
                .hasMessage("evaluation/not-now");
        assertThatThrownBy(() -> begun.ranked(List.of(), HEAD)).hasMessage("evaluation/not-now");
        assertThat(drawn(begun).phase()).isEqualTo(Phase.DECLARING);
        assertThat(declared(drawn(begun)).phase()).isEqualTo(Phase.REVIEWING);
    }

    @Test
    void nothingGoesOnWhenTheLotWasTerminated() {
        var begun = begun(ProcurementMethod.BT_COMPARE, 3);
        var scoring = reviewed(declared(drawn(begun)));
        for (var underWay : List.of(begun, drawn(begun), declared(drawn(begun)), scoring, scoring.scored())) {
            var ended = underWay.terminated();
            assertThat(ended.phase()).isEqualTo(Phase.ENDED);
            assertThat(ended.terminated()).isSameAs(ended);
            assertThat(ended.goesOnByItself()).isFalse();
            var wish = new PanelWish(3, false, List.of(id(300), id(301), id(302)), List.of());
            assertThatThrownBy(() -> ended.requested(id(8), wish, NOW)).hasMessage("evaluation/lot-over");
            assertThatThrownBy(() -> ended.proposed(OFFICER, Proposal.WORDLESS, NOW))
                    .hasMessage("evaluation/lot-over");
        }
        var ended = scoring.terminated();
        assertThatThrownBy(() -> ended.scoring(id(300))).hasMessage("evaluation/lot-over");
        assertThatThrownBy(() -> ended.left(id(300), departure(300, Ground.UNABLE, "住院"), account -> ""))
                .hasMessage("evaluation/lot-over");
        assertThatThrownBy(() -> ended.renewed(OFFICER, "重组", List.of("甲"), NOW))
                .hasMessage("evaluation/lot-over");
    }

    /** As two officers who ask at once: the second draw would be another try. */
    @Test
    void nobodyDrawsAnewBeforeTheDrawIsMade() {
        var wish = new PanelWish(3, false, List.of(id(300), id(301), id(302), id(303)), List.of());
        var requested = begun(ProcurementMethod.BT_COMPARE, 3).requested(id(7), wish, NOW);
        assertThat(requested.isBeingDrawn()).isTrue();
        assertThatThrownBy(() -> requested.requested(id(8), wish, NOW)).hasMessage("evaluation/not-now");
        var drawn = drawn(begun(ProcurementMethod.BT_COMPARE, 3));
        assertThat(drawn.isBeingDrawn()).isFalse();
    }

    @Test
    void whoIsRelatedLeavesTheSeatToTheNextInTheDrawnOrder() {
        var drawn = drawn(begun(ProcurementMethod.BT_COMPARE, 3));
        var left = drawn.left(id(301), departure(301, Ground.RELATED, "曾任监事"), account -> "接替");
        assertThat(left.mustHavePanel().member(id(301))).isEmpty();
        assertThat(left.mustHavePanel().member(id(303)).orElseThrow().seat()).isEqualTo(2);
        assertThat(left.neverAgain()).containsExactly(id(301));
        assertThatThrownBy(() -> left.declared(id(301), NOW)).hasMessage("evaluation/not-found");
        assertThatThrownBy(() -> drawn.left(id(301), departure(301, Ground.RELATED, " "), account -> ""))
                .hasMessage("evaluation/reason-missing");
        var declaredOnce = left.declared(id(300), NOW);
        assertThatThrownBy(() -> declaredOnce.declared(id(300), NOW)).hasMessage("evaluation/already-declared");
    }

    @Test
    void whenNobodyIsLeftExpertsAreDrawnAnew() {
        var next = drawn(begun(ProcurementMethod.BT_COMPARE, 3));
        for (int i = 300; i < 304; i++) next = next.left(id(i), departure(i, null, "不能到场"), account -> "接替");
        assertThat(next.phase()).isEqualTo(Phase.FORMING);
        assertThat(next.requested(id(8), new PanelWish(1, false, List.of(id(400)), List.of()), NOW)
                        .mustHavePanel()
                        .round())
                .isEqualTo(2);
    }

    @Test
    void relationsCountForThreeYears() {
        var today = LocalDate.of(2026, 12, 1);
        assertThat(member(new Tie(id(200), "示例机构", PoolMember.Relation.BOARD, null))
                        .related(List.of(id(200)), today))
                .contains(id(200));
        assertThat(member(new Tie(id(200), "示例机构", PoolMember.Relation.BOARD, today.minusYears(3)))
                        .related(List.of(id(200)), today))
                .isPresent();
        assertThat(member(new Tie(
                                id(200),
                                "示例机构",
                                PoolMember.Relation.BOARD,
                                today.minusYears(3).minusDays(1)))
                        .related(List.of(id(200)), today))
                .isEmpty();
        assertThat(member(new Tie(id(200), "示例机构", PoolMember.Relation.BOARD, null))
                        .related(List.of(id(201)), today))
                .isEmpty();
        assertThat(member(new Tie(id(200), "示例机构", PoolMember.Relation.BOARD, null))
                        .knows("A0402-01"))
                .isTrue();
        assertThat(member(new Tie(id(200), "示例机构", PoolMember.Relation.BOARD, null))
                        .knows("B01"))
                .isFalse();
        assertThat(member(new Tie(id(200), "示例机构", PoolMember.Relation.BOARD, null))
                        .isOf(id(2)))
                .isTrue();
    }

    private static PoolMember member(Tie tie) {
        return new PoolMember(
                id(300),
                "示例",
                PoolMember.Kind.INTERNAL,
                id(2),
                "示例单位",
                "科员",
                List.of("A04"),
                "510114",
                List.of("510114"),
                List.of(tie));
    }

    @Test
    void theMajorityExcludes() {
        var declared = declared(drawn(begun(ProcurementMethod.BT_COMPARE, 4)));
        var once = declared.reviewed(id(300), ballots(declared, false), NOW)
                .reviewed(id(301), ballots(declared, true), NOW)
                .reviewed(id(302), ballots(declared, true), NOW);
        assertThat(once.bids()).allMatch(Bid::counts);
        var twice = declared.reviewed(id(300), ballots(declared, false), NOW)
                .reviewed(id(301), ballots(declared, false), NOW)
                .reviewed(id(302), ballots(declared, true), NOW);
        var fallen = Objects.requireNonNull(twice.bid(id(100)).exclusion());
        assertThat(fallen.stage()).isEqualTo(Bid.Stage.QUALIFICATION);
        assertThat(fallen.reason()).isEqualTo("缺少登记证书");
        assertThat(twice.phase()).isEqualTo(Phase.SCORING);
    }

    @Test
    void aReviewIsWholeAndGivenOnce() {
        var declared = declared(drawn(begun(ProcurementMethod.BT_COMPARE, 3)));
        assertThatThrownBy(() -> declared.reviewed(id(300), List.of(), NOW)).hasMessage("evaluation/review-incomplete");
        var nameless = List.of(Ballot.of(id(100), Check.COMPLIANCE, false, " "));
        assertThatThrownBy(() -> declared.reviewed(id(300), nameless, NOW)).hasMessage("evaluation/review-incomplete");
        assertThatThrownBy(() -> declared.reviewed(id(305), ballots(declared, true), NOW))
                .hasMessage("evaluation/not-found");
        var given = declared.reviewed(id(300), ballots(declared, true), NOW);
        assertThatThrownBy(() -> given.reviewed(id(300), ballots(declared, true), NOW))
                .hasMessage("evaluation/already-given");
    }

    @Test
    void tooFewAfterTheChecksEndIt() {
        var declared = declared(drawn(begun(ProcurementMethod.BT_COMPARE, 3)));
        var next = declared;
        for (int i = 300; i < 303; i++) next = next.reviewed(id(i), ballots(declared, false), NOW);
        assertThat(next.phase()).isEqualTo(Phase.FAILED);
        assertThat(next.failure()).isEqualTo(Quorum.TERMINATED);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPEN_TENDER", "INVITED_TENDER"})
    void inATenderThePurchaserChecksQualifications(ProcurementMethod tender) {
        var declared = declared(drawn(begun(tender, 3)));
        assertThat(declared.phase()).isEqualTo(Phase.QUALIFYING);
        var passes = declared.bids().stream()
                .map(bid -> Ballot.of(bid.id(), Check.QUALIFICATION, true, null))
                .toList();
        var qualified = declared.qualified(OFFICER, passes, NOW);
        assertThat(qualified.phase()).isEqualTo(Phase.REVIEWING);
        assertThat(qualified.panelChecks()).containsExactly(Check.COMPLIANCE);
        assertThat(reviewed(qualified).phase()).isEqualTo(Phase.SCORING);
        var fails =
                List.of(Ballot.of(id(100), Check.QUALIFICATION, false, "被列入严重违法失信名单"), passes.get(1), passes.get(2));
        var failed = declared.qualified(OFFICER, fails, NOW);
        assertThat(failed.failure()).isEqualTo(Quorum.VOID);
        assertThat(Quorum.mayNegotiate(tender, 2)).isTrue();
    }

    @Test
    void overTheCeilingIsInvalid() {
        var four = reviewed(declared(drawn(begun(ProcurementMethod.BT_COMPARE, 4))))
                .scored();
        var priced = four.priced(
                Map.of(id(100), 10_001L, id(101), 10_000L, id(102), 9_000L, id(103), 9_500L), Map.of(), NOW);
        assertThat(Objects.requireNonNull(priced.bid(id(100)).exclusion()).stage())
                .isEqualTo(Bid.Stage.CEILING);
        assertThat(priced.bid(id(101)).counts()).isTrue();
        assertThat(priced.phase()).isEqualTo(Phase.PRICING);
        assertThat(priced(10_001, 9_000, 8_000).phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void soundPricesAreRankedOnceAllHaveLooked() {
        var priced = priced(9_000, 8_000, 8_500);
        assertThat(priced.inquiries()).isEmpty();
        assertThat(priced.readyToRank()).isFalse();
        assertThat(undoubted(priced).readyToRank()).isTrue();
        assertThatThrownBy(() -> undoubted(priced).judged(new Opinion(id(300), List.of()), NOW))
                .hasMessage("evaluation/already-given");
        var placing = Objects.requireNonNull(ranked().placing());
        assertThat(placing.ranked().getFirst().bid()).isEqualTo(id(100));
        assertThat(Points.text(placing.ranked().getFirst().total())).isEqualTo("83.33");
    }

    @Test
    void aLowPriceIsExplainedAndAccepted() {
        var priced = priced(4_100, 7_800, 8_000);
        var inquiry = priced.inquiries().getFirst();
        assertThat(inquiry.triggers()).containsExactly(Trigger.C);
        assertThat(inquiry.answerBy()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThatThrownBy(() -> priced.voted(id(100), vote(300, true), NOW)).hasMessage("evaluation/still-explaining");
        assertThatThrownBy(() -> priced.explained(id(101), "成本构成", NOW)).hasMessage("evaluation/not-asked");
        assertThatThrownBy(() -> priced.explained(id(100), " ", NOW)).hasMessage("evaluation/reason-missing");
        var explained = priced.explained(id(100), "志愿者参与，人工成本低，附成本测算。", NOW);
        var again = explained.explained(id(100), "补充了社会保险的测算。", NOW);
        var once = again.voted(id(100), vote(300, true), NOW);
        assertThatThrownBy(() -> once.explained(id(100), "改一个说法", NOW)).hasMessage("evaluation/explanation-judged");
        assertThatThrownBy(() -> once.voted(id(100), vote(300, true), NOW)).hasMessage("evaluation/already-given");
        var accepted = undoubted(once.voted(id(100), vote(301, true), NOW));
        assertThat(accepted.inquiries().getFirst().accepted()).isTrue();
        assertThat(accepted.readyToRank()).isTrue();
        assertThat(accepted.bid(id(100)).counts()).isTrue();
    }

    @Test
    void whoDoesNotExplainIsOut() {
        var late = NOW.plus(Duration.ofMinutes(30));
        var priced = priced(4_100, 7_800, 8_000);
        assertThatThrownBy(() -> priced.explained(id(100), "来晚了", late)).hasMessage("evaluation/too-late");
        assertThatThrownBy(() -> priced.voted(id(100), vote(300, true), late)).hasMessage("evaluation/not-explained");
        var out = priced.voted(id(100), vote(300, false), late).voted(id(100), vote(301, false), late);
        assertThat(Objects.requireNonNull(out.bid(id(100)).exclusion()).stage()).isEqualTo(Bid.Stage.LOW_PRICE);
        assertThat(out.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void aFindingIsTheReasonedOneOfAMember() {
        var explained = priced(4_100, 7_800, 8_000).explained(id(100), "附成本测算", NOW);
        assertThatThrownBy(() -> explained.voted(id(100), new Inquiry.Vote(id(300), true, " "), NOW))
                .hasMessage("evaluation/reason-missing");
        assertThatThrownBy(() -> explained.voted(id(100), vote(305, true), NOW)).hasMessage("evaluation/not-found");
        assertThatThrownBy(() -> explained.judged(new Opinion(id(305), List.of()), NOW))
                .hasMessage("evaluation/not-found");
    }

    @Test
    void aPriceIsAskedAboutOnce() {
        var next = priced(4_100, 7_800, 8_000);
        var doubt = List.of(new Opinion.Doubt(id(100), "不足以支付社会保险"));
        for (int i = 300; i < 303; i++) next = next.judged(new Opinion(id(i), doubt), NOW);
        assertThat(next.inquiries()).extracting(Inquiry::triggers).containsExactly(Set.of(Trigger.C));
    }

    @Test
    void onlyPricesThatCountAreDoubted() {
        var prices = Map.of(id(100), 10_001L, id(101), 10_000L, id(102), 9_000L, id(103), 9_500L);
        var four = reviewed(declared(drawn(begun(ProcurementMethod.BT_COMPARE, 4))))
                .scored()
                .priced(prices, Map.of(), NOW);
        var doubt = List.of(new Opinion.Doubt(id(100), "不足以支付社会保险"));
        assertThatThrownBy(() -> four.judged(new Opinion(id(300), doubt), NOW)).hasMessage("evaluation/not-found");
    }

    /** Case (d), by most of the panel and not by one alone. */
    @Test
    void mostOfThePanelMayDoubtAPrice() {
        var doubt = List.of(new Opinion.Doubt(id(101), "不足以支付社会保险"));
        var priced = priced(9_000, 8_000, 8_500);
        var one = priced.judged(new Opinion(id(300), doubt), NOW)
                .judged(new Opinion(id(301), List.of()), NOW)
                .judged(new Opinion(id(302), List.of()), NOW);
        assertThat(one.inquiries()).isEmpty();
        var two = priced.judged(new Opinion(id(300), doubt), NOW)
                .judged(new Opinion(id(301), doubt), NOW)
                .judged(new Opinion(id(302), List.of()), NOW);
        assertThat(two.inquiries().getFirst().triggers()).containsExactly(Trigger.D);
        assertThat(two.readyToRank()).isFalse();
        var unfounded = List.of(new Opinion.Doubt(id(101), " "));
        assertThatThrownBy(() -> priced.judged(new Opinion(id(300), unfounded), NOW))
                .hasMessage("evaluation/reason-missing");
    }

    private static Inquiry.Vote vote(int account, boolean accepted) {
        return new Inquiry.Vote(id(account), accepted, accepted ? "成本测算合理" : "没有成本依据");
    }

    private static Evaluation rankedFour() {
        var prices = Map.of(id(100), 9_000L, id(101), 8_000L, id(102), 8_500L, id(103), 8_600L);
        return undoubted(reviewed(declared(drawn(begun(ProcurementMethod.BT_COMPARE, 4))))
                        .scored()
                        .priced(prices, Map.of(), NOW))
                .ranked(all(5_000, 2_000, 4_000, 1_500, 3_000, 1_000, 2_000, 500), HEAD);
    }

    @Test
    void theNextCandidateTakesThePlaceOfOneThatMayNotBeAwarded() {
        var ranked = rankedFour();
        var next = ranked.passedOver("列入严重违法失信名单");
        assertThat(next.phase()).isEqualTo(Phase.RANKED);
        assertThat(next.bid(id(100)).exclusion()).isEqualTo(new Bid.Exclusion(Bid.Stage.AWARD, "列入严重违法失信名单"));
        assertThat(next.winner().id()).isEqualTo(id(101));
        assertThat(next.placing()).as("places and points stay").isEqualTo(ranked.placing());
        assertThat(next.proposed(OFFICER, Proposal.WORDLESS, NOW)
                        .awarded(APPROVER, null, NOW)
                        .winner()
                        .id())
                .isEqualTo(id(101));
        var tooFew = next.passedOver("列入严重违法失信名单");
        assertThat(tooFew.phase()).isEqualTo(Phase.FAILED);
        assertThatThrownBy(
                        () -> ranked.proposed(OFFICER, Proposal.WORDLESS, NOW).passedOver("已经提出"))
                .hasMessage("evaluation/not-now");
    }

    private static Evaluation rankedSix() {
        var prices = new HashMap<UUID, Long>();
        var points = new Integer[12];
        for (int i = 0; i < 6; i++) {
            prices.put(id(100 + i), 9_000L + i);
            points[2 * i] = 5_000;
            points[2 * i + 1] = 2_000;
        }
        return undoubted(reviewed(declared(drawn(begun(ProcurementMethod.BT_COMPARE, 6))))
                        .scored()
                        .priced(prices, Map.of(), NOW))
                .ranked(all(points), HEAD);
    }

    /** 87号令 第48条: not more candidates than three. */
    @Test
    void theThirdCandidateIsTheLast() {
        var third = rankedSix().passedOver("不符合").passedOver("不符合");
        assertThat(third.winner().id()).isEqualTo(id(102));
        assertThatThrownBy(() -> third.passedOver("不符合")).hasMessage("evaluation/last-candidate");
    }

    @Test
    void whoIsRankedFourthIsNoCandidateAlsoWhenTheSecondAndTheThirdFellOut() {
        var alone = rankedSix().inConflict(Map.of(id(101), "有关联", id(102), "有关联"));
        assertThat(alone.phase()).isEqualTo(Phase.RANKED);
        assertThatThrownBy(() -> alone.passedOver("不符合")).hasMessage("evaluation/last-candidate");
        var second = rankedSix().inConflict(Map.of(id(101), "有关联")).passedOver("不符合");
        assertThat(second.winner().id()).isEqualTo(id(102));
    }

    @Test
    void whoProposesDoesNotDecide() {
        var proposed = ranked().proposed(OFFICER, Proposal.WORDLESS, NOW);
        assertThatThrownBy(() -> proposed.awarded(OFFICER, null, NOW)).hasMessage("evaluation/own-proposal");
        assertThatThrownBy(() -> proposed.returned(OFFICER, "再看看")).hasMessage("evaluation/own-proposal");
        assertThatThrownBy(() -> proposed.returned(APPROVER, " ")).hasMessage("evaluation/reason-missing");
        var returned = proposed.returned(APPROVER, "请补充说明");
        assertThat(returned.phase()).isEqualTo(Phase.RANKED);
        assertThat(returned.returned()).isEqualTo("请补充说明");
        var awarded =
                returned.proposed(OFFICER, new Proposal("已补充", null, null), NOW).awarded(APPROVER, PORTAL, NOW);
        assertThat(awarded.phase()).isEqualTo(Phase.AWARDED);
        assertThat(awarded.winner().id()).isEqualTo(id(100));
        assertThat(requireNonNull(awarded.award()).official()).isEqualTo(PORTAL);
        assertThatThrownBy(() -> awarded.awarded(APPROVER, null, NOW)).hasMessage("evaluation/not-now");
    }
}
