package org.goufu.opendata.sql;

import static org.goufu.opendata.sql.RegionSums.number;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.goufu.kernel.Coded;
import org.goufu.kernel.FieldProblem;
import org.goufu.opendata.OpendataProblem;
import org.goufu.opendata.domain.CommunityKind;
import org.goufu.opendata.usecase.IndicatorSettings;
import org.goufu.platform.http.PageRequest;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads indicators: the counts of the places under a region, summed up to the regions of one level. */
@Component
public class IndicatorQueries {
    private static final String DAYS = """
            select day from opendata.day where counted_at is not null order by day desc
            """;

    /**
     * The sums of each region and, without a code, of the whole.
     *
     * <p>A community is urban by its code unless a setting says otherwise; places by prefix are a range of the primary key.
     */
    private static final String SUMS = """
            select code,
                   coalesce(sum(registered), 0) as registered, coalesce(sum(filed), 0) as filed, coalesce(sum(active), 0) as active,
                   coalesce(sum(active_filed), 0) as active_groups, coalesce(sum(serving), 0) as serving, coalesce(sum(unfederated), 0) as unfederated,
                   count(distinct substr(region_code, 1, 9))
                       filter (where federations > 0 and length(region_code) >= 9) as federated_streets,
                   coalesce(sum(active) filter (where kind = 'URBAN'), 0) as urban_active,
                   count(*) filter (where kind = 'URBAN' and active between 1 and 3) as urban_3,
                   count(*) filter (where kind = 'URBAN' and active between 4 and 6) as urban_6,
                   count(*) filter (where kind = 'URBAN' and active between 7 and 11) as urban_11,
                   count(*) filter (where kind = 'URBAN' and active >= 12) as urban_12,
                   coalesce(sum(active) filter (where kind = 'RURAL'), 0) as rural_active,
                   count(*) filter (where kind = 'RURAL' and active between 1 and 3) as rural_3,
                   count(*) filter (where kind = 'RURAL' and active between 4 and 6) as rural_6,
                   count(*) filter (where kind = 'RURAL' and active between 7 and 11) as rural_11,
                   count(*) filter (where kind = 'RURAL' and active >= 12) as rural_12
              from (select tally.*, substr(region_code, 1, :digits) as code,
                           active_registered + active_filed as active,
                           case when length(region_code) < 12 then null
                                when region_code = any(:urban) then 'URBAN'
                                when region_code = any(:rural) then 'RURAL'
                                when substr(region_code, 10, 1) in ('0', '1', '4') then 'URBAN'
                                else 'RURAL' end as kind
                      from opendata.tally
                     where day = :day and region_code >= :region and region_code < :region || ':') as place
             group by grouping sets ((code), ())
            """;

    private static final String TREND = """
            select day.day, coalesce(sum(registered), 0) as registered, coalesce(sum(filed), 0) as filed,
                   coalesce(sum(active_registered + active_filed), 0) as active, coalesce(sum(serving), 0) as serving,
                   coalesce(sum(unfederated), 0) as unfederated,
                   count(distinct substr(region_code, 1, 9))
                       filter (where federations > 0 and length(region_code) >= 9) as federated_streets
              from opendata.day
              left join opendata.tally on tally.day = day.day
                   and region_code >= :region and region_code < :region || ':'
             where day.counted_at is not null
             group by day.day
             order by day.day
            """;

    private final DatabaseClient database;
    private final Regions regions;
    private final IndicatorRows rows;
    private final String[] urban;
    private final String[] rural;

    IndicatorQueries(DatabaseClient database, Regions regions, IndicatorRows rows, IndicatorSettings settings) {
        this.database = database;
        this.regions = regions;
        this.rows = rows;
        this.urban = overridden(settings, CommunityKind.URBAN);
        this.rural = overridden(settings, CommunityKind.RURAL);
    }

