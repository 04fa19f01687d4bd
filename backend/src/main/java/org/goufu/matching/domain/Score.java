package org.goufu.matching.domain;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.RegionCode;
import org.goufu.matching.Phrase;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;

/**
 * How well a way of bidding suits a lot, and why: it orders suggestions and excludes nobody (domain.md 6.6; product.md 5).
 *
 * @param points 0 to 1000: category 400, region 200, past contracts 150, amount 100, grade 100, freshness 50
 * @param reasons best first
 */
public record Score(int points, List<Phrase> reasons) {
    private static final int[] CATEGORY_BY_LEVEL = {0, 80, 160, 280, 400};
    private static final int[] REGION_BY_LEVEL = {0, 80, 120, 160, 200, 200};
    private static final String[] REGION_WORD = {"", "", "city", "county", "street", "street"};
    private static final int CITY = 2;

    public Score {
        reasons = List.copyOf(reasons);
    }

    public static Score of(LotTerms lot, Evidence evidence, Moment moment) {
        var reasons = new ArrayList<Phrase>();
        int points = category(lot, evidence, moment, reasons)
                + region(lot, evidence, moment, reasons)
                + experience(lot, evidence, moment, reasons)
                + amount(lot, evidence, moment, reasons)
                + grade(evidence, moment, reasons)
                + freshness(evidence, moment);
        return new Score(points, reasons);
    }

    private static int category(LotTerms lot, Evidence evidence, Moment moment, List<Phrase> reasons) {
        return evidence.values(FactKind.CATEGORY, moment).stream()
                .map(CategoryCode::new)
                .filter(lot.category()::touches)
                .max(Comparator.<CategoryCode>comparingInt(declared -> similarity(lot.category(), declared))
                        .thenComparing(CategoryCode::value))
                .map(declared -> {
                    reasons.add(Phrase.of(
                            "reason.category." + relation(lot.category(), declared),
                            Phrase.category(lot.category().value()),
                            Phrase.category(declared.value())));
                    return similarity(lot.category(), declared);
                })
                .orElse(0);
    }

    private static int similarity(CategoryCode wanted, CategoryCode declared) {
        return wanted.equals(declared)
                ? CATEGORY_BY_LEVEL[CATEGORY_BY_LEVEL.length - 1]
                : CATEGORY_BY_LEVEL[Math.min(wanted.level(), declared.level())];
    }

    private static String relation(CategoryCode wanted, CategoryCode declared) {
        if (wanted.equals(declared)) return "same";
        return declared.covers(wanted) ? "wider" : "narrower";
    }

    private static int region(LotTerms lot, Evidence evidence, Moment moment, List<Phrase> reasons) {
        var regions = evidence.bodies()
                .flatMap(body -> Stream.concat(
                        Stream.of(body.regionCode()),
                        body.facts(FactKind.PLACE, moment.day(), moment.known()).map(Fact::value)))
                .distinct()
                .map(RegionCode::new)
                .toList();
        return lot.places().stream()
                .flatMap(place -> regions.stream().map(region -> common(place, region)))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(RegionCode::level).thenComparing(RegionCode::value))
                .map(shared -> {
                    if (shared.level() >= CITY) {
                        reasons.add(Phrase.of(
                                "reason.region." + REGION_WORD[shared.level()], Phrase.region(shared.value())));
                    }
                    return REGION_BY_LEVEL[shared.level()];
                })
                .orElse(0);
    }

    /** The smallest region in which both lie. */
    private static Optional<RegionCode> common(RegionCode one, RegionCode other) {
        for (int level = Math.min(one.level(), other.level()); level > 0; level--) {
            if (one.upTo(level).equals(other.upTo(level))) return Optional.of(one.upTo(level));
        }
        return Optional.empty();
    }

    private static int experience(LotTerms lot, Evidence evidence, Moment moment, List<Phrase> reasons) {
        long contracts = contracts(lot, evidence, moment);
        if (contracts > 0)
            reasons.add(Phrase.of(
                    "reason.experience",
                    contracts,
                    Phrase.category(lot.category().value())));
        return (int) Math.min(contracts, 3) * 50;
    }

    private static long contracts(LotTerms lot, Evidence evidence, Moment moment) {
        return evidence.bodies()
                .flatMap(body -> body.facts(FactKind.EXPERIENCE, moment.day(), moment.known()))
                .filter(fact -> new CategoryCode(fact.value()).touches(lot.category()))
                .mapToLong(Fact::number)
                .sum();
    }

    /** A mandate with room above the budget, or a past in the category, says that the amount is no stretch. */
    private static int amount(LotTerms lot, Evidence evidence, Moment moment, List<Phrase> reasons) {
        var mandate = evidence.mandate();
        if (mandate == null) return contracts(lot, evidence, moment) > 0 ? 100 : 50;
        reasons.add(Phrase.of("reason.mandate", Yuan.of(mandate.amountCapFen()), mandate.to()));
        return mandate.amountCapFen() / 2 >= lot.budgetFen() ? 100 : 60;
    }

    private static int grade(Evidence evidence, Moment moment, List<Phrase> reasons) {
        return evidence
                .bodies()
                .flatMap(body -> body.facts(FactKind.GRADE, moment.day(), moment.known()))
                .mapToInt(fact -> Character.digit(fact.value().charAt(1), 10))
                .max()
                .stream()
                .peek(grade -> reasons.add(Phrase.of("reason.grade", grade + "A")))
                .map(grade -> grade * 20)
                .findFirst()
                .orElse(0);
    }

    private static int freshness(Evidence evidence, Moment moment) {
        return evidence.able().facts().stream()
                .filter(fact -> fact.knownAt(moment.known()))
                .map(fact -> fact.knownAt())
                .max(Comparator.naturalOrder())
                .map(newest -> ChronoUnit.DAYS.between(newest, moment.known()))
                .map(days -> days <= 90 ? 50 : days <= 365 ? 25 : 0)
                .orElse(0);
    }
}
