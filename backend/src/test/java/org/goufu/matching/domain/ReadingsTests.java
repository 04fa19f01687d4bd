package org.goufu.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goufu.matching.MatchingFixtures;
import org.goufu.matching.domain.Verdict.Outcome;
import org.goufu.search.Capability;
import org.goufu.search.index.CapabilityDocuments;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java reading of a lot and the reading of the index agree for random bidders (product.md 4). */
class ReadingsTests {
    private static final LocalDate TODAY = MatchingFixtures.TODAY;
    private static final Instant NOW = MatchingFixtures.NOW;
    private static final int BIDDERS = 300;
    private static final int LOTS = 20;

    private int met;
    private int notMet;
    private int unknown;
    private int matched;

    /** Four seeds of 6,000 pairs each, and every condition of each pair by itself. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_901, 77, 4_711})
    void agreeForRandomBiddersAndLots(long seed) {
        var random = new SplittableRandom(seed);
        var lots = IntStream.range(0, LOTS)
                .mapToObj(i -> RandomBidders.lot(random))
                .toList();
        for (int i = 0; i < BIDDERS; i++) {
            var pair = random.nextInt(3) == 0 ? direct(random) : member(random);
            lots.forEach(lot -> agree(lot, pair));
        }
        assertThat(List.of(met, notMet, unknown, matched)).allMatch(count -> count > 20);
    }

    private record Pair(Evidence evidence, Capability document) {}

    private void agree(LotTerms lot, Pair pair) {
        var rules = Rules.of(lot);
        var moment = Moment.of(NOW);
        var conditions = Stream.concat(
                rules.signing().stream(), pair.evidence().member() == null ? Stream.empty() : rules.naming().stream());
        conditions.forEach(condition -> agree(condition, pair, moment));
        boolean java = rules.fits(pair.evidence(), moment)
                && rules.judge(pair.evidence(), moment).possible();
        assertThat(pair.document().satisfies(rules.candidates(TODAY)))
                .as("%s for %s", lot, pair)
                .isEqualTo(java);
        if (java) matched++;
    }

    private void agree(Condition condition, Pair pair, Moment moment) {
        var outcome = condition.judge(pair.evidence(), moment).outcome();
        switch (outcome) {
            case MET -> met++;
            case NOT_MET -> notMet++;
            case UNKNOWN -> unknown++;
        }
        assertThat(pair.document().satisfies(condition.possible(TODAY)))
                .as("%s possible for %s", condition, pair)
                .isEqualTo(outcome != Outcome.NOT_MET);
        assertThat(pair.document().satisfies(condition.certain(TODAY)))
                .as("%s certain for %s", condition, pair)
                .isEqualTo(outcome == Outcome.MET);
    }

    private static Pair direct(RandomGenerator random) {
        var evidence = RandomBidders.direct(random);
        var document = CapabilityDocuments.of(evidence.signer(), List.of(), Map.of(), TODAY)
                .getFirst();
        return new Pair(evidence, document);
    }

    private static Pair member(RandomGenerator random) {
        var evidence = RandomBidders.member(random);
        var federation = evidence.signer();
        var document = CapabilityDocuments.of(
                        evidence.able(),
                        List.of(Objects.requireNonNull(evidence.membership())),
                        Map.of(federation.id(), federation),
                        TODAY)
                .getLast();
        return new Pair(evidence, document);
    }
}
