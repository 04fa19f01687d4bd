package org.goufu.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Writes many rows with COPY over the migrations' connection: ten times as fast as inserts, and free of the pool's time limits. */
@Component
public class BulkCopy {
    private final Flyway flyway;

    BulkCopy(Flyway flyway) {
        this.flyway = flyway;
    }

    /** What is written in one transaction. */
    @FunctionalInterface
    public interface Work {
        void write(Session session) throws SQLException, IOException;
    }

    /** The open transaction. */
    public static final class Session {
        private final Connection connection;

        Session(Connection connection) {
            this.connection = connection;
        }

        public void execute(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        /** Takes rows for a statement such as {@code copy demo.plan (scale, seed) from stdin}; close it before the next. */
        public CopyRows copy(String sql) throws SQLException {
            return new CopyRows(
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
        }
    }

    /** Commits when the work ends, rolls all of it back when it fails; blocking work, so it runs on its own thread. */
    public Mono<Void> inOneTransaction(Work work) {
        return Mono.<Void>fromCallable(() -> {
                    run(work);
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void run(Work work) throws SQLException, IOException {
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.write(new Session(connection));
                connection.commit();
            } catch (SQLException | IOException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }
}
