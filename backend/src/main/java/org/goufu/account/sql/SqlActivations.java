package org.goufu.account.sql;

import static org.goufu.platform.database.Columns.required;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.goufu.account.domain.ActivationProblem;
import org.goufu.account.usecase.Activations;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Role;
import org.goufu.platform.database.Among;
import org.goufu.platform.security.SessionCache;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Codes by their digests, one for each account; their times are real ones. */
@Component
class SqlActivations implements Activations {
    private static final String ACCOUNT = """
            insert into account.account (id, username, display_name, roles, organization_id, password_hash)
            values (:id, :username, :name, array[:role], :organization, '')
                on conflict (username) do update
               set display_name = excluded.display_name
             where account.organization_id = excluded.organization_id
            returning id
            """;

    private static final String PERSON = """
            insert into account.account (id, username, display_name, roles, password_hash)
            values (:id, :username, :name, array[:role], '')
                on conflict (username) do update
               set display_name = excluded.display_name
             where account.id = excluded.id
            returning id
            """;

    private static final String RENAME = """
            update account.account set display_name = :name where id = :id
            """;

    private static final String OPENED = """
            select id from account.account where id = any(:ids) and password_hash <> '' and disabled_at is null
            """;

    private static final String PUT = """
            insert into account.activation (account_id, code_digest, expires_at)
            select id, decode(:digest, 'hex'),
                   now() + make_interval(secs => case when password_hash = '' then :first else :again end)
              from account.account
             where id = :account
                on conflict (account_id) do update
               set code_digest = excluded.code_digest, expires_at = excluded.expires_at
            returning expires_at
            """;

    private static final String FIND = """
            select account.id, username
              from account.activation
              join account.account on account.id = account_id
             where code_digest = decode(:digest, 'hex') and expires_at > now() and disabled_at is null
            """;

    private static final String USE = """
            with used as (
                delete from account.activation
                 where code_digest = decode(:digest, 'hex') and expires_at > now()
                returning account_id)
            update account.account
               set password_hash = :hash
              from used
             where id = used.account_id and disabled_at is null
            returning id
            """;

    private static final String END_SESSIONS = """
            with gone as (
                delete from account.session where account_id = :account returning digest)
            select pg_notify(:channel, encode(digest, 'hex')) from gone
            """;

    private static final String WITH_ACCOUNTS = """
            select distinct organization_id from account.account where organization_id = any(:ids)
            """;

    private static final String TURN = """
            update account.account
               set roles = array_replace(roles, :before, :after)
             where organization_id = :organization and :before = any(roles)
            """;

    private final DatabaseClient database;

    SqlActivations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<UUID> account(UUID organizationId, String username, String displayName, Role role) {
        return database.sql(ACCOUNT)
                .bind("id", Ids.next())
                .bind("username", username)
                .bind("name", displayName)
                .bind("role", role.name())
                .bind("organization", organizationId)
                .map(row -> required(row, "id", UUID.class))
                .one()
                .switchIfEmpty(Mono.error(() -> ActivationProblem.NAME_TAKEN.raise(username)));
    }

    @Override
    public Mono<UUID> person(UUID accountId, String username, String displayName, Role role) {
        return database.sql(PERSON)
                .bind("id", accountId)
                .bind("username", username)
                .bind("name", displayName)
                .bind("role", role.name())
                .map(row -> required(row, "id", UUID.class))
                .one()
                .switchIfEmpty(Mono.error(() -> ActivationProblem.NAME_TAKEN.raise(username)));
    }

    @Override
    public Mono<Void> rename(UUID accountId, String displayName) {
        return database.sql(RENAME)
                .bind("name", displayName)
                .bind("id", accountId)
                .then();
    }

    @Override
    public Flux<UUID> opened(Collection<UUID> accountIds) {
        return Among.of(database, OPENED, accountIds);
    }

    @Override
    public Mono<Instant> put(UUID accountId, String digest, Duration first, Duration again) {
        return database.sql(PUT)
                .bind("account", accountId)
                .bind("digest", digest)
                .bind("first", (double) first.toSeconds())
                .bind("again", (double) again.toSeconds())
                .map(row -> required(row, "expires_at", Instant.class))
                .one();
    }

    @Override
    public Mono<Opening> find(String digest) {
        return database.sql(FIND)
                .bind("digest", digest)
                .map(row -> new Opening(required(row, "id", UUID.class), required(row, "username", String.class)))
                .one();
    }

    @Override
    public Mono<UUID> use(String digest, String passwordHash) {
        return database.sql(USE)
                .bind("digest", digest)
                .bind("hash", passwordHash)
                .map(row -> required(row, "id", UUID.class))
                .one()
                .delayUntil(this::endSessions);
    }

    private Mono<Void> endSessions(UUID account) {
        return database.sql(END_SESSIONS)
                .bind("account", account)
                .bind("channel", SessionCache.REVOKED)
                .then();
    }

    @Override
    public Flux<UUID> withAccounts(Collection<UUID> organizationIds) {
        return Among.of(database, WITH_ACCOUNTS, organizationIds);
    }

    @Override
    public Mono<Void> turn(UUID organizationId, Role before, Role after) {
        return database.sql(TURN)
                .bind("organization", organizationId)
                .bind("before", before.name())
                .bind("after", after.name())
                .then();
    }
}
