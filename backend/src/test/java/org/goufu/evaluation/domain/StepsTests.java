package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.goufu.evaluation.domain.EvaluationFixtures.APPROVER;
import static org.goufu.evaluation.domain.EvaluationFixtures.DEPARTMENT;
import static org.goufu.evaluation.domain.EvaluationFixtures.NOW;
import static org.goufu.evaluation.domain.EvaluationFixtures.OFFICER;
import static org.goufu.evaluation.domain.EvaluationFixtures.all;
import static org.goufu.evaluation.domain.EvaluationFixtures.ballots;
import static org.goufu.evaluation.domain.EvaluationFixtures.begun;
import static org.goufu.evaluation.domain.EvaluationFixtures.bids;
import static org.goufu.evaluation.domain.EvaluationFixtures.declared;
import static org.goufu.evaluation.domain.EvaluationFixtures.departure;
import static org.goufu.evaluation.domain.EvaluationFixtures.drawn;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;
import static org.goufu.evaluation.domain.EvaluationFixtures.reviewed;
import static org.goufu.evaluation.domain.EvaluationFixtures.terms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.evaluation.EvaluationNews;
import org.goufu.evaluation.EvaluationNews.What;
import org.goufu.evaluation.domain.Departure.Ground;
import org.goufu.purchase.ProcurementMethod;
import org.junit.jupiter.api.Test;

class StepsTests {
    private static final List<UUID> PANEL = List.of(id(300), id(301), id(302));
    private static final Evaluation BEGUN = begun(ProcurementMethod.BT_COMPARE, 3);
    private static final Evaluation DRAWN = drawn(BEGUN);
    private static final Evaluation CHECKING = declared(DRAWN);
    private static final Evaluation SCORING = reviewed(CHECKING);

    private static EvaluationNews only(Evaluation before, Evaluation after) {
        var news = Steps.between(before, after);
        assertThat(news).hasSize(1);
        return news.getFirst();
    }

    private static void tells(Evaluation before, Evaluation after, What what, List<UUID> recipients) {
        var news = only(before, after);
        assertThat(news.what()).isEqualTo(what);
        assertThat(news.recipients()).containsExactlyInAnyOrderElementsOf(recipients);
    }

    private static Evaluation priced(long... fen) {
        var prices = new HashMap<UUID, Long>();
        for (int i = 0; i < fen.length; i++) prices.put(id(100 + i), fen[i]);
        return SCORING.scored().priced(prices, Map.of(), NOW);
    }

    private static Evaluation ranked() {
        var next = priced(9_000, 8_000, 8_500);
        for (var one : PANEL) next = next.judged(new Opinion(one, List.of()), NOW);
        return next.ranked(all(5_000, 2_000, 4_000, 1_500, 3_000, 1_000), new Head(9, "11".repeat(32)));
    }

    @Test
    void aPanelIsToldThatTheLotWasTerminated() {
        tells(SCORING, SCORING.terminated(), What.TERMINATED, PANEL);
        assertThat(Steps.between(BEGUN, BEGUN.terminated())).isEmpty();
    }

    @Test
    void theDrawnAreToldAndTheNextWhenOneLeaves() {
        tells(BEGUN, DRAWN, What.DRAWN, PANEL);
        var left = DRAWN.left(id(301), departure(301, Ground.RELATED, "曾任监事"), account -> "接替");
        assertThat(Steps.between(DRAWN, left))
                .extracting(EvaluationNews::what, EvaluationNews::recipients, EvaluationNews::words)
                .containsExactly(
                        tuple(What.DRAWN, List.of(id(303)), null), tuple(What.SEAT_LEFT, List.of(DEPARTMENT), "曾任监事"));
        var released = DRAWN.left(id(301), departure(301, null, "联系不上"), account -> "接替");
        assertThat(Steps.between(DRAWN, released))
                .extracting(EvaluationNews::what, EvaluationNews::recipients, EvaluationNews::words)
                .contains(tuple(What.RELEASED, List.of(id(301)), "联系不上"));
        var declaredOnce = DRAWN.declared(id(300), NOW);
        assertThat(Steps.between(DRAWN, declaredOnce)).isEmpty();
    }

    @Test
    void thePanelIsToldWhenItIsItsTurn() {
        tells(DRAWN, CHECKING, What.REVIEW_DUE, PANEL);
        tells(CHECKING, SCORING, What.SCORES_DUE, PANEL);
        tells(SCORING.scored(), priced(9_000, 8_000, 8_500), What.PRICES_KNOWN, PANEL);
    }

