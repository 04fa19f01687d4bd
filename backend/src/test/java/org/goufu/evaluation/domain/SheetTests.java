package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goufu.evaluation.domain.EvaluationFixtures.all;
import static org.goufu.evaluation.domain.EvaluationFixtures.bids;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;
import static org.goufu.evaluation.domain.EvaluationFixtures.sheet;
import static org.goufu.evaluation.domain.EvaluationFixtures.signed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.goufu.evaluation.domain.Sheet.Cell;
import org.goufu.evaluation.domain.Sheet.Score;
import org.goufu.kernel.ProblemException;
import org.goufu.purchase.ProcurementMethod;
import org.junit.jupiter.api.Test;

class SheetTests {
    private static final Terms TERMS = EvaluationFixtures.terms(ProcurementMethod.BT_COMPARE);

    private static List<String> problems(Runnable act) {
        try {
            act.run();
            return List.of();
        } catch (ProblemException refused) {
            return refused.fields().stream()
                    .map(field -> field.pointer() + " " + field.code())
                    .toList();
        }
    }

    @Test
    void aDraftMayHaveGapsButNoPointsBeyondTheWeight() {
        var empty = Sheet.empty(TERMS.lot(), id(300), 1);
        assertThat(empty.written(List.of(new Score(id(100), 1, null, null)), TERMS, bids(2))
                        .scores())
                .hasSize(1);
        assertThat(problems(() -> empty.written(
                        List.of(
                                new Score(id(100), 1, 6_001, null),
                                new Score(id(100), 2, -1, null),
                                new Score(id(100), 2, 10, null),
                                new Score(id(100), 0, 10, null),
                                new Score(id(999), 1, 10, null),
                                new Score(id(101), 1, 10, "长".repeat(501))),
                        TERMS,
                        bids(2))))
                .containsExactly(
                        "/scores/0/points points-beyond",
                        "/scores/1/points points-beyond",
                        "/scores/2 not-asked",
                        "/scores/3 not-asked",
                        "/scores/4 not-asked",
                        "/scores/5/reason too-long");
    }

    @Test
    void nothingIsSignedWithGaps() {
        var scores =
                new ArrayList<>(sheet(300, 1, 2, 5_000, 2_000, 4_000, 1_500).scores());
        scores.set(0, new Score(id(100), 1, null, "理由"));
        scores.set(1, new Score(id(100), 2, 100, " "));
        scores.removeLast();
        var draft = Sheet.empty(TERMS.lot(), id(300), 1).written(scores, TERMS, bids(2));
        assertThat(problems(() -> draft.signed(TERMS, bids(2))))
                .containsExactly("/scores/0/points required", "/scores/1/reason required", "/scores answers-missing");
        assertThat(draft.signed()).isFalse();
    }

    @Test
    void whatIsSignedStays() {
        var signed = signed(300, 1, 5_000, 2_000);
        assertThat(signed.revision()).isEqualTo(1);
        assertThatThrownBy(() -> signed.written(List.of(), TERMS, bids(1))).hasMessage("evaluation/sheet-signed");
        assertThatThrownBy(() -> signed.signed(TERMS, bids(1))).hasMessage("evaluation/sheet-signed");
    }

    @Test
    void objectivePointsMustAgreeAndOthersNeedNot() {
        var sheets = List.of(
                signed(300, 1, 5_000, 2_000, 4_000, 1_500),
                signed(301, 2, 1_000, 2_000, 4_100, 1_500),
                signed(302, 3, 6_000, 2_000, 4_200, 1_400));
        assertThat(Sheet.differing(sheets, TERMS)).containsExactly(new Cell(id(101), 2));
        assertThat(Sheet.differing(all(5_000, 2_000), TERMS)).isEmpty();
    }

    @Test
    void onlyWhatDiffersIsLookedAtAgain() {
        var reopened = signed(300, 1, 5_000, 2_000).reopened(Set.of(new Cell(id(100), 2)));
        var again = reopened.written(
                List.of(new Score(id(100), 1, 5_000, "理由"), new Score(id(100), 2, 2_100, "两本证书")), TERMS, bids(1));
        assertThat(again.signed(TERMS, bids(1)).revision()).isEqualTo(2);
        assertThatThrownBy(() -> reopened.written(
                        List.of(new Score(id(100), 1, 5_100, "理由"), new Score(id(100), 2, 2_100, "两本证书")),
                        TERMS,
                        bids(1)))
                .hasMessage("evaluation/item-settled");
        assertThatThrownBy(() -> reopened.written(List.of(new Score(id(100), 2, 2_100, "两本证书")), TERMS, bids(1)))
                .hasMessage("evaluation/item-settled");
    }

    @Test
    void theMeanIsRoundedOnce() {
        var sheets = List.of(signed(300, 1, 5_000, 2_000), signed(301, 2, 5_000, 2_000), signed(302, 3, 5_001, 2_000));
        assertThat(Sheet.mean(sheets, id(100))).isEqualTo(7_000);
        var others = List.of(signed(300, 1, 5_000, 2_000), signed(301, 2, 5_001, 2_000), signed(302, 3, 5_001, 2_000));
        assertThat(Sheet.mean(others, id(100))).isEqualTo(7_001);
    }
}
