package org.goufu.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.matching.MatchingFixtures;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.purchase.RequirementKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A verdict cites exactly that on which it rests: without one of these things it is another, without anything else the same. */
class CitationTests {
    private static final Moment MOMENT = MatchingFixtures.MOMENT;
    private static final int BIDDERS = 250;
    private static final int LOTS = 10;

    private int withoutCited;
    private int withoutOther;

    /** Four seeds of 2,500 pairs, each with every condition and every single thing on record. */
    @ParameterizedTest
    @ValueSource(longs = {3, 20_260_902, 51, 9_811})
    void citesExactlyWhatItRestsOn(long seed) {
        var random = new SplittableRandom(seed);
        var lots = IntStream.range(0, LOTS)
                .mapToObj(i -> RandomBidders.lot(random))
                .map(Rules::of)
                .toList();
        for (int i = 0; i < BIDDERS; i++) {
            var evidence = evidence(random);
            lots.forEach(rules -> examine(rules, evidence));
        }
        assertThat(withoutCited).isGreaterThan(1_000);
        assertThat(withoutOther).isGreaterThan(10_000);
    }

    @Test
    void everyKindOfEntryAndFactCanBeCited() {
        assertThat(Citation.Kind.values()).extracting(Enum::name).containsAll(names(BodyKind.values()));
        assertThat(Citation.Kind.values()).extracting(Enum::name).containsAll(names(FactKind.values()));
        assertThat(ConditionKind.values()).extracting(Enum::name).containsAll(names(RequirementKind.values()));
        assertThat(ConditionKind.values()).extracting(Enum::name).containsAll(names(LegalCondition.values()));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }

    private static Evidence evidence(RandomGenerator random) {
        return random.nextInt(3) == 0 ? RandomBidders.direct(random) : RandomBidders.member(random);
    }

    private void examine(Rules rules, Evidence evidence) {
        var conditions = Stream.concat(
                rules.signing().stream(), evidence.member() == null ? Stream.empty() : rules.naming().stream());
        conditions.forEach(condition -> examine(condition, evidence));
    }

    private void examine(Condition condition, Evidence evidence) {
        var verdict = condition.judge(evidence, MOMENT);
        onRecord(evidence).forEach(id -> {
            var without = condition.judge(without(evidence, id), MOMENT);
            if (verdict.citations().stream().anyMatch(citation -> citation.id().equals(id))) {
                withoutCited++;
                assertThat(without.outcome() != verdict.outcome()
                                || !without.citations().equals(verdict.citations()))
                        .as("%s without %s of %s", verdict, id, evidence)
                        .isTrue();
            } else {
                withoutOther++;
                assertThat(without).as("without %s of %s", id, evidence).isEqualTo(verdict);
            }
        });
    }

    private static Stream<UUID> onRecord(Evidence evidence) {
        var facts = evidence.bodies().flatMap(body -> body.facts().stream()).map(Fact::id);
        var relations = Stream.concat(
                Stream.ofNullable(evidence.membership()).map(Membership::id),
                Stream.ofNullable(evidence.mandate()).map(Mandate::id));
        return Stream.concat(facts, relations);
    }

    /** A mandate goes with its membership. */
    private static Evidence without(Evidence evidence, UUID id) {
        var member = evidence.member();
        var membership = unless(evidence.membership(), Membership::id, id);
        return new Evidence(
                without(evidence.signer(), id),
                member == null ? null : without(member, id),
                membership,
                membership == null ? null : unless(evidence.mandate(), Mandate::id, id));
    }

    private static BodyProfile without(BodyProfile body, UUID id) {
        return MatchingFixtures.having(
                body,
                body.facts().stream().filter(fact -> !fact.id().equals(id)).toList());
    }

    private static <T> @Nullable T unless(@Nullable T thing, Function<T, UUID> id, UUID gone) {
        return thing == null || id.apply(thing).equals(gone) ? null : thing;
    }
}
