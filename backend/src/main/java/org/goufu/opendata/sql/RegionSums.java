package org.goufu.opendata.sql;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.goufu.opendata.sql.CommunityProgress.Spread;

/** Sums of one region; a region without any is not among them. */
record RegionSums(
        int registered,
        int filed,
        int active,
        int activeGroups,
        int serving,
        int unfederated,
        int federatedStreets,
        int urbanActive,
        Spread urban,
        int ruralActive,
        Spread rural) {
    private static final Spread NOWHERE = new Spread(0, 0, 0, 0, 0);
    static final RegionSums NONE = new RegionSums(0, 0, 0, 0, 0, 0, 0, 0, NOWHERE, 0, NOWHERE);

    static RegionSums of(Readable row) {
        return new RegionSums(
                number(row, "registered"),
                number(row, "filed"),
                number(row, "active"),
                number(row, "active_groups"),
                number(row, "serving"),
                number(row, "unfederated"),
                number(row, "federated_streets"),
                number(row, "urban_active"),
                new Spread(
                        0,
                        number(row, "urban_3"),
                        number(row, "urban_6"),
                        number(row, "urban_11"),
                        number(row, "urban_12")),
                number(row, "rural_active"),
                new Spread(
                        0,
                        number(row, "rural_3"),
                        number(row, "rural_6"),
                        number(row, "rural_11"),
                        number(row, "rural_12")));
    }

    static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column).intValue();
    }
}
