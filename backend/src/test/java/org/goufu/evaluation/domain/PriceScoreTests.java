package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceScoreTests {
    /** The example of domain.md 1.7.2. */
    @Test
    void aWeightOfFifteenIsSharedOutByTheLowestPrice() {
        assertThat(Points.text(PriceScore.of(28_500_000, 30_000_000, 15))).isEqualTo("14.25");
        assertThat(Points.text(PriceScore.of(28_500_000, 28_500_000, 15))).isEqualTo("15.00");
        assertThat(Points.text(PriceScore.of(28_500_000, 32_000_000, 15))).isEqualTo("13.36");
    }

    /** Two ways of counting that share no code. */
    @Test
    void longsAndDecimalsAgreeOnEveryDigit() {
        var random = new Random(20261129);
        for (int i = 0; i < 200_000; i++) {
            long base = 1 + random.nextLong(1L << 1 + random.nextInt(40));
            long price = base + random.nextLong(1L << 1 + random.nextInt(40));
            int weight = random.nextInt(101);
            var decimal = BigDecimal.valueOf(base)
                    .multiply(BigDecimal.valueOf(weight))
                    .divide(BigDecimal.valueOf(price), 2, RoundingMode.HALF_UP);
            assertThat(PriceScore.of(base, price, weight))
                    .as("%d/%d*%d", base, price, weight)
                    .isEqualTo(decimal.unscaledValue().longValueExact());
        }
    }

    @Test
    void halvesGoUp() {
        assertThat(Points.divided(1, 2)).isEqualTo(1);
        assertThat(Points.divided(3, 2)).isEqualTo(2);
        assertThat(Points.divided(1, 3)).isZero();
        assertThat(Points.divided(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(1);
        assertThat(Points.divided(0, 7)).isZero();
    }

    @Test
    void nothingIsCheaperThanTheBase() {
        assertThatThrownBy(() -> PriceScore.of(100, 99, 15)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PriceScore.of(0, 99, 15)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Points.divided(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
