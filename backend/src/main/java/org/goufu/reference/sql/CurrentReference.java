package org.goufu.reference.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.flywaydb.core.Flyway;
import org.goufu.platform.database.Wakeups;
import org.goufu.reference.Thresholds;
import org.goufu.reference.WorkCalendar;
import org.goufu.reference.WorkCalendars;
import org.goufu.reference.domain.ThresholdTable;
import org.goufu.reference.domain.WorkDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * The working days and the amounts in memory.
 *
 * <p>Operators change them while the platform runs: every instance reads the two small tables again when it is woken, and by itself
 * every minute.
 */
@Component
@DependsOnDatabaseInitialization
class CurrentReference implements WorkCalendars, Thresholds {
    static final String CHANNEL = "reference";

    private static final Logger LOG = LoggerFactory.getLogger(CurrentReference.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    private static final String DAYS = """
            with latest as (
                select distinct on (year) year, holidays, workdays
                  from reference.calendar_year
                 order by year, loaded_at desc, id desc)
            select day, is_workday, official
              from reference.work_day
             where extract(year from day) not in (select year from latest)
             union all
            select unnest(holidays), false, true
              from latest
             union all
            select unnest(workdays), true, true
              from latest
            """;
    private static final String THRESHOLDS = """
            select region_code, level, kind, amount_fen, valid_from, valid_to, document, verified,
                   cast(null as timestamptz) as entered_at
              from reference.procurement_threshold
             where object = 'SERVICE'
             union all
            select region_code, level, kind, amount_fen, valid_from, null, document, true, entered_at
              from reference.threshold_entry
            """;

    private final DatabaseClient database;
    private final Wakeups wakeups;
    private volatile WorkCalendar calendar;
    private volatile ThresholdTable thresholds;
    private volatile Disposable looking = () -> {};

    CurrentReference(Flyway flyway, DatabaseClient database, Wakeups wakeups) {
        this.database = database;
        this.wakeups = wakeups;
        var first = JdbcClient.create(flyway.getConfiguration().getDataSource());
        this.calendar = WorkDays.calendar(
                first.sql(DAYS).query(CurrentReference::firstDay).list());
        this.thresholds = new ThresholdTable(
                first.sql(THRESHOLDS).query(CurrentReference::firstThreshold).list());
    }

    @Override
    public WorkCalendar current() {
        return calendar;
    }

    @Override
    public Threshold purchaseLimit(String regionCode, LocalDate on) {
        return thresholds.purchaseLimit(regionCode, on);
    }

    @Override
    public Threshold openTender(String regionCode, LocalDate on) {
        return thresholds.openTender(regionCode, on);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        looking = wakeups.rounds(CHANNEL, BETWEEN_LOOKS, this::readAgain).subscribe();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        looking.dispose();
    }

    private Mono<Void> readAgain() {
        return Mono.zip(
                        database.sql(DAYS)
                                .map(CurrentReference::day)
                                .all()
                                .collectList()
                                .map(WorkDays::calendar),
                        thresholds(database))
                .doOnNext(both -> replace(both.getT1(), both.getT2()))
                .then()
                .onErrorResume(down -> {
                    LOG.debug("working days and amounts cannot be read now", down);
                    return Mono.empty();
                });
    }

    static Mono<ThresholdTable> thresholds(DatabaseClient database) {
        return database.sql(THRESHOLDS)
                .map(CurrentReference::threshold)
                .all()
                .collectList()
                .map(ThresholdTable::new);
    }

    private void replace(WorkCalendar days, ThresholdTable amounts) {
        if (!days.equals(calendar)) {
            LOG.info("working days are loaded to {}, officially to {}", days.lastDay(), days.firmUntil());
        }
        calendar = days;
        thresholds = amounts;
    }

    private static WorkDays.Day firstDay(ResultSet row, int number) throws SQLException {
        return new WorkDays.Day(
                row.getObject("day", LocalDate.class), row.getBoolean("is_workday"), row.getBoolean("official"));
    }

    private static WorkDays.Day day(Readable row) {
        return new WorkDays.Day(
                required(row, "day", LocalDate.class),
                required(row, "is_workday", Boolean.class),
                required(row, "official", Boolean.class));
    }

    private static ThresholdTable.Row firstThreshold(ResultSet row, int number) throws SQLException {
        var entered = row.getObject("entered_at", OffsetDateTime.class);
        return new ThresholdTable.Row(
                row.getString("region_code"),
                row.getString("level"),
                row.getString("kind"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                new Threshold(row.getLong("amount_fen"), row.getString("document"), row.getBoolean("verified")),
                entered == null ? null : entered.toInstant());
    }

    private static ThresholdTable.Row threshold(Readable row) {
        return new ThresholdTable.Row(
                required(row, "region_code", String.class),
                required(row, "level", String.class),
                required(row, "kind", String.class),
                required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                new Threshold(
                        required(row, "amount_fen", Long.class),
                        required(row, "document", String.class),
                        required(row, "verified", Boolean.class)),
                row.get("entered_at", Instant.class));
    }
}
