package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.domain.EvaluationFixtures.NOW;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;
import static org.goufu.evaluation.domain.EvaluationFixtures.terms;

import java.time.LocalDate;
import java.util.List;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.evaluation.domain.PoolMember.Relation;
import org.goufu.evaluation.domain.PoolMember.Tie;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConcernedTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    /** A federation for the group 210, and a consortium of 201 and 202. */
    private static final Evaluation EVALUATION = Evaluation.begun(
            terms(ProcurementMethod.BT_COMPARE),
            List.of(
                    new Bid(id(100), id(200), "示例联合会", List.of(), List.of(id(210)), NOW, null, null, List.of()),
                    new Bid(
                            id(101),
                            id(201),
                            "示例中心、示例协会（联合体）",
                            List.of(member(201, "示例中心"), member(202, "示例协会")),
                            List.of(id(202)),
                            NOW,
                            null,
                            null,
                            List.of())));

    private static ConsortiumMember member(int number, String name) {
        return new ConsortiumMember(id(number), name, "探访", 5_000);
    }

    private static Concerned concerned(Fact... heads) {
        return Concerned.of(
                EVALUATION,
                List.of(profile(200, "示例联合会", heads), profile(202, "示例协会"), profile(210, "示例太极队")),
                TODAY,
                NOW);
    }

    private static BodyProfile profile(int number, String name, Fact... facts) {
        return new BodyProfile(
                id(number),
                name,
                BodyKind.LEGAL_PERSON,
                null,
                null,
                null,
                "510114",
                null,
                "",
                "",
                List.of(),
                1,
                List.of(facts));
    }

    private static Fact head(String name, @Nullable LocalDate until) {
        return new Fact(
                id(700),
                FactKind.HEAD,
                name,
                0,
                TODAY.minusYears(9),
                until,
                NOW.minusSeconds(60),
                null,
                "登记机关",
                FactOrigin.REGISTRAR,
                null,
                null);
    }

    private static PoolMember expert(String employer, Tie... ties) {
        return new PoolMember(
                id(300),
                "税远航",
                PoolMember.Kind.EXPERT,
                null,
                employer,
                "研究员",
                List.of("A04"),
                "510114",
                List.of("510114"),
                List.of(ties));
    }

    @Test
    void aTieToAGroupBehindAFederationsBidCounts() {
        assertThat(concerned().excludes(expert("某大学"), TODAY)).isFalse();
        for (int body : List.of(200, 201, 202, 210)) {
            var tied = expert("某大学", new Tie(id(body), "示例", Relation.BOARD, null));
            assertThat(concerned().excludes(tied, TODAY)).as("body %d", body).isTrue();
        }
        var other = expert("某大学", new Tie(id(211), "示例", Relation.BOARD, null));
        assertThat(concerned().excludes(other, TODAY)).isFalse();
    }

    @Test
    void whoWorksForOneOfThemIsFoundByTheNameOfTheEmployer() {
        for (var employer : List.of("示例联合会", "示例协会", "示例太极队")) {
            assertThat(concerned().excludes(expert(employer), TODAY))
                    .as(employer)
                    .isTrue();
        }
    }

    @Test
    void whoSpokeForOneOfThemWithinThreeYearsIsExcluded() {
        assertThat(concerned(head("税远航", null)).excludes(expert("某大学"), TODAY)).isTrue();
        assertThat(concerned(head("税远航", TODAY.minusYears(3))).excludes(expert("某大学"), TODAY))
                .isTrue();
        assertThat(concerned(head("税远航", TODAY.minusYears(3).minusDays(1))).excludes(expert("某大学"), TODAY))
                .isFalse();
        assertThat(concerned(head("别人", null)).excludes(expert("某大学"), TODAY)).isFalse();
    }
}
