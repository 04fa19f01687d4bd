package org.goufu.reference.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.goufu.kernel.RegionCode;
import org.goufu.reference.Thresholds;
import org.jspecify.annotations.Nullable;

/** All amounts in memory: the row of the nearest region above, of the right level and day, decides (domain.md 1.3). */
public final class ThresholdTable implements Thresholds {
    static final String PURCHASE_LIMIT = "PURCHASE_LIMIT";
    static final String OPEN_TENDER = "OPEN_TENDER";
    private static final String[] LEVELS = {"PROVINCE", "CITY", "COUNTY"};

    private final List<Row> rows;

    /**
     * An amount for services as it is stored.
     *
     * @param enteredAt when an operator entered it, null for a supplied one: of two for the same first day the later one counts
     */
    public record Row(
            String regionCode,
            String level,
            String kind,
            LocalDate from,
            @Nullable LocalDate to,
            Threshold threshold,
            @Nullable Instant enteredAt) {
        boolean appliesTo(String region, String ofLevel, LocalDate on) {
            return region.startsWith(regionCode)
                    && level.equals(ofLevel)
                    && !on.isBefore(from)
                    && (to == null || !on.isAfter(to));
        }

        boolean isAbove(Row other) {
            return threshold.amountFen() > other.threshold.amountFen();
        }
    }

    public ThresholdTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    @Override
    public Threshold purchaseLimit(String regionCode, LocalDate on) {
        return nearest(PURCHASE_LIMIT, regionCode, on);
    }

    @Override
    public Threshold openTender(String regionCode, LocalDate on) {
        return nearest(OPEN_TENDER, regionCode, on);
    }

    private Threshold nearest(String kind, String regionCode, LocalDate on) {
        var level = LEVELS[Math.min(new RegionCode(regionCode).level(), LEVELS.length) - 1];
        return nearest(kind, regionCode, level, on)
                .map(Row::threshold)
                .orElseThrow(
                        () -> new IllegalStateException("no " + kind + " is loaded for " + regionCode + " on " + on));
    }

    private Optional<Row> nearest(String kind, String regionCode, String level, LocalDate on) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind) && row.appliesTo(regionCode, level, on))
                .max(Comparator.comparingInt((Row row) -> row.regionCode().length())
                        .thenComparing(Row::from)
                        .thenComparing(Row::enteredAt, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    /** An amount of the other kind on whose wrong side a new one would stand, and from when. */
    record Contradiction(Row other, LocalDate from) {}

    /**
     * The first day on which the entry would put a purchase limit above the amount from which on open tender is the rule, anywhere
     * under its region: between the two, a purchase would be small and large at once (政府采购法 第27条).
     */
    Optional<Contradiction> contradiction(ThresholdEntry entry) {
        var added = row(entry);
        var table = new ThresholdTable(
                Stream.concat(rows.stream(), Stream.of(added)).toList());
        return table.days(added)
                .flatMap(day -> table.regions(added)
                        .flatMap(region -> table.opposed(added, region, day).stream())
                        .map(other -> new Contradiction(other, day)))
                .findFirst();
    }

    private static Row row(ThresholdEntry entry) {
        var threshold = new Threshold(entry.amountFen(), entry.document(), true);
        return new Row(entry.regionCode(), entry.level(), entry.kind(), entry.from(), null, threshold, Instant.MAX);
    }

    /** Days from the row's first on which any amount changes, the earliest first. */
    private Stream<LocalDate> days(Row added) {
        return rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(row.from()), Stream.ofNullable(row.to()).map(to -> to.plusDays(1))))
                .filter(day -> !day.isBefore(added.from()))
                .distinct()
                .sorted();
    }

    /** The row's region and those under it that have an amount of their own. */
    private Stream<String> regions(Row added) {
        return rows.stream()
                .map(Row::regionCode)
                .filter(region -> region.startsWith(added.regionCode()))
                .distinct();
    }

    private Optional<Row> opposed(Row added, String region, LocalDate day) {
        var isLimit = added.kind().equals(PURCHASE_LIMIT);
        return nearest(added.kind(), region, added.level(), day)
                .filter(added::equals)
                .flatMap(own -> nearest(isLimit ? OPEN_TENDER : PURCHASE_LIMIT, region, added.level(), day))
                .filter(other -> isLimit ? added.isAbove(other) : other.isAbove(added));
    }
}
