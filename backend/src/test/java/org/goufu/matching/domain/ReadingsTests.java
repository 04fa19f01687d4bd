package org.goufu.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.kernel.CategoryCode;
import org.goufu.matching.MatchingFixtures;
import org.goufu.matching.domain.Verdict.Outcome;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.purchase.Requirement;
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

    private static final List<String> CATEGORIES = List.of("A", "A04", "A0402", "A0402-01", "A0402-02", "A0401", "B02");
    private static final List<String> CODES = List.of("FOOD_BUSINESS_LICENSE", "SOCIAL_WORKER", "NURSE");
    private static final List<String> STATUS = List.of("NORMAL", "NORMAL", "NORMAL", "SUSPENDED", "REVOKED");
    private static final List<String> LISTS =
            List.of("ABNORMAL", "SERIOUS", "COURT_DEFAULT", "TAX_CREDIT", "PROCUREMENT_BAN");
    private static final List<String> INSPECTIONS = List.of("QUALIFIED", "BASICALLY", "UNQUALIFIED", "NOT_TAKEN");
    private static final List<Long> AMOUNTS = List.of(1L, 5_000_000L, 9_800_000L, 9_800_001L);

    private int met;
    private int notMet;
    private int unknown;
    private int matched;

    /** Four seeds of 6,000 pairs each, and every condition of each pair by itself. */
    @ParameterizedTest
    @ValueSource(longs = {1, 20_260_901, 77, 4_711})
    void agreeForRandomBiddersAndLots(long seed) {
        var random = new SplittableRandom(seed);
        var lots = IntStream.range(0, LOTS).mapToObj(i -> lot(random)).toList();
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
        var body = body(random, random.nextBoolean() ? BodyKind.LEGAL_PERSON : BodyKind.FEDERATION);
        var document = CapabilityDocuments.of(body, List.of(), Map.of(), TODAY).getFirst();
        return new Pair(Evidence.direct(body), document);
    }

    private static Pair member(RandomGenerator random) {
        var federation = body(random, BodyKind.FEDERATION);
        var member = body(random, random.nextInt(4) == 0 ? BodyKind.LEGAL_PERSON : BodyKind.FILED_GROUP);
        var mandate = mandate(random);
        var membership = new Membership(
                id(random),
                federation.id(),
                member.id(),
                around(random),
                random.nextInt(3) == 0 ? around(random) : null,
                random.nextInt(5) == 0 ? null : around(random),
                NOW.minusSeconds(random.nextInt(100_000)),
                List.of(mandate));
        var document = CapabilityDocuments.of(member, List.of(membership), Map.of(federation.id(), federation), TODAY)
                .getLast();
        return new Pair(new Evidence(federation, member, membership, mandate), document);
    }

    private static Mandate mandate(RandomGenerator random) {
        var from = around(random);
        return new Mandate(
                id(random),
                some(CATEGORIES, random, 3),
                one(AMOUNTS, random),
                List.of(),
                from,
                from.plusDays(random.nextInt(6)),
                NOW.minusSeconds(random.nextInt(100_000)),
                random.nextInt(6) == 0 ? NOW.minusSeconds(random.nextInt(100)) : null);
    }

    private static BodyProfile body(RandomGenerator random, BodyKind kind) {
        var facts = new ArrayList<Fact>();
        add(facts, random, FactKind.STATUS, some(STATUS, random, 3));
        add(facts, random, FactKind.FILING, some(List.of("ACTIVE", "ACTIVE", "DORMANT", "REVOKED"), random, 3));
        if (random.nextInt(4) == 0) add(facts, random, FactKind.CREDIT_LIST, some(LISTS, random, 3));
        add(facts, random, FactKind.CATEGORY, some(CATEGORIES, random, 4));
        for (var conclusion : some(INSPECTIONS, random, 2)) {
            add(facts, random, FactKind.INSPECTION, List.of((2023 + random.nextInt(3)) + ":" + conclusion));
        }
        for (var code : some(CODES, random, 3)) {
            add(facts, random, FactKind.QUALIFICATION, List.of(random.nextInt(3) == 0 ? "-" + code : code));
        }
        add(facts, random, FactKind.STAFF, some(CODES, random, 4));
        var shaped = MatchingFixtures.body("体" + random.nextLong(), kind, "510107", facts.toArray(Fact[]::new));
        return shaped;
    }

    private static void add(List<Fact> facts, RandomGenerator random, FactKind kind, List<String> values) {
        for (var value : values) {
            var from = around(random);
            facts.add(new Fact(
                    id(random),
                    kind,
                    value,
                    random.nextInt(5),
                    from,
                    random.nextInt(3) == 0 ? from.plusDays(random.nextInt(4)) : null,
                    NOW.minusSeconds(random.nextInt(100_000)),
                    random.nextInt(8) == 0 ? NOW.minusSeconds(random.nextInt(100)) : null,
                    "来源"));
        }
    }

    private static LotTerms lot(RandomGenerator random) {
        var requirements = new ArrayList<Requirement>();
        for (int i = random.nextInt(4); i > 0; i--) requirements.add(requirement(random));
        return new LotTerms(
                id(random), new CategoryCode(one(CATEGORIES, random)), one(AMOUNTS, random), List.of(), requirements);
    }

    private static Requirement requirement(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Requirement.qualification(one(CODES, random));
            case 1 -> Requirement.inspection(2023 + random.nextInt(3));
            case 2 -> Requirement.staff(one(CODES, random), random.nextInt(8));
            default -> Requirement.text("其他要求");
        };
    }

    /** Within three days of today, so that first and last days are met often. */
    private static LocalDate around(RandomGenerator random) {
        return TODAY.plusDays(random.nextInt(7) - 3);
    }

    private static UUID id(RandomGenerator random) {
        return new UUID(random.nextLong() & Long.MAX_VALUE, random.nextLong());
    }

    private static <T> T one(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }

    private static <T> List<T> some(List<T> all, RandomGenerator random, int most) {
        return IntStream.range(0, random.nextInt(most))
                .mapToObj(i -> one(all, random))
                .distinct()
                .toList();
    }
}