    @Test
    void whenNobodyIsLeftThoseWhoStillSitAreToldThatThePanelIsFormedAnew() {
        var next = SCORING;
        for (int i = 300; i < 303; i++) next = next.left(id(i), departure(i, Ground.UNABLE, "住院"), account -> "");
        var dissolved = next.left(id(303), departure(303, Ground.UNABLE, "住院"), account -> "");
        assertThat(Steps.between(next, dissolved))
                .extracting(EvaluationNews::what, EvaluationNews::recipients)
                .containsExactly(
                        tuple(What.SEAT_LEFT, List.of(DEPARTMENT)),
                        tuple(What.DRAW_AGAIN, List.of(DEPARTMENT)),
                        tuple(What.DISSOLVED, List.of(id(304), id(305))));
    }

    private static Evaluation drawnAgain(Evaluation forming, int draw, List<UUID> panel) {
        var wish = new PanelWish(3, false, panel, List.of());
        return forming.requested(id(draw), wish, NOW)
                .drawn(new Panel.Drawn(new Head(8, "22".repeat(32)), "22".repeat(32), panel), account -> "专家");
    }

    private static Evaluation declaredBy(Evaluation drawn, List<UUID> panel) {
        var next = drawn;
        for (var one : panel) next = next.declared(one, NOW);
        return next;
    }

    private static String idOf(What what, Evaluation before, Evaluation after) {
        return Steps.between(before, after).stream()
                .filter(one -> one.what() == what)
                .map(EvaluationNews::id)
                .findFirst()
                .orElseThrow();
    }

    /** Each is told one piece of news once: what comes again must be another one. */
    @Test
    void whoSitsAgainOnAPanelThatIsFormedAnewIsToldAgain() {
        var next = CHECKING;
        for (int i = 300; i < 304; i++) next = next.left(id(i), departure(i, Ground.UNABLE, "住院"), account -> "");
        assertThat(next.phase()).isEqualTo(Phase.FORMING);
        var panel = List.of(id(304), id(305), id(306));
        var drawn = drawnAgain(next, 8, panel);
        var last = declaredBy(drawn, panel.subList(0, 2));
        assertThat(idOf(What.REVIEW_DUE, last, declaredBy(last, panel.subList(2, 3))))
                .isNotEqualTo(idOf(What.REVIEW_DUE, DRAWN, CHECKING));
    }

    /** A bidder that explained to a panel which ended has to explain to the next, and 30 minutes for it. */
    @Test
    void whatAPanelThatWasRenewedAsksAndFindsIsNewsAgain() {
        var asked = priced(4_000, 9_000, 9_500);
        var first = idOf(What.EXPLANATION_DUE, SCORING.scored(), asked);
        var forming = asked.left(id(301), departure(301, Ground.RELATED, "曾任监事"), account -> "")
                .renewed(OFFICER, "应当回避", List.of("曾任监事"), NOW);
        var panel = List.of(id(303), id(304), id(305));
        var scoring = declaredBy(drawnAgain(forming, 8, panel), panel);
        for (var one : panel) scoring = scoring.reviewed(one, ballots(scoring, true), NOW);
        var prices = Map.of(id(100), 4_000L, id(101), 9_000L, id(102), 9_500L);
        var again = scoring.scored().priced(prices, Map.of(), NOW.plusSeconds(3_600));
        assertThat(idOf(What.EXPLANATION_DUE, scoring.scored(), again)).isNotEqualTo(first);
    }

    /** Those who sign a sheet hear it when a late review brings a bid back. */
    @Test
    void thePanelIsToldWhenOtherBidsCount() {
        var four = declared(drawn(begun(ProcurementMethod.BT_COMPARE, 4)));
        var scoring = four.reviewed(id(300), ballots(four, false), NOW)
                .reviewed(id(301), ballots(four, false), NOW)
                .reviewed(id(302), ballots(four, true), NOW);
        var late = scoring.left(id(301), departure(301, Ground.UNABLE, "住院"), account -> "接替")
                .declared(id(303), NOW);
        tells(
                late,
                late.reviewed(id(303), ballots(late, true), NOW),
                What.BIDS_CHANGED,
                List.of(id(300), id(303), id(302)));
        assertThat(Steps.between(late, late.reviewed(id(303), ballots(late, false), NOW)))
                .isEmpty();
    }

    @Test
    void theDepartmentIsToldWhenSomebodyCannotGoOn() {
        var priced = priced(9_000, 8_000, 8_500);
        var excused = priced.left(id(301), departure(301, Ground.UNABLE, "住院"), account -> "");
        tells(priced, excused, What.MEMBER_EXCUSED, List.of(DEPARTMENT));
        var related = priced.left(id(302), departure(302, Ground.RELATED, "曾任监事"), account -> "");
        tells(priced, related, What.RECUSAL_MISSED, List.of(DEPARTMENT));
    }

    /** Where everything was opened together, nobody waits for the prices. */
    @Test
    void onlySealedPricesAreWaitedFor() {
        assertThat(Steps.between(SCORING, SCORING.scored())).isEmpty();
    }

