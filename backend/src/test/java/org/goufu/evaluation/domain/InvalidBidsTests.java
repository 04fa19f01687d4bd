package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.domain.EvaluationFixtures.NOW;
import static org.goufu.evaluation.domain.EvaluationFixtures.begun;
import static org.goufu.evaluation.domain.EvaluationFixtures.declared;
import static org.goufu.evaluation.domain.EvaluationFixtures.drawn;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;
import static org.goufu.evaluation.domain.EvaluationFixtures.reviewed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.goufu.evaluation.domain.Bid.Exclusion;
import org.goufu.evaluation.domain.Review.Ballot;
import org.goufu.evaluation.domain.Review.Check;
import org.goufu.purchase.ProcurementMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * 财政部令第87号 第63条 (domain.md 1.7.4), as far as a panel finds it. Notices ask for no deposit but in words, which the linter judges (F16);
 * a bid that is late, unsigned or not sealed is refused when it is given, and what cannot be opened is found by the opening.
 */
class InvalidBidsTests {
    private final Evaluation reviewing = declared(drawn(begun(ProcurementMethod.BT_COMPARE, 4)));

    /** The first bid fails this check in the eyes of as many, for this reason. */
    private Evaluation found(Check check, String reason, int against) {
        var next = reviewing;
        for (int seat = 0; seat < 3; seat++) {
            boolean fails = seat < against;
            var ballots = next.bids().stream()
                    .flatMap(bid -> reviewing.panelChecks().stream()
                            .map(one -> fails && one == check && bid.id().equals(id(100))
                                    ? Ballot.of(bid.id(), one, false, reason)
                                    : Ballot.of(bid.id(), one, true, null)))
                    .toList();
            next = next.reviewed(id(300 + seat), ballots, NOW);
        }
        return next;
    }

    @ParameterizedTest
    @CsvSource({
        "QUALIFICATION, 不具备招标文件规定的资格要求（第三项）",
        "COMPLIANCE, 未按要求签署、盖章（第二项）",
        "COMPLIANCE, 含有采购人不能接受的附加条件（第五项）",
        "COMPLIANCE, 招标文件规定的其他无效情形（第六项）",
        "COMPLIANCE, 未按招标文件要求提交保证金（第一项）"
    })
    void mostOfThePanelDecidesAndTheReasonIsKept(Check check, String reason) {
        var fallen = Objects.requireNonNull(found(check, reason, 2).bid(id(100)).exclusion());
        assertThat(fallen.stage()).isEqualTo(check.stage());
        assertThat(fallen.reason()).isEqualTo(reason);
        assertThat(found(check, reason, 1).bid(id(100)).counts()).isTrue();
        assertThat(found(check, reason, 3).bid(id(101)).counts()).isTrue();
    }

    /** 第四项, to the fen: at the ceiling it counts. */
    @Test
    void aPriceAboveTheCeilingIsInvalid() {
        long ceiling = reviewing.terms().ceilingFen();
        var priced = reviewed(reviewing)
                .scored()
                .priced(
                        Map.of(id(100), ceiling + 1, id(101), ceiling, id(102), ceiling, id(103), ceiling),
                        Map.of(),
                        NOW);
        assertThat(List.of(100, 101, 102, 103))
                .allSatisfy(bid -> assertThat(priced.bid(id(bid)).counts()).isEqualTo(bid != 100));
        assertThat(Objects.requireNonNull(priced.bid(id(100)).exclusion()).stage())
                .isEqualTo(Bid.Stage.CEILING);
    }

    /** What the opening found when it opened the prices is no bid any more when they are looked at (domain.md 2.4, I2 and I4). */
    @Test
    void whatFellWhenThePricesWereOpenedDoesNotCount() {
        var prices = Map.of(id(100), 1_000L, id(101), 9_000L, id(102), 9_500L, id(103), 9_800L);
        var scored = reviewed(reviewing).scored();
        var priced = scored.priced(prices, Map.of(id(100), "ALLOCATION_WRONG"), NOW);
        assertThat(priced.bid(id(100)).exclusion()).isEqualTo(new Exclusion(Bid.Stage.OPENING, "ALLOCATION_WRONG"));
        assertThat(priced.phase()).isEqualTo(Phase.PRICING);
        assertThat(priced.inquiries()).isEmpty();
        assertThat(scored.priced(prices, Map.of(), NOW).inquiries())
                .as("else it would be asked about, and could win")
                .hasSize(1);
    }

    @Test
    void aPriceThatCannotBeReadIsGoneForTheReasonThatTheOpeningFound() {
        var prices = Map.of(id(100), 9_000L, id(101), 9_000L);
        var priced = reviewed(reviewing).scored().priced(prices, Map.of(id(103), "PRICE_UNREADABLE"), NOW);
        assertThat(priced.bid(id(103)).exclusion()).isEqualTo(new Exclusion(Bid.Stage.OPENING, "PRICE_UNREADABLE"));
        assertThat(priced.bid(id(102)).counts()).isFalse();
        assertThat(priced.phase()).isEqualTo(Phase.FAILED);
    }
}
