package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.domain.EvaluationFixtures.LOT;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.evaluation.domain.Ranking.Contender;
import org.goufu.evaluation.domain.Ranking.Ranked;
import org.goufu.evaluation.domain.Ranking.TieBreak;
import org.goufu.purchase.ProcurementMethod;
import org.junit.jupiter.api.Test;

class RankingTests {
    private static final String SEED = Draw.seed("tie", LOT, 1, "cd".repeat(32));

    private static List<Ranked> ranked(ProcurementMethod method, Contender... contenders) {
        return Ranking.of(method, 15, List.of(contenders), SEED);
    }

    @Test
    void pointsDecide() {
        var ranked = ranked(
                ProcurementMethod.BT_COMPARE,
                new Contender(id(1), 30_000_000, 7_000),
                new Contender(id(2), 28_500_000, 7_100),
                new Contender(id(3), 32_000_000, 8_000));
        assertThat(ranked).extracting(Ranked::bid).containsExactly(id(3), id(2), id(1));
        assertThat(ranked).extracting(Ranked::total).containsExactly(9_336L, 8_600L, 8_425L);
        assertThat(ranked).extracting(Ranked::rank).containsExactly(1, 2, 3);
        assertThat(ranked).extracting(Ranked::tieBreak).containsOnlyNulls();
    }

    @Test
    void ofEqualPointsTheLowerPriceIsFirst() {
        var ranked = ranked(
                ProcurementMethod.CONSULTATION,
                new Contender(id(1), 30_000_000, 7_075),
                new Contender(id(2), 28_500_000, 7_000));
        assertThat(ranked).extracting(Ranked::total).containsExactly(8_500L, 8_500L);
        assertThat(ranked).extracting(Ranked::bid).containsExactly(id(2), id(1));
        assertThat(ranked.getLast().tieBreak()).isEqualTo(TieBreak.PRICE);
    }

    @Test
    void whatIsEqualInAllIsDrawn() {
        var one = new Contender(id(1), 100, 5_000);
        var other = new Contender(id(2), 100, 5_000);
        var ranked = ranked(ProcurementMethod.BT_COMPARE, one, other);
        assertThat(ranked).extracting(Ranked::bid).isEqualTo(Draw.order(List.of(id(1), id(2)), SEED));
        assertThat(ranked(ProcurementMethod.BT_COMPARE, other, one)).isEqualTo(ranked);
        assertThat(ranked.getLast().tieBreak()).isEqualTo(TieBreak.DRAW);
    }

    /** Neither the order of the ids nor that of the bids is what the draw comes to, with any seed. */
    @Test
    void theSeedDecidesAndNothingElse() {
        var equals = Stream.of(1, 2, 3)
                .map(bid -> new Contender(id(bid), 100, 5_000))
                .toList();
        var seen = new HashSet<List<UUID>>();
        for (int round = 0; round < 60; round++) {
            var seed = Draw.seed("tie", LOT, round, "cd".repeat(32));
            var order = Ranking.of(ProcurementMethod.BT_COMPARE, 15, equals, seed).stream()
                    .map(Ranked::bid)
                    .toList();
            assertThat(order).isEqualTo(Draw.order(List.of(id(1), id(2), id(3)), seed));
            seen.add(order);
        }
        assertThat(seen).as("every order").hasSize(6);
    }

    @Test
    void whereTheLowestPriceWinsNothingElseCounts() {
        var ranked = ranked(ProcurementMethod.NEGOTIATION, new Contender(id(1), 200, 0), new Contender(id(2), 100, 0));
        assertThat(ranked).extracting(Ranked::bid).containsExactly(id(2), id(1));
        assertThat(ranked).extracting(Ranked::total).containsOnly(0L);
        assertThat(ranked.getLast().tieBreak()).isNull();
        assertThat(Ranking.of(ProcurementMethod.BT_COMPARE, 15, List.of(), SEED))
                .isEmpty();
    }

    /** Counted again with decimals and an order of its own. */
    @Test
    void anybodyGetsTheSameRanking() {
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            var contenders = new ArrayList<Contender>();
            int count = 1 + random.nextInt(7);
            for (int bid = 0; bid < count; bid++) {
                contenders.add(new Contender(id(bid), 100 + random.nextInt(6), 5_000 + random.nextInt(3) * 50));
            }
            var ranked = Ranking.of(ProcurementMethod.BT_COMPARE, 10, contenders, SEED);
            Collections.shuffle(contenders, random);
            assertThat(Ranking.of(ProcurementMethod.BT_COMPARE, 10, contenders, SEED))
                    .isEqualTo(ranked);
            var base = contenders.stream().mapToLong(Contender::priceFen).min().orElseThrow();
            for (int at = 0; at < ranked.size(); at++) {
                var one = ranked.get(at);
                var price = BigDecimal.valueOf(base * 10)
                        .divide(BigDecimal.valueOf(one.priceFen()), 2, RoundingMode.HALF_UP);
                assertThat(BigDecimal.valueOf(one.total(), 2))
                        .isEqualByComparingTo(price.add(BigDecimal.valueOf(one.technical(), 2)));
                if (at > 0) {
                    var before = ranked.get(at - 1);
                    assertThat(before.total() > one.total()
                                    || before.total() == one.total() && before.priceFen() <= one.priceFen())
                            .isTrue();
                }
            }
        }
    }
}