    private static final Evaluation STAGED = reviewed(declared(drawn(Evaluation.begun(staged(), bids(3)))));

    private static Terms staged() {
        var terms = terms(ProcurementMethod.BT_COMPARE);
        return new Terms(
                terms.lot(),
                terms.purchase(),
                terms.notice(),
                terms.department(),
                terms.departmentName(),
                terms.title(),
                terms.noticeTitle(),
                terms.regionCode(),
                terms.category(),
                terms.method(),
                terms.ceilingFen(),
                true,
                terms.items(),
                terms.lowPrice(),
                terms.secondRun(),
                terms.purchaseFen());
    }

    private static Evaluation scoredAnew(Evaluation ended) {
        var forming = ended.left(id(301), departure(301, Ground.RELATED, "曾任监事"), account -> "")
                .renewed(OFFICER, "应当回避", List.of("曾任监事"), NOW);
        var panel = List.of(id(303), id(304), id(305));
        var scoring = declaredBy(drawnAgain(forming, 8, panel), panel);
        for (var one : panel) scoring = scoring.reviewed(one, ballots(scoring, true), NOW);
        return scoring;
    }

    /** Prices are opened once: nobody is told to open, or to wait for, what everybody knows. */
    @Test
    void aPanelThatJudgesAnewIsNotToldThatKnownPricesAreSealed() {
        var sealed = STAGED.scored();
        assertThat(Steps.between(STAGED, sealed))
                .extracting(EvaluationNews::what)
                .containsExactly(What.PRICES_DUE, What.REVEALED);
        var beforePrices = scoredAnew(sealed);
        assertThat(Steps.between(beforePrices, beforePrices.scored()))
                .extracting(EvaluationNews::what)
                .containsExactly(What.PRICES_DUE, What.REVEALED);
        var prices = Map.of(id(100), 9_000L, id(101), 8_000L, id(102), 8_500L);
        var afterPrices = scoredAnew(sealed.priced(prices, Map.of(), NOW));
        assertThat(Steps.between(afterPrices, afterPrices.scored())).isEmpty();
    }

    @Test
    void whoseLowPriceIsAskedAboutIsToldUntilWhen() {
        var asked = priced(4_000, 9_000, 9_500);
        var news = Steps.between(SCORING.scored(), asked).stream()
                .filter(one -> one.what() == What.EXPLANATION_DUE)
                .toList();
        assertThat(news).hasSize(1);
        assertThat(news.getFirst().recipients()).containsExactly(id(200));
        assertThat(news.getFirst().time()).isEqualTo(NOW.plus(Inquiry.TIME_TO_EXPLAIN));
        tells(asked, asked.explained(id(100), "附成本测算", NOW), What.EXPLAINED, PANEL);
    }

    @Test
    void aProposalWaitsForTheDeciderAndItsProposerIsToldWhatBecameOfIt() {
        var ranked = ranked();
        tells(priced(9_000, 8_000, 8_500), ranked, What.PROPOSAL_DUE, List.of(DEPARTMENT));
        var proposed = ranked.proposed(OFFICER, Proposal.WORDLESS, NOW);
        tells(ranked, proposed, What.DECISION_DUE, List.of(DEPARTMENT));
        var returned = proposed.returned(APPROVER, "请补充会议记录");
        tells(proposed, returned, What.RETURNED, List.of(OFFICER.accountId()));
        assertThat(only(proposed, returned).words()).isEqualTo("请补充会议记录");
        tells(proposed, proposed.awarded(APPROVER, null, NOW), What.DECIDED, List.of(OFFICER.accountId()));
    }

    /** Whoever is told twice of two proposals was told of each once. */
    @Test
    void aSecondProposalIsAnotherPieceOfNews() {
        var first = ranked().proposed(OFFICER, Proposal.WORDLESS, NOW);
        var second = first.returned(APPROVER, "再议").proposed(OFFICER, Proposal.WORDLESS, NOW.plusSeconds(60));
        assertThat(only(ranked(), second).id())
                .isNotEqualTo(only(ranked(), first).id());
    }

    /** Whoever fell out learns why, and whoever did not, that nothing comes of it. */
    @Test
    void whenTooFewAreLeftEachBidderIsToldToo() {
        var failed = CHECKING;
        for (var one : PANEL) failed = failed.reviewed(one, ballots(failed, false), NOW);
        assertThat(failed.phase()).isEqualTo(Phase.FAILED);
        var news = Steps.between(CHECKING, failed);
        assertThat(news).extracting(EvaluationNews::what).containsExactly(What.FAILED, What.ENDED);
        assertThat(news.getFirst().recipients()).containsExactly(DEPARTMENT);
        assertThat(news.getLast().recipients()).containsExactly(id(200), id(201), id(202));
    }
}
