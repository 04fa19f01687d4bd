package org.goufu.matching.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.RegionCode;
import org.goufu.matching.Phrase;

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

    static Score of(LotTerms lot, Standing standing) {
        var reasons = new ArrayList<Phrase>();
        int points = category(lot, standing, reasons)
                + region(lot, standing, reasons)
                + experience(lot, standing, reasons)
                + amount(lot, standing, reasons)
                + grade(standing, reasons)
                + freshness(standing);
        return new Score(points, reasons);
    }

    private static int category(LotTerms lot, Standing standing, List<Phrase> reasons) {
        return standing.categories().stream()
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

    private static int region(LotTerms lot, Standing standing, List<Phrase> reasons) {
        return lot.places().stream()
                .flatMap(place -> standing.regions().stream().map(region -> common(place, region)))
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

    private static int experience(LotTerms lot, Standing standing, List<Phrase> reasons) {
        long contracts = standing.contracts(lot.category());
        if (contracts > 0) {
            reasons.add(Phrase.of(
                    "reason.experience",
                    contracts,
                    Phrase.category(lot.category().value())));
        }
        return (int) Math.min(contracts, 3) * 50;
    }

    /** A mandate with room above the budget, or a past in the category, says that the amount is no stretch. */
    private static int amount(LotTerms lot, Standing standing, List<Phrase> reasons) {
        var mandate = standing.evidence().mandate();
        if (mandate == null) return standing.contracts(lot.category()) > 0 ? 100 : 50;
        reasons.add(Phrase.of("reason.mandate", Yuan.of(mandate.amountCapFen()), mandate.to()));
        return mandate.amountCapFen() / 2 >= lot.budgetFen() ? 100 : 60;
    }

    private static int grade(Standing standing, List<Phrase> reasons) {
        if (standing.grade() > 0) reasons.add(Phrase.of("reason.grade", standing.grade() + "A"));
        return standing.grade() * 20;
    }

    private static int freshness(Standing standing) {
        if (standing.newestFactDays() <= 90) return 50;
        return standing.newestFactDays() <= 365 ? 25 : 0;
    }
}
