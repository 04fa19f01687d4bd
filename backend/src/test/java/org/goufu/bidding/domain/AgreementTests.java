package org.goufu.bidding.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.goufu.bidding.domain.Agreement.Member;
import org.goufu.kernel.ProblemException;
import org.junit.jupiter.api.Test;

class AgreementTests {
    private static final UUID LOT = UUID.fromString("0197a000-0000-7000-8000-0000000000aa");
    private static final UUID LEAD = UUID.fromString("0197a000-0000-7000-8000-000000000002");
    private static final UUID OTHER = UUID.fromString("0197a000-0000-7000-8000-000000000001");
    private static final Member MEALS = new Member(LEAD, "甲社工中心", "送餐", 6_250);
    private static final Member VISITS = new Member(OTHER, "乙服务中心", "探访", 3_750);

    private static void refused(ConsortiumProblem problem, ThrowingCallable drafting) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(drafting)
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }

    private static Agreement drafted(Member... members) {
        return Agreement.drafted(LOT, LEAD, List.of(members), 0);
    }

    /** The browser makes the same bytes of what its reader sees: the same hash stands in its test. */
    @Test
    void hasOneFormWhateverTheOrder() {
        assertThat(new Agreement(LOT, LEAD, List.of(MEALS, VISITS), "各方承担连带责任。", 0)
                        .document()
                        .hash())
                .isEqualTo("4d0adce723e9bd49df3a9efec0ddb865649b0eb1b7f9395d7ef46d3265fada66");
        var document = drafted(MEALS, VISITS).document();
        assertThat(document.hash()).isEqualTo(drafted(VISITS, MEALS).document().hash());
        assertThat(new String(document.bytes(), StandardCharsets.UTF_8))
                .startsWith("{\"format\":\"goufu-consortium/1\",\"lead\":\"" + LEAD + "\",\"lot\":\"" + LOT
                        + "\",\"members\":[{\"body\":\"" + OTHER + "\",\"name\":\"")
                .doesNotContain("送餐");
    }

    @Test
    void anotherWordIsAnotherText() {
        var hash = drafted(MEALS, VISITS).document().hash();
        var work = new Member(OTHER, "乙服务中心", "探访和送餐", 3_750);
        assertThat(drafted(MEALS, work).document().hash()).isNotEqualTo(hash);
        var name = new Member(OTHER, "乙服务站", "探访", 3_750);
        assertThat(drafted(MEALS, name).document().hash()).isNotEqualTo(hash);
        assertThat(new Agreement(LOT, LEAD, List.of(MEALS, VISITS), "别的话", 0)
                        .document()
                        .hash())
                .isNotEqualTo(hash);
        assertThat(new Agreement(LOT, OTHER, List.of(MEALS, VISITS), Agreement.TERMS, 0)
                        .document()
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void takesTwoToTenWithTheLeadAmongThem() {
        refused(ConsortiumProblem.MEMBERS_WRONG, () -> drafted(new Member(LEAD, "甲社工中心", "送餐", 10_000)));
        refused(ConsortiumProblem.MEMBERS_WRONG, () -> drafted(VISITS, new Member(LOT, "丙中心", "送餐", 6_250)));
        var many = new ArrayList<>(List.of(new Member(LEAD, "甲社工中心", "送餐", 1_000)));
        for (int i = 0; i < 9; i++) many.add(new Member(new UUID(7, i), "第" + i + "家", "送餐", 1_000));
        assertThat(Agreement.drafted(LOT, LEAD, many, 0).others()).hasSize(9);
        many.add(new Member(new UUID(8, 0), "再一家", "送餐", 1_000));
        refused(ConsortiumProblem.MEMBERS_WRONG, () -> Agreement.drafted(LOT, LEAD, many, 0));
    }

    @Test
    void sharesAreTheWholeToTheHundredth() {
        refused(ConsortiumProblem.SUM_WRONG, () -> drafted(MEALS, new Member(OTHER, "乙服务中心", "探访", 3_749)));
        refused(ConsortiumProblem.SUM_WRONG, () -> drafted(MEALS, new Member(OTHER, "乙服务中心", "探访", 3_751)));
        refused(ConsortiumProblem.MEMBER_INCOMPLETE, () -> drafted(MEALS, new Member(OTHER, "乙服务中心", " ", 3_750)));
        refused(
                ConsortiumProblem.MEMBER_INCOMPLETE,
                () -> drafted(new Member(LEAD, "甲社工中心", "送餐", 10_000), new Member(OTHER, "乙服务中心", "探访", 0)));
        refused(ConsortiumProblem.MEMBER_INCOMPLETE, () -> drafted(MEALS, VISITS, VISITS));
    }

    @Test
    void theLeadComesFirstWhenThePriceIsDivided() {
        var division = drafted(VISITS, MEALS).division();
        assertThat(division.ownShare()).isEqualTo(6_250);
        assertThat(division.fee()).isZero();
        assertThat(division.bodies()).containsExactly(OTHER);
        assertThat(division.shares()).containsExactly(3_750);
    }
}
