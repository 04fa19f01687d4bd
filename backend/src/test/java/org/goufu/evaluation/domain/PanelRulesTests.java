package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.goufu.evaluation.domain.PanelRules.Wanted;
import org.goufu.kernel.FieldProblem;
import org.goufu.purchase.ProcurementMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** domain.md 1.7.1, line by line. */
class PanelRulesTests {
    private static final long YUAN = 100;
    private static final long OPEN_TENDER = 4_000_000 * YUAN;

    @ParameterizedTest
    @CsvSource({
        "OPEN_TENDER, 5000000, false, 4, 1, ''",
        "OPEN_TENDER, 5000000, false, 3, 0, panel-too-small",
        "OPEN_TENDER, 5000000, false, 4, 2, panel-even",
        "OPEN_TENDER, 5000000, false, 3, 2, panel-experts-too-few",
        "OPEN_TENDER, 10000000, false, 4, 1, panel-too-small",
        "OPEN_TENDER, 10000000, false, 5, 2, ''",
        "OPEN_TENDER, 5000000, true, 4, 1, panel-too-small",
        "INVITED_TENDER, 9999999, false, 5, 0, ''",
        "NEGOTIATION, 3999999, false, 2, 1, ''",
        "NEGOTIATION, 4000000, false, 2, 1, panel-too-small",
        "NEGOTIATION, 4000000, false, 4, 1, ''",
        "CONSULTATION, 90000000, false, 2, 1, ''",
        "CONSULTATION, 600000, false, 1, 2, panel-experts-too-few",
        "BT_COMPARE, 90000, false, 1, 2, ''",
        "BT_COMPARE, 90000, false, 0, 3, ''",
        "BT_COMPARE, 90000, false, 1, 0, panel-too-small",
        "BT_COMPARE, 90000, false, 2, 2, panel-even"
    })
    void sizeAndShareFollowMethodAndAmount(
            ProcurementMethod method, long yuan, boolean weighty, int experts, int representatives, String wrong) {
        var wanted = new Wanted(method, yuan * YUAN, OPEN_TENDER, weighty, experts, representatives);
        assertThat(PanelRules.check(wanted).stream().map(FieldProblem::code).toList())
                .isEqualTo(wrong.isEmpty() ? List.of() : List.of(wrong));
    }

    /** 采购预算金额 is the project's: three lots of four million each are a tender of twelve. */
    @Test
    void theBudgetOfThePurchaseCountsHoweverItIsCut() {
        var lot = EvaluationFixtures.terms(ProcurementMethod.OPEN_TENDER);
        assertThat(PanelRules.least(Wanted.of(lot, OPEN_TENDER, false, 4, 1)))
                .as("of an evaluation that knows its lot alone")
                .isEqualTo(5);
        var ofLarge = new Terms(
                lot.lot(),
                lot.purchase(),
                lot.notice(),
                lot.department(),
                lot.departmentName(),
                lot.title(),
                lot.noticeTitle(),
                lot.regionCode(),
                lot.category(),
                lot.method(),
                4_000_000 * YUAN,
                lot.staged(),
                lot.items(),
                null,
                null,
                12_000_000 * YUAN);
        assertThat(PanelRules.least(Wanted.of(ofLarge, OPEN_TENDER, false, 4, 1)))
                .isEqualTo(7);
    }

    @Test
    void aPanelCanBeWrongInEveryWay() {
        var wanted = new Wanted(ProcurementMethod.OPEN_TENDER, 0, OPEN_TENDER, false, 1, 1);
        assertThat(PanelRules.check(wanted))
                .extracting(FieldProblem::code)
                .containsExactly("panel-even", "panel-too-small", "panel-experts-too-few");
    }
}
