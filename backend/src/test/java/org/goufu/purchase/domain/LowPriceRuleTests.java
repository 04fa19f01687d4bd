package org.goufu.purchase.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.goufu.purchase.Finding;
import org.goufu.purchase.LowPriceRatios;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ratios are raised up to 65 %, and never lowered (财库〔2026〕2号). */
class LowPriceRuleTests {
    private static List<Finding> check(@Nullable LowPriceRatios ratios) {
        return LowPriceRule.check(new ContentDraft().lowPrice(ratios).done());
    }

    @Test
    void theLawfulRatiosNeedNoWord() {
        assertThat(check(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"65, 65, 65", "50, 50, 45", "51, 50, 45"})
    void raisedOnesAreLawful(int average, int second, int ceiling) {
        assertThat(check(new LowPriceRatios(average, second, ceiling))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "49, 50, 45, /lowPrice/ofAverage",
        "66, 50, 45, /lowPrice/ofAverage",
        "50, 49, 45, /lowPrice/ofSecond",
        "50, 66, 45, /lowPrice/ofSecond",
        "50, 50, 44, /lowPrice/ofCeiling",
        "50, 50, 66, /lowPrice/ofCeiling"
    })
    void othersAreNot(int average, int second, int ceiling, String pointer) {
        assertThat(check(new LowPriceRatios(average, second, ceiling)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.blocks()).isTrue();
                    assertThat(finding.pointer()).isEqualTo(pointer);
                    assertThat(finding.code()).isEqualTo("low-price-ratio");
                });
    }
}
