package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.goufu.evaluation.domain.LowPrice.Trigger;
import org.goufu.purchase.LowPriceRatios;
import org.junit.jupiter.api.Test;

class LowPriceTests {
    private static Map<UUID, Long> prices(long... fen) {
        var prices = new HashMap<UUID, Long>();
        for (int i = 0; i < fen.length; i++) prices.put(id(i), fen[i]);
        return prices;
    }

    /** The example of domain.md 1.7.5: neither half of the average nor half of the second lowest, but below 45 % of the ceiling. */
    @Test
    void fortyOneOfHundredMustBeExplained() {
        assertThat(LowPrice.triggered(prices(41, 78, 80, 89), 100, LowPriceRatios.LAWFUL))
                .containsExactly(Map.entry(id(0), Set.of(Trigger.C)));
    }

    @Test
    void halfIsNotBelowHalf() {
        assertThat(LowPrice.triggered(prices(50, 100, 150), 100, LowPriceRatios.LAWFUL))
                .isEmpty();
        assertThat(LowPrice.triggered(prices(49, 100, 150), 100, LowPriceRatios.LAWFUL))
                .containsExactly(Map.entry(id(0), Set.of(Trigger.A, Trigger.B)));
    }

    @Test
    void theLowestTwoOfOnePriceAreNotBelowOneAnother() {
        assertThat(LowPrice.triggered(prices(60, 60, 61), 100, LowPriceRatios.LAWFUL))
                .isEmpty();
    }

    @Test
    void aSingleBidIsHeldAgainstTheCeilingAlone() {
        assertThat(LowPrice.triggered(prices(44), 100, LowPriceRatios.LAWFUL))
                .containsExactly(Map.entry(id(0), Set.of(Trigger.C)));
        assertThat(LowPrice.triggered(prices(45), 100, LowPriceRatios.LAWFUL)).isEmpty();
        assertThat(LowPrice.triggered(Map.of(), 100, LowPriceRatios.LAWFUL)).isEmpty();
    }

    @Test
    void raisedRatiosAskMoreBidders() {
        var strictest = new LowPriceRatios(65, 65, 65);
        assertThat(LowPrice.triggered(prices(64, 100, 101), 100, strictest).get(id(0)))
                .containsExactlyInAnyOrder(Trigger.B, Trigger.C);
    }

    /** Read once more with decimals, from the words of the document. */
    @Test
    void wholeNumbersAndDecimalsAgree() {
        var random = new Random(20260129);
        for (int i = 0; i < 20_000; i++) {
            long ceiling = 1_000 + random.nextLong(10_000_000);
            var fen = random.longs(1 + random.nextInt(8), 1, ceiling + 1).toArray();
            assertThat(LowPrice.triggered(prices(fen), ceiling, LowPriceRatios.LAWFUL))
                    .isEqualTo(read(prices(fen), ceiling));
        }
    }

    private static Map<UUID, Set<Trigger>> read(Map<UUID, Long> prices, long ceiling) {
        var found = new HashMap<UUID, Set<Trigger>>();
        var sum = prices.values().stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        var second = prices.values().stream().sorted().skip(1).findFirst();
        prices.forEach((bid, fen) -> {
            var price = BigDecimal.valueOf(fen);
            var triggers = EnumSet.noneOf(Trigger.class);
            var halfOfAll = sum.multiply(new BigDecimal("0.5"));
            if (price.multiply(BigDecimal.valueOf(prices.size())).compareTo(halfOfAll) < 0) triggers.add(Trigger.A);
            if (second.isPresent()
                    && price.compareTo(BigDecimal.valueOf(second.get()).multiply(new BigDecimal("0.5"))) < 0) {
                triggers.add(Trigger.B);
            }
            if (price.compareTo(BigDecimal.valueOf(ceiling).multiply(new BigDecimal("0.45"))) < 0)
                triggers.add(Trigger.C);
            if (!triggers.isEmpty()) found.put(bid, triggers);
        });
        return found;
    }
}
