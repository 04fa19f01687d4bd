package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.goufu.evaluation.domain.EvaluationFixtures.NOW;
import static org.goufu.evaluation.domain.EvaluationFixtures.OFFICER;
import static org.goufu.evaluation.domain.EvaluationFixtures.declared;
import static org.goufu.evaluation.domain.EvaluationFixtures.drawn;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;
import static org.goufu.evaluation.domain.EvaluationFixtures.terms;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.goufu.evaluation.domain.Review.Ballot;
import org.goufu.evaluation.domain.Review.Check;
import org.goufu.evaluation.domain.Review.Judgement;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.ProblemException;
import org.goufu.matching.Conflict.Rule;
import org.goufu.platform.documents.CanonicalJson;
import org.goufu.purchase.ProcurementMethod;
import org.junit.jupiter.api.Test;

/** domain.md 2.5, decision 0037: what bidders declared is judged by whoever checks qualifications, with a reason. */
class DeclaredConflictsTests {
    private static final Judgement STANDS = new Judgement(Rule.C08, false, "评估的是另一个街道的项目");
    private static final Judgement BARS = new Judgement(Rule.C08, true, "正在评估本街道的同类项目");

    /** The first of four declared C08. */
    private static Evaluation qualifying() {
        var bids = IntStream.range(0, 4)
                .mapToObj(i -> new Bid(
                        id(100 + i),
                        id(200 + i),
                        "示例组织" + i,
                        List.of(),
                        List.of(),
                        NOW,
                        null,
                        null,
                        i == 0 ? List.of(Rule.C08) : List.of()))
                .toList();
        return declared(drawn(Evaluation.begun(terms(ProcurementMethod.OPEN_TENDER), bids)));
    }

    private static List<Ballot> ballots(boolean firstPasses, Judgement... judgements) {
        return IntStream.range(0, 4)
                .mapToObj(i -> i == 0
                        ? new Ballot(
                                id(100),
                                Check.QUALIFICATION,
                                firstPasses,
                                firstPasses ? null : "不得参加",
                                List.of(judgements))
                        : Ballot.of(id(100 + i), Check.QUALIFICATION, true, null))
                .toList();
    }

    private static void refused(List<Ballot> ballots, String... fields) {
        assertThatThrownBy(() -> qualifying().qualified(OFFICER, ballots, NOW))
                .hasMessage("evaluation/review-incomplete")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.fields())
                                .extracting(DeclaredConflictsTests::said)
                                .containsExactly(fields));
    }

    private static String said(FieldProblem field) {
        return field.pointer() + " " + field.code();
    }

    @Test
    void eachDeclaredConflictHasItsFinding() {
        refused(ballots(true), "/ballots/0/judgements declared-unjudged");
        refused(ballots(true, new Judgement(Rule.C08, false, " ")), "/ballots/0/judgements/0/reason required");
        refused(ballots(true, STANDS, new Judgement(Rule.C06, false, "没有申报过")), "/ballots/0/judgements/1 not-asked");
        refused(ballots(true, STANDS, STANDS), "/ballots/0/judgements/1 not-asked");
        refused(ballots(true, BARS), "/ballots/0/passed barred-passes");
    }

    @Test
    void theFindingIsPartOfTheResult() {
        var passed = qualifying().qualified(OFFICER, ballots(true, STANDS), NOW);
        assertThat(passed.bid(id(100)).counts()).isTrue();
        assertThat(passed.reviews().getFirst().ballots().getFirst().judgements())
                .containsExactly(STANDS);
        assertThat(passed.bid(id(100)).declared()).containsExactly(Rule.C08);
        var barred = qualifying().qualified(OFFICER, ballots(false, BARS), NOW);
        assertThat(Objects.requireNonNull(barred.bid(id(100)).exclusion()).stage())
                .isEqualTo(Bid.Stage.QUALIFICATION);
        assertThat(CanonicalJson.read(CanonicalJson.text(barred), Evaluation.class))
                .isEqualTo(barred);
    }

    /** An evaluation that began before is read, and asks for nothing. */
    @Test
    void olderBidsDeclaredNothing() {
        var text = CanonicalJson.text(qualifying());
        var older = text.replaceAll("\"declared\":\\[[^\\]]*\\],", "");
        assertThat(older).isNotEqualTo(text);
        assertThat(CanonicalJson.read(older, Evaluation.class).bid(id(100)).declared())
                .isEmpty();
    }
}
