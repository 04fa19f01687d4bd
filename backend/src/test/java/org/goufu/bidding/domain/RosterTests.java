package org.goufu.bidding.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.goufu.bidding.domain.Roster.Limits;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.ProblemException;
import org.junit.jupiter.api.Test;

class RosterTests {
    private static final Limits LIMITS = new Limits(3_000, 1_000);
    private static final UUID LOT = new UUID(1, 1);
    private static final UUID FEDERATION = new UUID(1, 2);
    private static final Part MEALS = part(new UUID(1, 4), "送餐", 3_000);
    private static final Part VISITS = part(new UUID(1, 3), "回访", 3_000);

    private static Part part(UUID group, String task, int share) {
        return new Part(group, task, "按月交付台账", share);
    }

    private static Roster prepared(int ownShare, int fee, Part... parts) {
        return Roster.prepared(LOT, FEDERATION, ownShare, fee, List.of(parts), 0, LIMITS);
    }

    private static void refused(ThrowingCallable act, RosterProblem problem, String... fields) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(act).satisfies(refusal -> {
            assertThat(refusal.problem()).isEqualTo(problem);
            assertThat(refusal.fields()).extracting(FieldProblem::pointer).containsExactly(fields);
        });
    }

    @Test
    void sharesSumToTheWhole() {
        assertThat(prepared(3_000, 1_000, MEALS, VISITS).groups()).containsExactly(VISITS.group(), MEALS.group());
        refused(() -> prepared(3_000, 999, MEALS, VISITS), RosterProblem.SUM_WRONG, "/parts");
        refused(() -> prepared(3_001, 1_000, MEALS, VISITS), RosterProblem.SUM_WRONG, "/parts");
    }

    @Test
    void theFederationDoesItsOwnShareAndTheFeeIsCapped() {
        refused(
                () -> prepared(2_999, 1_000, MEALS, part(VISITS.group(), "回访", 3_001)),
                RosterProblem.OWN_SHARE_TOO_SMALL,
                "/ownShare");
        refused(
                () -> prepared(3_000, 1_001, MEALS, part(VISITS.group(), "回访", 2_999)),
                RosterProblem.FEE_TOO_HIGH,
                "/fee");
    }

    @Test
    void everyPartIsWhole() {
        refused(() -> prepared(9_000, 1_000), RosterProblem.PARTS_MISSING, "/parts");
        refused(
                () -> prepared(3_000, 1_000, part(MEALS.group(), " ", 0), MEALS),
                RosterProblem.PART_INCOMPLETE,
                "/parts/0/task",
                "/parts/0/share",
                "/parts/1/group");
        var longest = "送".repeat(1_000);
        assertThat(prepared(7_000, 0, part(MEALS.group(), longest, 3_000)).groups())
                .hasSize(1);
        refused(
                () -> prepared(7_000, 0, part(MEALS.group(), longest + "餐", 3_000)),
                RosterProblem.PART_INCOMPLETE,
                "/parts/0/task");
    }

    @Test
    void aRosterHasThirtyPartsAtMost() {
        assertThat(prepared(7_000, 0, parts(30)).groups()).hasSize(30);
        refused(() -> prepared(6_900, 0, parts(31)), RosterProblem.PARTS_MISSING, "/parts");
    }

    /** Of a hundredth each. */
    private static Part[] parts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> part(new UUID(2, i), "送餐", 100))
                .toArray(Part[]::new);
    }

    @Test
    void whatIsConsentedToChangesWithEveryWord() {
        var roster = prepared(3_000, 1_000, MEALS, VISITS);
        var digest = roster.digest(MEALS);

        assertThat(roster.digest(part(MEALS.group(), "送餐 ", 3_000))).isNotEqualTo(digest);
        assertThat(roster.digest(part(MEALS.group(), "送餐", 3_001))).isNotEqualTo(digest);
        assertThat(prepared(3_500, 500, MEALS, VISITS).digest(MEALS)).isNotEqualTo(digest);
        assertThat(prepared(3_000, 1_000, MEALS, part(VISITS.group(), "探访", 3_000)))
                .satisfies(other -> {
                    assertThat(other.digest(MEALS)).isEqualTo(digest);
                    assertThat(other.document().hash())
                            .isNotEqualTo(roster.document().hash());
                });
    }

    @Test
    void theOrderOfThePartsIsOne() {
        assertThat(prepared(3_000, 1_000, VISITS, MEALS).document().hash())
                .isEqualTo(prepared(3_000, 1_000, MEALS, VISITS).document().hash());
    }
}
