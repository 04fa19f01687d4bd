package org.goufu.opendata.sql;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** How the regions of a list are ordered; all but the first have the largest figure first. */
public enum IndicatorOrder {
    CODE(Comparator.comparing(row -> row.region().code())),
    REGISTERED(largest(RegionIndicators::registered)),
    FILED(largest(RegionIndicators::filed)),
    ACTIVE(largest(RegionIndicators::active)),
    UNFEDERATED(largest(RegionIndicators::unfederated)),
    URBAN(average(row -> row.urban().average())),
    RURAL(average(row -> row.rural().average())),
    GAP(largest(row -> row.urban().gap() + row.rural().gap()));

    private final Comparator<RegionIndicators> comparator;

    IndicatorOrder(Comparator<RegionIndicators> comparator) {
        this.comparator = comparator;
    }

    /** What stands above the regions of the list comes last; equal ones in order of code, so that pages never overlap. */
    Comparator<RegionIndicators> comparator() {
        return Comparator.comparing(RegionIndicators::itself)
                .thenComparing(comparator)
                .thenComparing(row -> row.region().code());
    }

    private static Comparator<RegionIndicators> largest(ToIntFunction<RegionIndicators> figure) {
        return Comparator.comparingInt(figure).reversed();
    }

    /** Where no such community exists there is nothing to compare: last. */
    private static Comparator<RegionIndicators> average(Average average) {
        return Comparator.comparing(
                average::of,
                Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder().reversed()));
    }

    @FunctionalInterface
    private interface Average {
        @Nullable
        BigDecimal of(RegionIndicators row);
    }
}
