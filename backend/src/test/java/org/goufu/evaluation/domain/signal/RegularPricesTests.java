package org.goufu.evaluation.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.domain.signal.Bids.id;
import static org.goufu.evaluation.domain.signal.Bids.kinds;
import static org.goufu.evaluation.domain.signal.Bids.listing;
import static org.goufu.evaluation.domain.signal.Bids.priced;
import static org.goufu.evaluation.domain.signal.Bids.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.goufu.evaluation.domain.signal.Signal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 第37条第四项: prices that differ regularly. */
class RegularPricesTests {
    private static Compared[] prices(long... fen) {
        var bids = new Compared[fen.length];
        for (int i = 0; i < fen.length; i++) bids[i] = priced(i, fen[i]);
        return bids;
    }

    @Test
    void threeInEqualStepsAreShownInTheirOrder() {
        assertThat(signals(prices(9_500_000, 8_500_000, 9_000_000)))
                .containsExactly(Signal.of(
                        Kind.PRICES_IN_STEPS, List.of(id(1), id(2), id(0)), "3", "5,000", "85,000、90,000、95,000"));
    }

    /** One yuan beside the step is rounding, a fen more is another price. */
    @ParameterizedTest
    @CsvSource({"9000100, true", "8999900, true", "9000101, false", "8999899, false"})
    void theToleranceIsOneYuan(long middle, boolean found) {
        assertThat(kinds(prices(8_500_000, middle, 9_500_000)).contains(Kind.PRICES_IN_STEPS))
                .isEqualTo(found);
    }

    @Test
    void pricesInOneRatioAreFound() {
        var found = signals(prices(8_000_000, 8_800_000, 9_680_000, 10_648_000));
        assertThat(found)
                .containsExactly(Signal.of(
                        Kind.PRICES_IN_RATIO,
                        List.of(id(0), id(1), id(2), id(3)),
                        "4",
                        "1.1000",
                        "80,000、88,000、96,800、106,480"));
        assertThat(kinds(prices(8_000_000, 8_800_102, 9_680_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8500000,9000000",
                "8500000,8500000,8500000",
                "8500000,8500999,8501998",
                "8500000,9100000,9400000"
            })
    void twoOrEqualOrNearlyEqualOrAnyPricesAreNone(String row) {
        assertThat(kinds(prices(
                        Arrays.stream(row.split(",")).mapToLong(Long::parseLong).toArray())))
                .isEmpty();
    }

    /** Among many, a few stand in a row by chance: half of all must. */
    @Test
    void halfOfAllMustStandInTheRow() {
        assertThat(kinds(prices(8_000_000, 8_100_000, 8_200_000, 8_555_500, 8_777_700, 9_999_900)))
                .containsExactly(Kind.PRICES_IN_STEPS);
        assertThat(kinds(prices(8_000_000, 8_100_000, 8_200_000, 8_555_500, 8_777_700, 9_999_900, 9_123_400)))
                .isEmpty();
    }

    /** Whatever is asked for, it says something or nothing, but does not fail. */
    @Test
    void hugePricesAreLeftOut() {
        assertThat(kinds(prices(Long.MAX_VALUE, Long.MAX_VALUE - 1_000_000, Long.MAX_VALUE - 2_000_000)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyRowOfStepsIsFoundInAnyOrder(long seed) {
        var random = new Random(seed);
        int count = 3 + random.nextInt(20);
        long first = 1_000_000L + random.nextInt(50_000_000);
        long step = 1_000 + random.nextInt(1_000_000);
        var bids = new ArrayList<Compared>();
        for (int i = 0; i < count; i++) bids.add(priced(i, first + i * step));
        Collections.shuffle(bids, random);
        var found = signals(bids, "");
        assertThat(found).singleElement().extracting(Signal::kind).isEqualTo(Kind.PRICES_IN_STEPS);
        assertThat(found.getFirst().bids()).hasSize(count).startsWith(id(0)).endsWith(id(count - 1));
    }

    /** Honest prices, to the yuan: in four hundred lots of five at most a few stand in a row by chance. */
    @Test
    void honestPricesSeldomStandInARow() {
        var random = new Random(99);
        int lots = 0;
        for (int lot = 0; lot < 400; lot++) {
            var fen = LongStream.generate(() -> 100L * (80_000 + random.nextInt(20_000)))
                    .limit(5)
                    .toArray();
            if (!kinds(prices(fen)).isEmpty()) lots++;
        }
        assertThat(lots).isLessThan(5);
    }

    @Test
    void listsThatDifferByOneAmountAreFound() {
        assertThat(signals(listing(1, 1_000_000, 2_000_000, 3_300_000), listing(2, 1_050_000, 2_050_000, 3_350_000)))
                .containsExactly(Signal.of(Kind.ITEMS_ONE_STEP, List.of(id(1), id(2)), "3", "500"));
    }

    @Test
    void listsThatDifferByOneRatioAreFoundToTheYuan() {
        assertThat(signals(listing(1, 1_000_000, 2_000_000, 3_333_300), listing(2, 1_050_000, 2_100_000, 3_500_000)))
                .containsExactly(Signal.of(Kind.ITEMS_ONE_RATIO, List.of(id(1), id(2)), "3", "1.0500"));
        assertThat(kinds(listing(1, 1_000_000, 2_000_000, 3_333_300), listing(2, 1_050_000, 2_100_000, 3_510_000)))
                .isEmpty();
    }

    @Test
    void theSameListIsFound() {
        assertThat(signals(listing(1, 1_000_000, 2_000_000, 3_000_000), listing(2, 1_000_000, 2_000_000, 3_000_000)))
                .containsExactly(Signal.of(Kind.SAME_ITEM_PRICES, List.of(id(1), id(2)), "3"));
    }

    /** Two items, three of one price, small ones, or a small part of the list: every pair of such lists would fit. */
    @Test
    void listsThatSayTooLittleAreNone() {
        assertThat(kinds(listing(1, 1_000_000, 2_000_000), listing(2, 1_100_000, 2_200_000)))
                .isEmpty();
        assertThat(kinds(listing(1, 500_000, 500_000, 500_000), listing(2, 600_000, 600_000, 600_000)))
                .isEmpty();
        assertThat(kinds(listing(1, 1_000, 2_000, 3_000), listing(2, 1_000, 2_000, 3_000)))
                .isEmpty();
        assertThat(kinds(
                        listing(1, 1_000_000, 2_000_000, 3_000_000),
                        listing(2, 1_000_000, 2_000_000, 3_000_000, 4_000_000, 5_000_000, 6_000_000, 7_000_000)))
                .isEmpty();
    }

    /** Which of the two would be compared? */
    @Test
    void anItemThatStandsThereTwiceIsLeftOut() {
        var lines = List.of(
                new Compared.Line("餐费", 1_000_000),
                new Compared.Line("人员", 2_000_000),
                new Compared.Line("车辆", 3_000_000),
                new Compared.Line("车辆", 3_000_000));
        var one = Bids.of(1, Set.of(), null, null, List.of(), List.of(), null, lines);
        var other = Bids.of(2, Set.of(), null, null, List.of(), List.of(), null, lines);
        assertThat(kinds(one, other)).isEmpty();
    }
}
