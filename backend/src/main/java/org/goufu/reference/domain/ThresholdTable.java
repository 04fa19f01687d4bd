package org.goufu.reference.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.goufu.kernel.RegionCode;
import org.goufu.reference.Thresholds;
import org.jspecify.annotations.Nullable;

/** All amounts in memory: the row of the nearest region above, of the right level and day, decides (domain.md 1.3). */
public final class ThresholdTable implements Thresholds {
    private static final String[] LEVELS = {"PROVINCE", "CITY", "COUNTY"};

    private final List<Row> rows;

    /** An amount for services as it is stored. */
    public record Row(
            String regionCode,
            String level,
            String kind,
            LocalDate from,
            @Nullable LocalDate to,
            Threshold threshold) {
        boolean appliesTo(RegionCode region, LocalDate on) {
            return region.value().startsWith(regionCode)
                    && level.equals(LEVELS[Math.min(region.level(), LEVELS.length) - 1])
                    && !on.isBefore(from)
                    && (to == null || !on.isAfter(to));
        }
    }

    public ThresholdTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    @Override
    public Threshold purchaseLimit(String regionCode, LocalDate on) {
        return nearest("PURCHASE_LIMIT", regionCode, on);
    }

    @Override
    public Threshold openTender(String regionCode, LocalDate on) {
        return nearest("OPEN_TENDER", regionCode, on);
    }

    private Threshold nearest(String kind, String regionCode, LocalDate on) {
        var region = new RegionCode(regionCode);
        return rows.stream()
                .filter(row -> row.kind().equals(kind) && row.appliesTo(region, on))
                .max(Comparator.comparingInt((Row row) -> row.regionCode().length())
                        .thenComparing(Row::from))
                .map(Row::threshold)
                .orElseThrow(
                        () -> new IllegalStateException("no " + kind + " is loaded for " + regionCode + " on " + on));
    }
}
