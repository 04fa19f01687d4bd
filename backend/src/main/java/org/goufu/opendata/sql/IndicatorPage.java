package org.goufu.opendata.sql;

import java.time.LocalDate;
import java.util.List;
import org.goufu.kernel.Coded;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a region and of the regions of one level in it.
 *
 * @param day the day for which they are counted
 * @param days all days that can be asked for, the latest first
 * @param path the regions above, from the province down
 * @param whole the region itself
 * @param level of the regions in {@code items}
 * @param next opaque cursor of the next page, null on the last
 */
public record IndicatorPage(
        LocalDate day,
        List<LocalDate> days,
        List<Coded> path,
        RegionIndicators whole,
        int level,
        List<RegionIndicators> items,
        int total,
        @Nullable String next) {}
