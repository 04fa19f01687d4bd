package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goufu.evaluation.domain.EvaluationFixtures.NOW;
import static org.goufu.evaluation.domain.EvaluationFixtures.OFFICER;
import static org.goufu.evaluation.domain.EvaluationFixtures.begun;
import static org.goufu.evaluation.domain.EvaluationFixtures.declared;
import static org.goufu.evaluation.domain.EvaluationFixtures.departure;
import static org.goufu.evaluation.domain.EvaluationFixtures.drawn;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;
import static org.goufu.evaluation.domain.EvaluationFixtures.reviewed;
import static org.goufu.evaluation.domain.EvaluationFixtures.signed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.evaluation.domain.Bid.Stage;
import org.goufu.evaluation.domain.Departure.Ground;
import org.goufu.evaluation.domain.Review.Ballot;
import org.goufu.platform.documents.CanonicalJson;
import org.goufu.purchase.ProcurementMethod;
import org.junit.jupiter.api.Test;

/** 87号令 第67条, decision 0038: a relation that comes to light when points and prices are known. */
class RenewedPanelTests {
    private static final Panel.Names NAMES = account -> "接替";
    private static final List<String> FOUND = List.of("“乙”声明与供应商有利害关系");

    private static Evaluation reviewing() {
        return declared(drawn(begun(ProcurementMethod.BT_COMPARE, 4)));
    }

    private static Evaluation pricing() {
        return priced(reviewed(reviewing()).scored());
    }

    private static Evaluation priced(Evaluation waiting) {
        var prices = new HashMap<UUID, Long>();
        long fen = 9_000;
        for (var bid : waiting.bids()) prices.put(bid.id(), fen += 100);
        return waiting.priced(prices, Map.of(), NOW);
    }

    private static Evaluation ranked() {
        var spoken = pricing();
        for (int account = 300; account < 303; account++) {
            spoken = spoken.judged(new Opinion(id(account), List.of()), NOW);
        }
        return spoken.ranked(List.of(signed(300, 1, 1, 1)), new Head(9, "11"));
    }

    private static Evaluation related(Evaluation evaluation, int account) {
        return evaluation.left(id(account), departure(account, Ground.RELATED, "曾任监事"), NAMES);
    }

    @Test
    void aRelationCanBeToldUntilTheAwardIsDecided() {
        var waiting = reviewed(reviewing()).scored();
        var proposed = ranked().proposed(OFFICER, Proposal.WORDLESS, NOW);
        for (var at : List.of(waiting, pricing(), ranked(), proposed)) {
            assertThat(at.missedRecusals()).isEmpty();
            var told = related(at, 301);
            assertThat(told.phase()).isEqualTo(at.phase());
            assertThat(told.missedRecusals()).extracting(Panel.Leave::name).hasSize(1);
        }
        assertThatThrownBy(() -> ranked().left(id(301), departure(301, Ground.UNABLE, "住院"), NAMES))
                .hasMessage("evaluation/not-now");
        assertThatThrownBy(() -> ranked().left(id(301), departure(301, null, "联系不上"), NAMES))
                .hasMessage("evaluation/part-done");
    }

    /** Nobody is no panel (domain.md 1.7.1): another one is formed. */
    @Test
    void nothingIsRankedByNobody() {
        var beforePrices = priced(allRelated(reviewed(reviewing()).scored()));
        for (var left : List.of(beforePrices, allRelated(pricing()))) {
            assertThat(left.phase()).isEqualTo(Phase.PRICING);
            assertThat(left.readyToRank()).isFalse();
            assertThat(left.goesOnByItself()).isFalse();
            assertThat(left.renewed(OFFICER, "全部回避", FOUND, NOW).phase()).isEqualTo(Phase.FORMING);
        }
    }

    private static Evaluation allRelated(Evaluation evaluation) {
        var left = evaluation;
        for (int account = 300; account < 303; account++) left = related(left, account);
        return left;
    }

    /** Also not the last of them, whoever had spoken before. */
    @Test
    void aMinorityFindsNothing() {
        var spoken = pricing().judged(new Opinion(id(300), List.of()), NOW);
        var left = related(related(spoken, 300), 301);
        assertThat(left.readyToRank()).isFalse();
        assertThatThrownBy(() -> left.judged(new Opinion(id(302), List.of()), NOW))
                .hasMessage("evaluation/panel-gone");
        var all = spoken.judged(new Opinion(id(301), List.of()), NOW).judged(new Opinion(id(302), List.of()), NOW);
        assertThat(all.readyToRank()).isTrue();
        assertThat(related(related(all, 300), 301).readyToRank()).isFalse();
    }

    /** Even of the last who could decide: what the panel found is void either way. */
    @Test
    void aRelationIsOnRecordAlsoWhenTooFewAreLeft() {
        var two = pricing().left(id(302), departure(302, Ground.UNABLE, "住院"), NAMES);
        var told = related(two, 301);
        assertThat(told.phase()).isEqualTo(Phase.PRICING);
        assertThat(told.missedRecusals()).hasSize(1);
    }

