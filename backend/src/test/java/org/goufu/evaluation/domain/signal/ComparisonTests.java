package org.goufu.evaluation.domain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.domain.signal.Bids.id;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goufu.evaluation.domain.signal.Compared.Answer;
import org.goufu.evaluation.domain.signal.Compared.File;
import org.goufu.evaluation.domain.signal.Signal.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All signals together, on lots with planted cartels (security.md, T-COLL). */
class ComparisonTests {
    private static String phone(Random random) {
        return "13" + (100_000_000 + random.nextInt(899_999_999));
    }

    private static Compared honest(int number, Random random) {
        return Bids.of(
                number,
                Set.of("王" + (char) ('一' + number)),
                "李" + (char) ('一' + number),
                "mark" + number,
                List.of(new Answer(Bids.PLAN, Bids.text(random, 600) + "电话" + phone(random))),
                List.of(new File("方案.pdf", "%064x".formatted(number + 1))),
                100L * (500_000 + random.nextInt(500_000)),
                List.of());
    }

    /** Two that one hand wrote: most of the plan is one, and one number can be called. */
    private static List<Compared> planted(int number, Random random) {
        var plan = Bids.text(random, 600);
        var call = "电话" + phone(random);
        return IntStream.of(number, number + 1)
                .mapToObj(one -> Bids.of(
                        one,
                        Set.of(),
                        null,
                        "mark" + one,
                        List.of(new Answer(Bids.PLAN, plan + Bids.text(random, 60) + call)),
                        List.of(),
                        100L * (500_000 + random.nextInt(500_000)),
                        List.of()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whoActsTogetherIsFoundAndNobodyElse(long seed) {
        var random = new Random(seed);
        var bids = new ArrayList<Compared>();
        for (int i = 0; i < 10; i++) bids.add(honest(i, random));
        bids.addAll(planted(20, random));
        Collections.shuffle(bids, random);
        var found = Bids.signals(bids, "");
        assertThat(found).extracting(Signal::kind).containsExactly(Kind.SAME_PHONE, Kind.SIMILAR_TEXT);
        assertThat(found).allSatisfy(signal -> assertThat(signal.bids()).containsExactlyInAnyOrder(id(20), id(21)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfTheBidsChangesNothing(long seed) {
        var random = new Random(seed);
        var bids = new ArrayList<>(planted(1, random));
        bids.addAll(planted(3, random));
        bids.add(honest(5, random));
        var before = said(Bids.signals(bids, ""));
        assertThat(before).hasSize(4);
        Collections.shuffle(bids, random);
        assertThat(said(Bids.signals(bids, ""))).isEqualTo(before);
    }

    private static Set<String> said(List<Signal> signals) {
        return signals.stream()
                .map(signal -> signal.kind() + ""
                        + new HashSet<>(signal.bids())
                                .stream().map(UUID::toString).sorted().toList())
                .collect(Collectors.toSet());
    }

    @Test
    void aBidAloneIsComparedWithNothing() {
        assertThat(Bids.signals(List.of(honest(1, new Random(1))), "")).isEmpty();
        assertThat(Bids.signals(List.of(), "")).isEmpty();
    }

    @Test
    void withoutPricesItSaysSo() {
        assertThat(Comparison.of(List.of(Bids.bare(1), Bids.bare(2)), "", 50).priced())
                .isFalse();
        assertThat(Comparison.of(List.of(Bids.priced(1, 5), Bids.bare(2)), "", 50)
                        .priced())
                .isTrue();
    }

    @Test
    void noMoreIsShownThanAnybodyReads() {
        var text = Bids.text(new Random(3), 200);
        var bids = new ArrayList<Compared>();
        for (int i = 0; i < 40; i++) {
            var answers = new ArrayList<Answer>();
            for (int other = 0; other < 40; other++) answers.add(new Answer("c", Bids.name(other)));
            answers.add(new Answer(Bids.PLAN, text));
            bids.add(Bids.of(i, Set.of(), null, "m" + i / 2, answers, List.of(), null, List.of()));
        }
        var comparison = Comparison.of(bids, "", 50);
        assertThat(comparison.signals()).hasSize(Comparison.MOST);
        assertThat(comparison.omitted()).isEqualTo(20);
    }

    /** Every kind is evidence for one of the clauses that a platform can look at; deposits are in none of its notices. */
    @ParameterizedTest
    @EnumSource
    void everyKindBelongsToAClause(Kind kind) {
        assertThat(kind.clause()).isBetween(2, 5);
        assertThat(kind.isOfPrices())
                .isEqualTo(EnumSet.of(
                                Kind.PRICES_IN_STEPS,
                                Kind.PRICES_IN_RATIO,
                                Kind.SAME_ITEM_PRICES,
                                Kind.ITEMS_ONE_STEP,
                                Kind.ITEMS_ONE_RATIO)
                        .contains(kind));
    }
}
