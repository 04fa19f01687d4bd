package org.goufu.organization.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.ProblemException;
import org.goufu.matching.Quiet;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.RegistryWork.Matter;
import org.goufu.organization.domain.RegistryFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

/** A conflict is settled by who keeps the place of all its bodies, with a reason. */
class SettleConflictTests {
    private static final Actor STREET = RegistryFixtures.registrarOf("510104023");

    private final InMemorySettlements settlements = new InMemorySettlements();
    private final SettleConflict settle = new SettleConflict(settlements, Quiet.transactions());
    private final UUID one = settlements.holding(Ids.next(), "510104023005");
    private final UUID two = settlements.holding(Ids.next(), "510104023006");
    private final UUID elsewhere = settlements.holding(Ids.next(), "510107001001");

    @Test
    void keepsTheReason() {
        StepVerifier.create(settle.by(STREET, Matter.SAME_LEADER, List.of(two, one, two), "  同一位居民热心带两支队 "))
                .verifyComplete();
        assertThat(settlements.reason(Matter.SAME_LEADER, List.of(one, two))).isEqualTo("同一位居民热心带两支队");
    }

    @Test
    void whatLiesElsewhereDoesNotExist() {
        StepVerifier.create(settle.by(STREET, Matter.SAME_NAME, List.of(one, elsewhere), "已核实"))
                .verifyErrorMessage("organization/not-found");
        assertThat(settlements.reason(Matter.SAME_NAME, List.of(one, elsewhere)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void aReasonIsNeeded(String reason) {
        refused(OrganizationProblem.REASON_NEEDED, Matter.SAME_NAME, List.of(one, two), reason);
    }

    @Test
    void aReasonIsNoEssay() {
        refused(OrganizationProblem.REASON_NEEDED, Matter.SAME_NAME, List.of(one, two), "长".repeat(501));
    }

    @Test
    void oneBodyAloneAndOtherMattersAreNoConflict() {
        refused(OrganizationProblem.NO_CONFLICT, Matter.SAME_NAME, List.of(one, one), "已核实");
        refused(OrganizationProblem.NO_CONFLICT, Matter.OPINION, List.of(one, two), "已核实");
    }

    private void refused(OrganizationProblem problem, Matter matter, List<UUID> bodies, String reason) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> settle.by(STREET, matter, bodies, reason))
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }
}
