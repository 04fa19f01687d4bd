package org.goufu.account.sql;

import static org.goufu.platform.database.Columns.required;

import java.util.UUID;
import org.goufu.account.domain.Supervisor;
import org.goufu.account.domain.SupervisorProblem;
import org.goufu.account.usecase.Supervisors;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.platform.security.SessionCache;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Supervisors' accounts in PostgreSQL. */
@Component
class SqlSupervisors implements Supervisors {
    private static final String ADD = """
            insert into account.account (id, username, display_name, roles, region_code, password_hash)
            values (:id, :username, :name, array['SUPERVISOR'], :region, '')
                on conflict (username) do nothing
            returning id
            """;

    private static final String HOLD = """
            select id, username, display_name, region_code, disabled_at is not null as ended
              from account.account
             where id = :id and 'SUPERVISOR' = any(roles)
               for update
            """;

    /** Sessions end at once, on every instance. */
    private static final String END = """
            with ended as (
                update account.account set disabled_at = now() where id = :id returning id),
            codes as (
                delete from account.activation using ended where account_id = ended.id),
            gone as (
                delete from account.session using ended where account_id = ended.id returning digest)
            select pg_notify(:channel, encode(digest, 'hex')) from gone
            """;

    private static final String NOTE = """
            insert into account.supervisor_deed (id, account_id, act, by_id, by_name)
            values (:deed, :id, :act, :by, :name)
            """;

    private final DatabaseClient database;

    SqlSupervisors(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> add(Supervisor supervisor) {
        return database.sql(ADD)
                .bind("id", supervisor.id())
                .bind("username", supervisor.username())
                .bind("name", supervisor.displayName())
                .bind("region", supervisor.region().value())
                .mapValue(UUID.class)
                .one()
                .hasElement();
    }

    @Override
    public Mono<Supervisor> hold(UUID id) {
        return database.sql(HOLD)
                .bind("id", id)
                .map(row -> new Supervisor(
                        required(row, "id", UUID.class),
                        required(row, "username", String.class),
                        required(row, "display_name", String.class),
                        new RegionCode(required(row, "region_code", String.class)),
                        required(row, "ended", Boolean.class)))
                .one()
                .switchIfEmpty(Mono.error(SupervisorProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<Void> end(UUID id) {
        return database.sql(END)
                .bind("id", id)
                .bind("channel", SessionCache.REVOKED)
                .then();
    }

    @Override
    public Mono<Void> note(UUID id, Supervisor.Act act, Actor by) {
        return database.sql(NOTE)
                .bind("deed", Ids.next())
                .bind("id", id)
                .bind("act", act.name())
                .bind("by", by.accountId())
                .bind("name", by.displayName())
                .then();
    }
}
