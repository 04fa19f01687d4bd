package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goufu.evaluation.domain.EvaluationFixtures.NOW;
import static org.goufu.evaluation.domain.EvaluationFixtures.OFFICER;
import static org.goufu.evaluation.domain.EvaluationFixtures.ballots;
import static org.goufu.evaluation.domain.EvaluationFixtures.begun;
import static org.goufu.evaluation.domain.EvaluationFixtures.bids;
import static org.goufu.evaluation.domain.EvaluationFixtures.declared;
import static org.goufu.evaluation.domain.EvaluationFixtures.departure;
import static org.goufu.evaluation.domain.EvaluationFixtures.drawn;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;
import static org.goufu.evaluation.domain.EvaluationFixtures.reviewed;
import static org.goufu.evaluation.domain.EvaluationFixtures.sheet;
import static org.goufu.evaluation.domain.EvaluationFixtures.signed;
import static org.goufu.evaluation.domain.EvaluationFixtures.terms;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.evaluation.domain.Departure.Ground;
import org.goufu.evaluation.domain.Review.Ballot;
import org.goufu.evaluation.domain.Review.Check;
import org.goufu.evaluation.domain.Sheet.Cell;
import org.goufu.platform.documents.CanonicalJson;
import org.goufu.purchase.ProcurementMethod;
import org.junit.jupiter.api.Test;

/** A seat changes hands after the declarations (87号令 第49条; decision 0036). */
class ChangedSeatsTests {
    private static final Panel.Names NAMES = account -> "接替";
    private static final Instant LATE = NOW.plus(Inquiry.TIME_TO_EXPLAIN);

    private static Evaluation reviewing() {
        return declared(drawn(begun(ProcurementMethod.BT_COMPARE, 4)));
    }

    private static Evaluation ill(Evaluation evaluation, int account) {
        return evaluation.left(id(account), departure(account, Ground.UNABLE, "住院"), NAMES);
    }

    private static Evaluation released(Evaluation evaluation, int account) {
        return evaluation.left(id(account), departure(account, null, "联系不上"), NAMES);
    }

    private static Evaluation reviews(Evaluation evaluation, int account, boolean firstPasses) {
        return evaluation.reviewed(id(account), ballots(evaluation, firstPasses), NOW);
    }

    /** What the leaving member found is on record, and another majority is found with the next. */
    @Test
    void whileBidsAreCheckedTheNextDeclaresAndChecks() {
        var given = reviews(reviews(reviewing(), 300, false), 301, false);
        var left = ill(given, 301);
        assertThat(left.phase()).isEqualTo(Phase.REVIEWING);
        assertThat(left.reviews()).extracting(Review::account).containsExactly(id(300));
        assertThat(left.setAside().reviews()).extracting(Review::account).containsExactly(id(301));
        var leave = left.mustHavePanel().leaves().getFirst();
        assertThat(leave.next()).isEqualTo(id(303));
        assertThat(leave.step()).isEqualTo(Phase.REVIEWING);
        assertThat(leave.ground()).isEqualTo(Ground.UNABLE);
        assertThat(left.mustHavePanel().member(id(303)).orElseThrow().seat()).isEqualTo(2);
        assertThatThrownBy(() -> reviews(left, 303, true)).hasMessage("evaluation/declare-first");
        assertThatThrownBy(() -> reviews(left, 301, true)).hasMessage("evaluation/not-found");
        var whole = reviews(reviews(left.declared(id(303), NOW), 303, true), 302, true);
        assertThat(whole.phase()).isEqualTo(Phase.SCORING);
        assertThat(whole.bids()).allMatch(Bid::counts);
    }

    @Test
    void whileBidsAreScoredTheNextChecksThemFirstAndMayTurnTheMajority() {
        var scoring = reviews(reviews(reviews(reviewing(), 300, false), 301, false), 302, true);
        assertThat(scoring.bid(id(100)).counts()).isFalse();
        var left = ill(scoring, 301).declared(id(303), NOW);
        assertThat(left.phase()).isEqualTo(Phase.SCORING);
        assertThatThrownBy(() -> left.scoring(id(303))).hasMessage("evaluation/review-first");
        assertThat(left.scoring(id(300)).seat()).isEqualTo(1);
        assertThat(left.bid(id(100)).counts()).as("until the next has checked").isFalse();
        var turned = reviews(left, 303, true);
        assertThat(turned.phase()).isEqualTo(Phase.SCORING);
        assertThat(turned.bid(id(100)).counts()).isTrue();
        assertThat(turned.scoring(id(303)).seat()).isEqualTo(2);
        assertThatThrownBy(() -> reviews(turned, 303, true)).hasMessage("evaluation/already-given");
    }

