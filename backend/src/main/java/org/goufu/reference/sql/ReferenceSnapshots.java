package org.goufu.reference.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import org.flywaydb.core.Flyway;
import org.goufu.reference.ReferenceVersion;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.goufu.reference.Thresholds;
import org.goufu.reference.Thresholds.Threshold;
import org.goufu.reference.WorkCalendar;
import org.goufu.reference.WorkCalendars;
import org.goufu.reference.domain.CategoryTree;
import org.goufu.reference.domain.RegionTree;
import org.goufu.reference.domain.ThresholdTable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the tables into memory once at start-up, after the migrations and over their connection. */
@Configuration(proxyBeanMethods = false)
@DependsOnDatabaseInitialization
class ReferenceSnapshots {
    private static final String REGIONS = "select code, parent, level, name from reference.region";
    private static final String CATEGORIES =
            "select code, parent, level, name, mark, verified from reference.service_category";
    private static final String DAYS = "select day, is_workday, official from reference.work_day order by day";
    private static final String THRESHOLDS = """
            select region_code, level, kind, amount_fen, valid_from, valid_to, document, verified
              from reference.procurement_threshold
             where object = 'SERVICE'
            """;
    private static final String VERSION = "select string_agg(digest, '-' order by name) from reference.import";

    private final JdbcClient database;

    ReferenceSnapshots(Flyway flyway) {
        this.database = JdbcClient.create(flyway.getConfiguration().getDataSource());
    }

    @Bean
    @DependsOnDatabaseInitialization
    Regions regions() {
        return RegionTree.of(
                database.sql(REGIONS).query(ReferenceSnapshots::region).list());
    }

    @Bean
    @DependsOnDatabaseInitialization
    ServiceCategories serviceCategories() {
        return CategoryTree.of(
                database.sql(CATEGORIES).query(ReferenceSnapshots::category).list());
    }

    @Bean
    @DependsOnDatabaseInitialization
    Thresholds thresholds() {
        return new ThresholdTable(
                database.sql(THRESHOLDS).query(ReferenceSnapshots::threshold).list());
    }

    @Bean
    @DependsOnDatabaseInitialization
    ReferenceVersion referenceVersion() {
        return new ReferenceVersion(database.sql(VERSION).query(String.class).single());
    }

    /**
     * A year of the calendar is loaded whole, so the last loaded day is the end of the last row's year; it is firm up to the end of the
     * last year of which every row is official.
     */
    @Bean
    @DependsOnDatabaseInitialization
    WorkCalendars workCalendars() {
        var exceptions = new HashMap<LocalDate, Boolean>();
        int[] years = {0, Integer.MAX_VALUE};
        database.sql(DAYS).query(row -> {
            var day = row.getObject("day", LocalDate.class);
            exceptions.put(day, row.getBoolean("is_workday"));
            years[0] = Math.max(years[0], day.getYear());
            if (!row.getBoolean("official")) years[1] = Math.min(years[1], day.getYear() - 1);
        });
        var calendar = new WorkCalendar(exceptions, endOf(years[0]), endOf(Math.min(years[0], years[1])));
        return () -> calendar;
    }

    private static LocalDate endOf(int year) {
        return LocalDate.of(year, 12, 31);
    }

    private static RegionTree.Node region(ResultSet row, int number) throws SQLException {
        return new RegionTree.Node(
                row.getString("code"), row.getString("parent"), row.getInt("level"), row.getString("name"));
    }

    private static CategoryTree.Node category(ResultSet row, int number) throws SQLException {
        return new CategoryTree.Node(
                row.getString("code"),
                row.getString("parent"),
                row.getInt("level"),
                row.getString("name"),
                row.getString("mark"),
                row.getBoolean("verified"));
    }

    private static ThresholdTable.Row threshold(ResultSet row, int number) throws SQLException {
        return new ThresholdTable.Row(
                row.getString("region_code"),
                row.getString("level"),
                row.getString("kind"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                new Threshold(row.getLong("amount_fen"), row.getString("document"), row.getBoolean("verified")));
    }
}
