package org.goufu.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.goufu.search.Capabilities.Pool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolEstimateTests {
    @ParameterizedTest
    @CsvSource({
        "0,5",
        "9,5",
        "10,10",
        "12,10",
        "13,15",
        "97,95",
        "98,100",
        "104,100",
        "105,110",
        "994,990",
        "1024,1000",
        "1025,1050"
    })
    void countsAreRoundedSoThatNobodyIsRecognised(long count, long shown) {
        assertThat(PoolEstimate.rounded(count)).isEqualTo(shown);
    }

    @Test
    void aRequirementCostsThoseWhoDoNotSurelyMeetIt() {
        var estimate = PoolEstimate.of(List.of(new Pool(40, 160, 20), new Pool(30, 100, 15), new Pool(20, 80, 10)));
        assertThat(estimate.direct()).isEqualTo(30);
        assertThat(estimate.groups()).isEqualTo(100);
        assertThat(estimate.costs()).containsExactly(new PoolEstimate.Cost(0, 20, 80, 10, 0.5));
    }

    @Test
    void nothingCostsNothingWhereNobodyFits() {
        var estimate = PoolEstimate.of(List.of(new Pool(0, 0, 0), new Pool(0, 0, 0), new Pool(0, 0, 0)));
        assertThat(estimate.costs().getFirst().share()).isZero();
    }
}
