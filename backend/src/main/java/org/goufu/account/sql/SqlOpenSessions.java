package org.goufu.account.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.goufu.account.domain.Account;
import org.goufu.account.usecase.OpenSessions;
import org.goufu.kernel.Actor;
import org.goufu.platform.security.Session;
import org.goufu.platform.security.SessionCache;
import org.goufu.platform.security.SessionKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions in PostgreSQL; their times are real ones, so an advanced demo clock ends none. */
@Component
class SqlOpenSessions implements OpenSessions {
    private static final String OPEN = """
            insert into account.session (digest, account_id, kind, expires_at)
            select decode(:digest, 'hex'), id, :kind, now() + make_interval(secs => :life)
              from account.account
             where id = :account and password_hash = :hash and disabled_at is null
               for share
            returning expires_at
            """;

    private static final String FIND = """
            select account.id, username, display_name, roles, department_id, organization_id, region_code,
                   encode(digest, 'hex') as digest, kind, expires_at, last_seen_at < now() - interval '1 minute' as seen_long_ago
              from account.session
              join account.account on account.id = account_id
             where digest = any(array(select decode(given, 'hex') from unnest(:digests) as given))
               and expires_at > now() and disabled_at is null
               and (kind = 'BEARER' or last_seen_at > now() - make_interval(secs => :idle))
            """;

    private static final String SEEN = """
            update account.session set last_seen_at = now() where digest = decode(:digest, 'hex')
            """;

    private static final String REVOKE = """
            with gone as (
                delete from account.session where digest = decode(:digest, 'hex') returning digest)
            select pg_notify(:channel, encode(digest, 'hex')) from gone
            """;

    private static final String PURGE = """
            delete from account.session where expires_at < now()
            """;

    private final DatabaseClient database;

    SqlOpenSessions(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Instant> open(String digest, Account account, SessionKind kind, Duration life) {
        return database.sql(OPEN)
                .bind("digest", digest)
                .bind("account", account.id())
                .bind("hash", account.passwordHash())
                .bind("kind", kind.name())
                .bind("life", (double) life.toSeconds())
                .map(row -> required(row, "expires_at", Instant.class))
                .one();
    }

    @Override
    public Flux<Found> find(Collection<String> digests, Duration idle) {
        return database.sql(FIND)
                .bind("digests", digests.toArray(String[]::new))
                .bind("idle", (double) idle.toSeconds())
                .map(SqlOpenSessions::found)
                .all();
    }

    @Override
    public Mono<Void> seen(String digest) {
        return database.sql(SEEN).bind("digest", digest).then();
    }

    @Override
    public Mono<Void> revoke(String digest) {
        return database.sql(REVOKE)
                .bind("digest", digest)
                .bind("channel", SessionCache.REVOKED)
                .then();
    }

    @Override
    public Mono<Long> purge() {
        return database.sql(PURGE).fetch().rowsUpdated();
    }

    private static Found found(Readable row) {
        var actor = new Actor(
                required(row, "id", UUID.class),
                required(row, "username", String.class),
                required(row, "display_name", String.class),
                SqlAccounts.roles(row),
                row.get("department_id", UUID.class),
                row.get("organization_id", UUID.class),
                SqlAccounts.region(row));
        var session = new Session(
                required(row, "digest", String.class),
                SessionKind.valueOf(required(row, "kind", String.class)),
                actor,
                required(row, "expires_at", Instant.class));
        return new Found(session, required(row, "seen_long_ago", Boolean.class));
    }
}
