package org.goufu.platform.time;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the business clock where deadlines are decided. */
@Component
class DatabaseClock implements BusinessClock, ClockOffset, RealClock {
    private static final String NOW = "select platform.now()";
    private static final String REAL = "select clock_timestamp()";
    private static final String OFFSET = "select extract(epoch from amount)::bigint from platform.clock_offset";
    private static final String ADVANCE = """
            with moved as (
                update platform.clock_offset
                   set amount = amount + make_interval(secs => :seconds), moved_at = clock_timestamp()
                returning amount)
            select pg_notify('clock', ''), amount from moved
            """;

    private final DatabaseClient database;

    DatabaseClock(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Instant> now() {
        return database.sql(NOW).map(row -> row.get(0, Instant.class)).one();
    }

    @Override
    public Mono<Instant> realNow() {
        return database.sql(REAL).map(row -> row.get(0, Instant.class)).one();
    }

    @Override
    public Mono<Long> seconds() {
        return database.sql(OFFSET).map(row -> row.get(0, Long.class)).one();
    }

    @Override
    public Mono<Void> advance(long seconds) {
        return database.sql(ADVANCE).bind("seconds", seconds).then();
    }
}
