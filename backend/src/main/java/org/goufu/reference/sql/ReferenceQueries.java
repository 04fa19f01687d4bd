package org.goufu.reference.sql;

import static org.goufu.platform.database.Columns.required;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.goufu.kernel.Coded;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads which years and amounts are loaded, for those who look after them. */
@Component
public class ReferenceQueries {
    private static final String YEARS = """
            with latest as (
                select distinct on (year) year, document, holidays, workdays, loaded_by, loaded_at
                  from reference.calendar_year
                 order by year, loaded_at desc, id desc)
            select cast(extract(year from day) as int) as year, bool_and(official) as official,
                   count(*) filter (where not is_workday) as holidays, count(*) filter (where is_workday) as workdays,
                   null as document, null as loaded_by, cast(null as timestamptz) as loaded_at
              from reference.work_day
             where extract(year from day) not in (select year from latest)
             group by 1
             union all
            select year, true, cardinality(holidays), cardinality(workdays), document, loaded_by, loaded_at
              from latest
             order by year
            """;
    private static final String THRESHOLDS = """
            with entered as (
                select distinct on (region_code, level, kind, valid_from) *
                  from reference.threshold_entry
                 order by region_code, level, kind, valid_from, entered_at desc, id desc)
            select region_code, level, kind, amount_fen, valid_from, document, true as verified, entered_by, entered_at
              from entered
             union all
            select region_code, level, kind, amount_fen, valid_from, document, verified, null, null
              from reference.procurement_threshold s
             where object = 'SERVICE'
               and not exists (select 1 from entered e
                                where (e.region_code, e.level, e.kind) = (s.region_code, s.level, s.kind))
             order by region_code, level desc, kind desc, valid_from desc
             limit 500
            """;

    private final DatabaseClient database;
    private final Regions regions;

    ReferenceQueries(DatabaseClient database, Regions regions) {
        this.database = database;
        this.regions = regions;
    }

    /** @param loadedBy null for a year that came with the platform */
    public record Year(
            int year,
            boolean official,
            long holidays,
            long workdays,
            @Nullable String document,
            @Nullable String loadedBy,
            @Nullable Instant loadedAt) {}

    /** @param enteredBy null for an amount that came with the platform */
    public record Amount(
            Coded region,

            @Schema(allowableValues = {"PROVINCE", "CITY", "COUNTY"})
            String level,

            @Schema(allowableValues = {"PURCHASE_LIMIT", "OPEN_TENDER"})
            String kind,

            long amountFen,
            LocalDate from,
            String document,
            boolean verified,
            @Nullable String enteredBy,
            @Nullable Instant enteredAt) {}

    public Flux<Year> years() {
        return database.sql(YEARS)
                .map(row -> new Year(
                        required(row, "year", Integer.class),
                        required(row, "official", Boolean.class),
                        required(row, "holidays", Long.class),
                        required(row, "workdays", Long.class),
                        row.get("document", String.class),
                        row.get("loaded_by", String.class),
                        row.get("loaded_at", Instant.class)))
                .all();
    }

    /** Those that decide: a supplied one no longer shows once an official one of its kind is entered. */
    public Flux<Amount> thresholds() {
        return database.sql(THRESHOLDS)
                .map(row -> new Amount(
                        regions.coded(required(row, "region_code", String.class)),
                        required(row, "level", String.class),
                        required(row, "kind", String.class),
                        required(row, "amount_fen", Long.class),
                        required(row, "valid_from", LocalDate.class),
                        required(row, "document", String.class),
                        required(row, "verified", Boolean.class),
                        row.get("entered_by", String.class),
                        row.get("entered_at", Instant.class)))
                .all();
    }
}