    private static String[] overridden(IndicatorSettings settings, CommunityKind kind) {
        return settings.communityKinds().entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /**
     * What is asked for.
     *
     * @param level of the rows; one below the region unless it is given
     * @param day one of the kept days; the latest when it is null
     */
    public record Question(
            Region region, int level, @Nullable LocalDate day, IndicatorOrder order) {}

    /** Fails with {@code opendata/not-counted-yet}, or {@code opendata/day-not-counted} for a day that is not kept. */
    public Mono<IndicatorPage> page(Question ask, PageRequest page) {
        return days().flatMap(days -> page(ask, page, days, chosen(ask.day(), days)));
    }

    private Mono<IndicatorPage> page(Question ask, PageRequest page, List<LocalDate> days, LocalDate day) {
        var region = ask.region();
        return sums(region, ask.level(), day).map(sums -> {
            var sorted = rows.of(ask, sums);
            var rest = after(sorted, page.after());
            boolean more = rest.size() > page.size();
            var items = more ? rest.subList(0, page.size()) : rest;
            return new IndicatorPage(
                    day,
                    days,
                    path(region),
                    rows.whole(region, sums),
                    ask.level(),
                    items,
                    sorted.size(),
                    more ? PageRequest.cursor(items.getLast().region().code()) : null);
        });
    }

    private static List<RegionIndicators> after(List<RegionIndicators> rows, @Nullable String code) {
        return code == null
                ? rows
                : rows.stream()
                        .dropWhile(Predicate.not(row -> row.region().code().equals(code)))
                        .skip(1)
                        .toList();
    }

    /** All rows in order, for a spreadsheet; whether there are any is known before the first one flows. */
    public Mono<Flux<RegionIndicators>> sheet(Question ask) {
        return days().map(days -> chosen(ask.day(), days))
                .map(day -> sums(ask.region(), ask.level(), day).flatMapIterable(sums -> rows.of(ask, sums)));
    }

    public Mono<IndicatorTrend> trend(Region region) {
        return database.sql(TREND)
                .bind("region", region.code())
                .map(IndicatorQueries::point)
                .all()
                .collectList()
                .map(points -> new IndicatorTrend(regions.coded(region.code()), points));
    }

    private Mono<List<LocalDate>> days() {
        return database.sql(DAYS)
                .map(row -> Objects.requireNonNull(row.get("day", LocalDate.class)))
                .all()
                .collectList()
                .filter(Predicate.not(List::isEmpty))
                .switchIfEmpty(Mono.error(OpendataProblem.NOT_COUNTED_YET::raise));
    }

    private static LocalDate chosen(@Nullable LocalDate asked, List<LocalDate> days) {
        if (asked == null) return days.getFirst();
        if (!days.contains(asked)) {
            throw OpendataProblem.DAY_NOT_COUNTED.raise(
                    List.of(FieldProblem.of("day", "code-unknown", asked)), asked, days.getFirst());
        }
        return asked;
    }

    private List<Coded> path(Region region) {
        return regions.path(region.code()).stream()
                .map(above -> new Coded(above.code(), above.name()))
                .toList();
    }

    private Mono<Map<String, RegionSums>> sums(Region region, int level, LocalDate day) {
        return database.sql(SUMS)
                .bind("digits", IndicatorRows.DIGITS[level])
                .bind("day", day)
                .bind("region", region.code())
                .bind("urban", urban)
                .bind("rural", rural)
                .map(row -> Map.entry(
                        Objects.requireNonNullElse(row.get("code", String.class), IndicatorRows.WHOLE),
                        RegionSums.of(row)))
                .all()
                .collect(HashMap::new, (all, one) -> all.put(one.getKey(), one.getValue()));
    }

    private static IndicatorTrend.Point point(Readable row) {
        return new IndicatorTrend.Point(
                Objects.requireNonNull(row.get("day", LocalDate.class)),
                number(row, "registered"),
                number(row, "filed"),
                number(row, "active"),
                number(row, "serving"),
                number(row, "unfederated"),
                number(row, "federated_streets"));
    }
}
