package org.goufu.opendata.sql;

import java.time.LocalDate;
import java.util.List;
import org.goufu.kernel.Coded;

/** A region's figures on the days that are kept, the earliest first: by what is known today of those days. */
public record IndicatorTrend(Coded region, List<Point> points) {
    /** The figures of one day. */
    public record Point(
            LocalDate day, int registered, int filed, int active, int serving, int unfederated, int federatedStreets) {}
}
