package org.goufu.matching.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.federation.MembershipState;
import org.goufu.kernel.CategoryCode;
import org.goufu.matching.MatchingFixtures;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.goufu.purchase.Requirement;

/** Bidders and lots by chance, close to every edge: days within three of today, budgets at the cap. */
final class RandomBidders {
    private static final LocalDate TODAY = MatchingFixtures.TODAY;
    private static final Instant NOW = MatchingFixtures.NOW;

    private static final List<String> CATEGORIES = List.of("A", "A04", "A0402", "A0402-01", "A0402-02", "A0401", "B02");
    private static final List<String> CODES = List.of("FOOD_BUSINESS_LICENSE", "SOCIAL_WORKER", "NURSE");
    private static final List<String> STATUS = List.of("NORMAL", "NORMAL", "NORMAL", "SUSPENDED", "REVOKED");
    private static final List<String> LISTS =
            List.of("ABNORMAL", "SERIOUS", "COURT_DEFAULT", "TAX_CREDIT", "PROCUREMENT_BAN");
    private static final List<String> INSPECTIONS = List.of("QUALIFIED", "BASICALLY", "UNQUALIFIED", "NOT_TAKEN");
    private static final List<Long> AMOUNTS = List.of(1L, 5_000_000L, 9_800_000L, 9_800_001L);

    private RandomBidders() {}

    static Evidence direct(RandomGenerator random) {
        return Evidence.direct(body(random, random.nextBoolean() ? BodyKind.LEGAL_PERSON : BodyKind.FEDERATION));
    }

    static Evidence member(RandomGenerator random) {
        var federation = body(random, BodyKind.FEDERATION);
        var member = body(random, random.nextInt(4) == 0 ? BodyKind.LEGAL_PERSON : BodyKind.FILED_GROUP);
        var mandate = mandate(random);
        var known = NOW.minusSeconds(random.nextInt(100_000));
        var to = random.nextInt(3) == 0 ? around(random) : null;
        var consented = random.nextInt(5) == 0 ? null : around(random);
        var confirmed = consented != null && random.nextInt(5) > 0;
        var membership = new Membership(
                id(random),
                federation.id(),
                member.id(),
                confirmed
                        ? MembershipState.CONFIRMED
                        : consented == null ? MembershipState.INVITED : MembershipState.ACCEPTED,
                around(random),
                to,
                consented,
                consented == null ? null : known,
                confirmed ? known : null,
                known,
                to == null ? null : known,
                1,
                List.of(mandate));
        return new Evidence(federation, member, membership, mandate);
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
                random.nextInt(6) == 0 ? NOW.minusSeconds(random.nextInt(100)) : null,
                null);
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
        return MatchingFixtures.body("体" + random.nextLong(), kind, "510107", facts.toArray(Fact[]::new));
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
                    "来源",
                    FactOrigin.REGISTRAR,
                    null,
                    null));
        }
    }

    static LotTerms lot(RandomGenerator random) {
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
