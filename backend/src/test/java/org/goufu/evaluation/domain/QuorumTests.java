package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.goufu.purchase.LeastBids;
import org.goufu.purchase.ProcurementMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(Quorum.of(method, LeastBids.of(method, false), left)).isEqualTo(quorum);
    }

    @Test
    void financeMayLetTwoOfATenderNegotiate() {
        assertThat(Quorum.mayNegotiate(ProcurementMethod.OPEN_TENDER, 2)).isTrue();
        assertThat(Quorum.mayNegotiate(ProcurementMethod.OPEN_TENDER, 1)).isFalse();
        assertThat(Quorum.mayNegotiate(ProcurementMethod.NEGOTIATION, 2)).isFalse();
        assertThat(Quorum.mayNegotiate(ProcurementMethod.CONSULTATION, 2)).isFalse();
    }
}