    @Test
    void ofAPanelThatIsFormedAnewNothingCountsAndNobodySitsAgain() {
        var renewed = related(ranked(), 301).renewed(OFFICER, "经核实应当回避", FOUND, NOW);
        assertThat(renewed.phase()).isEqualTo(Phase.FORMING);
        assertThat(renewed.reviews()).isEmpty();
        assertThat(renewed.opinions()).isEmpty();
        assertThat(renewed.placing()).isNull();
        assertThat(renewed.bids()).allMatch(bid -> bid.counts() && bid.priceFen() == null);
        assertThat(renewed.neverAgain()).contains(id(300), id(301), id(302));
        var kept = renewed.setAside().renewals().getFirst();
        assertThat(kept.found()).isEqualTo(FOUND);
        assertThat(kept.opinions()).hasSize(3);
        assertThat(Objects.requireNonNull(kept.placing()).ranked()).isNotEmpty();

        var again = renewed.requested(id(8), new PanelWish(1, false, List.of(id(304)), List.of()), NOW)
                .drawn(new Panel.Drawn(new Head(12, "00".repeat(32)), "", List.of(id(304))), NAMES);
        assertThat(again.missedRecusals()).as("of the panel that holds").isEmpty();
        assertThat(again.revealing()).isEqualTo(id(8));
        assertThat(ranked().revealing()).isEqualTo(ranked().terms().lot());
        assertThat(again.declared(id(304), NOW).phase()).isEqualTo(Phase.REVIEWING);
    }

    /** Else it would stand in the result as one that was ranked, without points of the panel that holds and without a place. */
    @Test
    void whoWasPassedOverIsJudgedAnew() {
        var passed = ranked().passedOver("列入严重违法失信名单");
        assertThat(passed.phase()).isEqualTo(Phase.RANKED);
        var renewed = related(passed, 301).renewed(OFFICER, "经核实应当回避", FOUND, NOW);
        assertThat(renewed.bids()).allMatch(bid -> bid.counts() && bid.priceFen() == null);
    }

    /** A price over the ceiling is no opinion; one that a panel did not believe is. */
    @Test
    void bidsThatThePanelThrewOutComeBack() {
        var ballots = reviewing().bids().stream()
                .flatMap(bid -> reviewing().panelChecks().stream()
                        .map(check -> Ballot.of(bid.id(), check, !bid.id().equals(id(100)), "没有许可证")))
                .toList();
        var checked = reviewing();
        for (int account = 300; account < 303; account++) checked = checked.reviewed(id(account), ballots, NOW);
        assertThat(checked.bid(id(100)).counts()).isFalse();
        var waiting = related(checked.scored(), 302);
        assertThat(waiting.renewed(OFFICER, "应当回避", FOUND, NOW).bid(id(100)).counts())
                .isTrue();
        var over = reviewed(reviewing())
                .scored()
                .priced(Map.of(id(100), 9_000L, id(101), 99_000L, id(102), 9_100L, id(103), 9_200L), Map.of(), NOW);
        var exclusion = related(over, 302)
                .renewed(OFFICER, "应当回避", FOUND, NOW)
                .bid(id(101))
                .exclusion();
        assertThat(Objects.requireNonNull(exclusion).stage()).isEqualTo(Stage.CEILING);
    }

    @Test
    void withoutARelationOrAReasonItStands() {
        assertThatThrownBy(() -> ranked().renewed(OFFICER, "换一个小组", List.of(), NOW))
                .hasMessage("evaluation/panel-stands");
        assertThatThrownBy(() -> ranked().renewed(OFFICER, " ", FOUND, NOW)).hasMessage("evaluation/reason-missing");
        assertThatThrownBy(() -> reviewing().renewed(OFFICER, "应当回避", FOUND, NOW))
                .hasMessage("evaluation/not-now");
    }

    /** Places and points stay, and too few may be left. */
    @Test
    void bidsInConflictFall() {
        var ranked = ranked();
        var second = Objects.requireNonNull(ranked.placing()).ranked().get(1).bid();
        var third = Objects.requireNonNull(ranked.placing()).ranked().get(2).bid();
        var one = ranked.inConflict(Map.of(second, "同一负责人"));
        assertThat(one.bid(second).counts()).isFalse();
        assertThat(one.placing()).isEqualTo(ranked.placing());
        assertThat(one.phase()).isEqualTo(Phase.RANKED);
        assertThat(ranked.inConflict(Map.of(second, "同一负责人", third, "同一负责人")).phase())
                .isEqualTo(Phase.FAILED);
    }

    @Test
    void whatIsKeptIsRead() {
        var renewed = related(ranked(), 301).renewed(OFFICER, "经核实应当回避", FOUND, NOW);
        assertThat(CanonicalJson.read(CanonicalJson.text(renewed), Evaluation.class))
                .isEqualTo(renewed);
    }

    @Test
    void namesakesAreThoseThatWereLookedInto() {
        var explained = new Namesakes(List.of("甲", "乙"), "身份证号码不同");
        assertThat(explained.explain(List.of("乙"))).isTrue();
        assertThat(explained.explain(List.of("乙", "丙"))).isFalse();
        assertThat(new Namesakes(List.of("甲"), " ").explain(List.of("甲"))).isFalse();
    }
}
