package org.goufu.opendata.sql;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.goufu.kernel.Coded;
import org.goufu.opendata.domain.Denominators;
import org.goufu.opendata.sql.IndicatorQueries.Question;
import org.goufu.opendata.usecase.IndicatorSettings;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.springframework.stereotype.Component;

/** Sets what was counted beside what exists: a row for each region, with its communities and how far the plan has come. */
@Component
class IndicatorRows {
    /** Under which the sums of everything stand. */
    static final String WHOLE = "";
    /** Digits of a region's code, by its level. */
    static final int[] DIGITS = {0, 2, 4, 6, 9, 12};

    private static final int STREET = 4;
    private static final int COMMUNITY = 5;

    private final Regions regions;
    private final IndicatorSettings settings;
    private final Denominators denominators;

    IndicatorRows(Regions regions, IndicatorSettings settings) {
        this.regions = regions;
        this.settings = settings;
        this.denominators =
                new Denominators(codes(regions, STREET), codes(regions, COMMUNITY), settings.communityKinds());
    }

    private static List<String> codes(Regions regions, int level) {
        return regions.level(level).stream().map(Region::code).toList();
    }

    RegionIndicators whole(Region region, Map<String, RegionSums> sums) {
        return row(region.code(), region.level(), sums.getOrDefault(WHOLE, RegionSums.NONE));
    }

    /** In the order asked for. */
    List<RegionIndicators> of(Question ask, Map<String, RegionSums> sums) {
        return rows(ask, sums).sorted(ask.order().comparator()).toList();
    }

    /** Every region of the level, also the empty ones; then those that stand above it, so that the rows add up to the whole. */
    private Stream<RegionIndicators> rows(Question ask, Map<String, RegionSums> sums) {
        var under = under(ask.region(), ask.level());
        var above = sums.keySet().stream()
                .filter(code -> !code.equals(WHOLE) && code.length() < DIGITS[ask.level()])
                .sorted(Comparator.naturalOrder());
        return Stream.concat(
                under.map(region ->
                        row(region.code(), region.level(), sums.getOrDefault(region.code(), RegionSums.NONE))),
                above.map(code -> itself(code, sums.getOrDefault(code, RegionSums.NONE))));
    }

    private Stream<Region> under(Region region, int level) {
        return level == region.level() + 1
                ? regions.children(region.code()).stream()
                : regions.level(level).stream().filter(one -> one.code().startsWith(region.code()));
    }

    private RegionIndicators row(String code, int level, RegionSums sums) {
        var exist = denominators.of(code);
        return row(code, level, false, exist, sums);
    }

    private RegionIndicators itself(String code, RegionSums sums) {
        int level = regions.find(code).map(Region::level).orElse(0);
        return row(code, level, true, new Denominators.Denominator(0, 0, 0), sums);
    }

    private RegionIndicators row(
            String code, int level, boolean itself, Denominators.Denominator exist, RegionSums sums) {
        return new RegionIndicators(
                new Coded(code, regions.find(code).map(Region::name).orElse(code)),
                level,
                itself,
                exist.streets(),
                sums.federatedStreets(),
                sums.registered(),
                sums.filed(),
                sums.active(),
                sums.activeGroups(),
                sums.serving(),
                sums.unfederated(),
                CommunityProgress.of(exist.urban(), sums.urbanActive(), settings.urbanTarget(), sums.urban()),
                CommunityProgress.of(exist.rural(), sums.ruralActive(), settings.ruralTarget(), sums.rural()));
    }
}
