package org.goufu.account.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import org.goufu.account.domain.SignInFailures;
import org.goufu.account.usecase.FailedSignIns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Failed sign-ins in PostgreSQL. */
@Component
class SqlFailedSignIns implements FailedSignIns {
    private static final String FIND = """
            select failures, strikes, window_start, blocked_until, now() as as_of
              from account.sign_in_failure
             where name_digest = decode(:name, 'hex')
            """;

    /** The update changes nothing; it locks the row and makes it readable in the same statement. */
    private static final String LOCK = """
            insert into account.sign_in_failure as known (name_digest, failures, window_start)
            values (decode(:name, 'hex'), 0, now())
            on conflict (name_digest) do update set failures = known.failures
            returning failures, strikes, window_start, blocked_until, clock_timestamp() as as_of
            """;

    private static final String SAVE = """
            update account.sign_in_failure
               set failures = :failures, strikes = :strikes, window_start = :windowStart, blocked_until = :blockedUntil
             where name_digest = decode(:name, 'hex')
            """;

    private static final String FORGET = """
            delete from account.sign_in_failure where name_digest = decode(:name, 'hex')
            """;

    private static final String PURGE = """
            delete from account.sign_in_failure where window_start < now() - make_interval(secs => :quiet)
            """;

    private final DatabaseClient database;

    SqlFailedSignIns(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<SignInFailures> find(String nameDigest) {
        return database.sql(FIND)
                .bind("name", nameDigest)
                .map(SqlFailedSignIns::failures)
                .one();
    }

    @Override
    public Mono<SignInFailures> lock(String nameDigest) {
        return database.sql(LOCK)
                .bind("name", nameDigest)
                .map(SqlFailedSignIns::failures)
                .one();
    }

    @Override
    public Mono<Void> save(String nameDigest, SignInFailures failures) {
        return database.sql(SAVE)
                .bind("name", nameDigest)
                .bind("failures", failures.failures())
                .bind("strikes", failures.strikes())
                .bind("windowStart", failures.windowStart())
                .bind("blockedUntil", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, failures.blockedUntil()))
                .then();
    }

    @Override
    public Mono<Void> forget(String nameDigest) {
        return database.sql(FORGET).bind("name", nameDigest).then();
    }

    @Override
    public Mono<Long> purge(Duration quiet) {
        return database.sql(PURGE)
                .bind("quiet", (double) quiet.toSeconds())
                .fetch()
                .rowsUpdated();
    }

    private static SignInFailures failures(Readable row) {
        return new SignInFailures(
                required(row, "failures", Integer.class),
                required(row, "strikes", Integer.class),
                required(row, "window_start", Instant.class),
                row.get("blocked_until", Instant.class),
                required(row, "as_of", Instant.class));
    }
}
