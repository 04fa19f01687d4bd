package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.goufu.bidding.domain.LeastBids;
import org.goufu.purchase.ProcurementMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** domain.md 1.7.3, cell by cell. */
class QuorumTests {
    @ParameterizedTest
    @CsvSource({
        "OPEN_TENDER, 3, GO_ON",
        "OPEN_TENDER, 2, VOID",
        "INVITED_TENDER, 0, VOID",
        "NEGOTIATION, 3, GO_ON",
        "NEGOTIATION, 2, TERMINATED",
        "INQUIRY, 2, TERMINATED",
        "CONSULTATION, 2, GO_ON",
        "CONSULTATION, 1, TERMINATED",
        "BT_COMPARE, 3, GO_ON",
        "BT_COMPARE, 2, TERMINATED",
        "BT_QUOTE, 2, TERMINATED",
        "SINGLE_SOURCE, 1, GO_ON",
        "BT_DIRECT, 0, TERMINATED"
    })
    void fewerThanTheMethodAsksForEndIt(ProcurementMethod method, int left, Quorum quorum) {
        assertThat(Quorum.of(method, Quorum.least(method, false), left)).isEqualTo(quorum);
    }

    /** Opening and evaluation count alike. */
    @ParameterizedTest
    @EnumSource
    void asManyAreNeededAfterTheChecksAsAtTheDeadline(ProcurementMethod method) {
        for (boolean secondRun : new boolean[] {false, true}) {
            assertThat(Quorum.least(method, secondRun)).isEqualTo(LeastBids.of(method, secondRun));
        }
    }

    @Test
    void financeMayLetTwoOfATenderNegotiate() {
        assertThat(Quorum.mayNegotiate(ProcurementMethod.OPEN_TENDER, 2)).isTrue();
        assertThat(Quorum.mayNegotiate(ProcurementMethod.OPEN_TENDER, 1)).isFalse();
        assertThat(Quorum.mayNegotiate(ProcurementMethod.NEGOTIATION, 2)).isFalse();
        assertThat(Quorum.mayNegotiate(ProcurementMethod.CONSULTATION, 2)).isFalse();
    }

    @Test
    void inASecondRunBelowTheLimitTwoSuffice() {
        assertThat(Quorum.least(ProcurementMethod.BT_COMPARE, true)).isEqualTo(2);
        assertThat(Quorum.least(ProcurementMethod.BT_DIRECT, true)).isEqualTo(1);
        assertThat(Quorum.least(ProcurementMethod.OPEN_TENDER, true)).isEqualTo(3);
    }
}
