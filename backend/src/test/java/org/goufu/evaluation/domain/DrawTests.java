package org.goufu.evaluation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.domain.EvaluationFixtures.LOT;
import static org.goufu.evaluation.domain.EvaluationFixtures.id;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTests {
    private static final String ROOT = "ab".repeat(32);

    private static List<UUID> candidates(int count) {
        return IntStream.range(0, count).mapToObj(EvaluationFixtures::id).toList();
    }

    /** What somebody with another program must get, too: the browser's test has the same words. */
    @Test
    void everybodyDrawsTheSame() {
        var seed = Draw.seed("panel", LOT, 1, ROOT);
        assertThat(seed).isEqualTo("45f92948b474bfdcf42ef95dd791b5801ede4c4b5e4a6b233a5216f1e8d0d955");
        assertThat(Draw.order(candidates(6), seed).stream()
                        .map(id -> Long.toString(id.getLeastSignificantBits() & 0xff)))
                .containsExactly("3", "4", "0", "2", "5", "1");
        assertThat(Draw.digest(candidates(3)))
                .isEqualTo("b12304c24464ae177653d2657cbbd560078981b3fd568138b7ebdc84a2987ae5");
    }

    @Test
    void theOrderOfTheAskingHasNoPart() {
        var shuffled = new ArrayList<>(candidates(9));
        Collections.shuffle(shuffled, new Random(1));
        shuffled.add(id(3));
        var seed = Draw.seed("panel", LOT, 2, ROOT);
        assertThat(Draw.order(shuffled, seed)).isEqualTo(Draw.order(candidates(9), seed));
        assertThat(Draw.order(List.of(), seed)).isEmpty();
    }

    @Test
    void purposeLotRoundAndHeadMakeOtherSeeds() {
        assertThat(List.of(
                        Draw.seed("panel", LOT, 1, ROOT),
                        Draw.seed("tie", LOT, 1, ROOT),
                        Draw.seed("panel", id(9), 1, ROOT),
                        Draw.seed("panel", LOT, 2, ROOT),
                        Draw.seed("panel", LOT, 1, "ac".repeat(32))))
                .doesNotHaveDuplicates();
    }

    /** Each of six is drawn first about as often as each other: 6,000 draws, chi square with 5 degrees of freedom, 99.9 %. */
    @Test
    void nobodyIsFavoured() {
        Map<UUID, Integer> first = new HashMap<>();
        for (int round = 0; round < 6_000; round++) {
            first.merge(
                    Draw.order(candidates(6), Draw.seed("panel", LOT, round, ROOT))
                            .getFirst(),
                    1,
                    Integer::sum);
        }
        double chi = first.values().stream()
                .mapToDouble(count -> (count - 1_000) * (count - 1_000) / 1_000.0)
                .sum();
        assertThat(first).hasSize(6);
        assertThat(chi).isLessThan(20.5);
    }
}