    @Test
    void tooFewMayBeLeftAfterTheMajorityTurned() {
        var three = declared(drawn(begun(ProcurementMethod.BT_COMPARE, 3)));
        var scoring = reviews(reviews(reviews(three, 300, false), 301, true), 302, true);
        var turned = reviews(ill(scoring, 301).declared(id(303), NOW), 303, false);
        assertThat(turned.phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void thePurchaserReleasesOnlyWhoOwesSomething() {
        var given = reviews(reviewing(), 300, true);
        assertThatThrownBy(() -> released(given, 300)).hasMessage("evaluation/part-done");
        assertThat(released(given, 301).mustHavePanel().member(id(303))).isPresent();
        var scoring = reviewed(reviewing());
        var sheet = signed(300, 1, 5_000, 2_000, 4_000, 1_500, 3_000, 1_000);
        var why = new Departure(id(900), null, "联系不上", sheet, NOW);
        assertThatThrownBy(() -> scoring.left(id(300), why, NAMES)).hasMessage("evaluation/part-done");
        var own = new Departure(id(900), Ground.RELATED, "曾任监事", sheet, NOW);
        var left = scoring.left(id(300), own, NAMES);
        assertThat(left.mustHavePanel().leaves().getFirst().signed()).isEqualTo(1);
        assertThatThrownBy(() -> left.left(id(301), departure(301, Ground.UNABLE, " "), NAMES))
                .hasMessage("evaluation/reason-missing");
    }

    @Test
    void whenNobodyIsLeftThePanelIsFormedAnewAndNothingItFoundCounts() {
        var next = reviews(reviews(reviews(reviewing(), 300, false), 301, false), 302, true);
        for (int account = 303; account < 306; account++) next = ill(next, account - 3);
        assertThat(next.phase()).isEqualTo(Phase.SCORING);
        var dissolved = ill(next, 305);
        assertThat(dissolved.phase()).isEqualTo(Phase.FORMING);
        assertThat(dissolved.reviews()).isEmpty();
        assertThat(dissolved.setAside().reviews()).hasSize(3);
        assertThat(dissolved.bids()).allMatch(Bid::counts);
        var again = dissolved.requested(id(8), new PanelWish(1, false, List.of(id(303)), List.of()), NOW);
        assertThat(again.setAside().panels().getFirst().leaves()).hasSize(4);
        assertThat(again.mustHavePanel().round()).isEqualTo(2);
        var drawn = again.drawn(new Panel.Drawn(new Head(9, "00".repeat(32)), "", List.of(id(303))), NAMES);
        assertThat(reviews(drawn.declared(id(303), NOW), 303, true).phase()).isEqualTo(Phase.SCORING);
    }

    /** In a tender the purchaser's check is no opinion of the panel. */
    @Test
    void thePurchasersCheckStandsWhenThePanelIsFormedAnew() {
        var qualifying = declared(drawn(begun(ProcurementMethod.OPEN_TENDER, 4)));
        var late = ill(qualifying, 302);
        assertThat(late.phase()).isEqualTo(Phase.QUALIFYING);
        var ballots = qualifying.bids().stream()
                .map(bid -> Ballot.of(bid.id(), Check.QUALIFICATION, !bid.id().equals(id(100)), "没有许可证"))
                .toList();
        var next = qualifying.qualified(OFFICER, ballots, NOW);
        for (int account = 300; account < 304; account++) next = ill(next, account);
        assertThat(next.phase()).isEqualTo(Phase.FORMING);
        assertThat(next.bid(id(100)).counts()).isFalse();
        var again = next.requested(id(8), new PanelWish(1, false, List.of(id(304)), List.of()), NOW)
                .drawn(new Panel.Drawn(new Head(9, "00".repeat(32)), "", List.of(id(304))), NAMES);
        assertThat(again.declared(id(304), NOW).phase()).isEqualTo(Phase.REVIEWING);
    }

    private static Evaluation priced(long... fen) {
        var prices = new HashMap<UUID, Long>();
        for (int i = 0; i < fen.length; i++) prices.put(id(100 + i), fen[i]);
        return reviewed(reviewing()).scored().priced(prices, Map.of(), NOW);
    }

    /** Points that were revealed stand: nobody takes the seat, and nobody waits for it. */
    @Test
    void afterThePointsAreRevealedTheOthersDecide() {
        var priced = priced(9_000, 8_000, 8_500, 9_500);
        var spoken = priced.judged(new Opinion(id(300), List.of()), NOW).judged(new Opinion(id(301), List.of()), NOW);
        assertThat(spoken.readyToRank()).isFalse();
        var excused = ill(spoken, 302);
        assertThat(excused.readyToRank()).isTrue();
        assertThat(excused.mustHavePanel().members()).hasSize(3);
        assertThatThrownBy(() -> excused.judged(new Opinion(id(302), List.of()), NOW))
                .hasMessage("evaluation/excused");
        assertThatThrownBy(() -> ill(excused, 302)).hasMessage("evaluation/excused");
        assertThatThrownBy(() -> ill(excused, 301)).hasMessage("evaluation/too-few-left");
        assertThatThrownBy(() -> released(spoken, 300)).hasMessage("evaluation/part-done");
        var waiting = reviewed(reviewing()).scored();
        assertThat(ill(waiting, 302).phase()).isEqualTo(Phase.AWAITING_PRICES);
        assertThatThrownBy(() -> ill(excused.ranked(List.of(signed(300, 1, 1, 1)), new Head(9, "11")), 300))
                .hasMessage("evaluation/not-now");
    }

    private static Inquiry.Vote vote(int account, boolean accepted) {
        return new Inquiry.Vote(id(account), accepted, "成本依据");
    }

    @Test
    void ofTwoWhoDisagreeNeitherMakesABidInvalid() {
        var asked = priced(4_100, 7_800, 8_000, 8_100).explained(id(100), "附成本测算", NOW);
        var split = asked.voted(id(100), vote(300, true), NOW).voted(id(100), vote(301, false), NOW);
        assertThat(split.inquiries().getFirst().accepted()).isNull();
        var found = ill(split, 302);
        assertThat(found.inquiries().getFirst().accepted()).isTrue();
        assertThat(found.bid(id(100)).counts()).isTrue();
        var before = ill(asked, 302).voted(id(100), vote(300, false), NOW).voted(id(100), vote(301, false), NOW);
        assertThat(Objects.requireNonNull(before.bid(id(100)).exclusion()).stage())
                .isEqualTo(Bid.Stage.LOW_PRICE);
    }

    /** Who voted before stepping down has voted. */
    @Test
    void whatWasSaidBeforeCounts() {
        var asked = priced(4_100, 7_800, 8_000, 8_100);
        var once = asked.voted(id(100), vote(302, false), LATE);
        var found = ill(once, 302).voted(id(100), vote(300, false), LATE);
        assertThat(found.inquiries().getFirst().accepted()).isFalse();
    }

    @Test
    void doubtsOfMostWhoSpokeAreAskedAbout() {
        var doubt = List.of(new Opinion.Doubt(id(101), "不足以支付社会保险"));
        var both = priced(9_000, 8_000, 8_500, 9_500)
                .judged(new Opinion(id(300), doubt), NOW)
                .judged(new Opinion(id(301), doubt), NOW);
        assertThat(ill(both, 302).inquiries()).extracting(Inquiry::bid).containsExactly(id(101));
        var half = priced(9_000, 8_000, 8_500, 9_500)
                .judged(new Opinion(id(300), doubt), NOW)
                .judged(new Opinion(id(301), List.of()), NOW);
        assertThat(ill(half, 302).inquiries()).isEmpty();
    }

    @Test
    void aVoteIsOwedOnlyWhenItCanBeGiven() {
        var asked = priced(4_100, 7_800, 8_000, 8_100).judged(new Opinion(id(300), List.of()), NOW);
        var member = asked.member(id(300));
        assertThat(asked.owes(member, true, NOW)).isFalse();
        assertThat(asked.owes(member, true, LATE)).isTrue();
        assertThat(asked.owes(asked.member(id(301)), true, NOW)).isTrue();
    }

    @Test
    void sheetsFitTheBidsThatCountNow() {
        var terms = terms(ProcurementMethod.BT_COMPARE);
        var signed = signed(300, 1, 5_000, 2_000, 4_000, 1_500);
        assertThat(signed.fitting(terms, bids(2))).isSameAs(signed);
        var more = signed.fitting(terms, bids(3));
        assertThat(more.signed()).isFalse();
        assertThat(more.revision()).isEqualTo(1);
        assertThat(more.scores()).isEqualTo(signed.scores());
        var fewer = signed.fitting(terms, bids(1));
        assertThat(fewer.signed()).isFalse();
        assertThat(fewer.score(new Cell(id(101), 1))).isEmpty();
        assertThat(fewer.signed(terms, bids(1)).revision()).isEqualTo(2);
        var draft = sheet(300, 1, 2, 5_000);
        assertThat(draft.fitting(terms, bids(3))).isSameAs(draft);
        assertThat(signed.cleared().revision()).isEqualTo(1);
        assertThat(signed.cleared().in(3).seat()).isEqualTo(3);
    }

    /** What was kept before seats could change hands late is read, and has nothing set aside. */
    @Test
    void olderEvaluationsAreRead() {
        var text = CanonicalJson.text(reviewing());
        var older = text.replaceFirst("\"setAside\":[^}]*},", "");
        assertThat(older).isNotEqualTo(text);
        var read = CanonicalJson.read(older, Evaluation.class);
        assertThat(read).isEqualTo(reviewing());
    }
}
