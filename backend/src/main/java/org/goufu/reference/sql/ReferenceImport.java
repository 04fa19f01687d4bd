package org.goufu.reference.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Loads the supplied tables as a repeatable migration: Flyway runs it again, in one transaction, exactly when a file changed.
 *
 * <p>The checksum of all files is the version of the data.
 */
@Component
class ReferenceImport implements JavaMigration {

    /** A file and the statements that carry it from a scratch table to its own. */
    private record Table(String name, String scratch, String copy, String load) {}

    private static final List<Table> TABLES = List.of(
            new Table(
                    "regions",
                    "create temporary table region_file (code text, parent text, level text, name text) on commit drop",
                    "copy region_file from stdin (format csv, header)",
                    """
                    insert into reference.region (code, parent, level, name)
                    select code, parent, array_position(array ['province', 'city', 'county', 'street', 'community'], level), name
                      from region_file
                    """),
            new Table(
                    "service-categories",
                    "create temporary table category_file (code text, parent text, level smallint, name text, mark text) on commit drop",
                    "copy category_file from stdin (format csv, header)",
                    """
                    insert into reference.service_category (code, parent, level, name, mark, verified)
                    select code, parent, level, name, mark, mark not in ('M', 'M?')
                      from category_file
                    """),
            new Table(
                    "work-calendar",
                    "create temporary table day_file (day date, kind text, status text) on commit drop",
                    "copy day_file from stdin (format csv, header)",
                    """
                    insert into reference.work_day (day, is_workday, official)
                    select day, kind = 'workday', status = 'official'
                      from day_file
                    """));

    private static final String EMPTY =
            "truncate reference.region, reference.service_category, reference.work_day, reference.import";
    private static final String STAMP = "insert into reference.import (name, digest) values (?, ?)";

    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "reference data";
    }

    @Override
    public Integer getChecksum() {
        var crc = new CRC32();
        TABLES.forEach(table -> crc.update(bytes(table)));
        return (int) crc.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        var connection = context.getConnection();
        execute(connection, EMPTY);
        for (var table : TABLES) {
            execute(connection, table.scratch());
            try (var file = open(table)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copy(), file);
            }
            execute(connection, table.load());
            stamp(connection, table);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void stamp(Connection connection, Table table) throws SQLException {
        var crc = new CRC32();
        crc.update(bytes(table));
        try (var statement = connection.prepareStatement(STAMP)) {
            statement.setString(1, table.name());
            statement.setString(2, Long.toHexString(crc.getValue()));
            statement.execute();
        }
    }

    private static InputStream open(Table table) throws IOException {
        return new ClassPathResource("reference/" + table.name() + ".csv").getInputStream();
    }

    private static byte[] bytes(Table table) {
        try (var file = open(table)) {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
