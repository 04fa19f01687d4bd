package org.goufu.evaluation.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.PoolChange;
import org.goufu.evaluation.domain.PoolEntry;
import org.goufu.evaluation.domain.PoolMember.Tie;
import org.goufu.evaluation.domain.PoolProblem;
import org.goufu.evaluation.usecase.PoolEntries;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Entries of the pool in PostgreSQL: the row, its relations, and each act. */
@Component
class SqlPoolEntries implements PoolEntries {
    private static final String NEXT = """
            select 'zj' || lpad(cast(nextval('evaluation.pool_number') as text), 6, '0') as number
            """;
    private static final String HOLD = """
            select account_id from evaluation.pool where account_id = :account for update
            """;
    private static final String GET = """
            select * from evaluation.pool_entry where account_id = :account
            """;
    private static final String ALIKE = """
            select *
              from evaluation.pool_entry
             where account_id <> :account and state <> 'RETIRED' and (phone = :phone or name = :name and employer = :employer)
             order by number
             limit 10
            """;
    private static final String ADD = """
            insert into evaluation.pool (account_id, kind, department_id, number, name, employer, title, fields, region_code,
                                         places, phone, email, state, state_reason)
            values (:account, :kind, :department, :number, :name, :employer, :title, :fields, :region,
                    :places, :phone, :email, :state, :reason)
            """;
    private static final String SAVE = """
            update evaluation.pool
               set name = :name, employer = :employer, title = :title, fields = :fields, region_code = :region,
                   places = :places, phone = :phone, email = :email, state = :state, state_reason = :reason,
                   version = version + 1, changed_at = platform.now()
             where account_id = :account
            """;
    private static final String UNTIE = """
            delete from evaluation.pool_tie where account_id = :account
            """;
    private static final String TIE = """
            insert into evaluation.pool_tie (account_id, body, name, relation, until)
            select :account, one.body, one.name, one.relation, cast(nullif(one.until, '') as date)
              from unnest(cast(:bodies as uuid[]), cast(:names as text[]), cast(:relations as text[]), cast(:untils as text[]))
                   as one(body, name, relation, until)
            """;
    private static final String APPEND = """
            insert into evaluation.pool_change (account_id, version, by_id, by_name, act, reason, before, after)
            select account_id, version, :by, :byName, :act, :reason, cast(:before as jsonb), cast(:after as jsonb)
              from evaluation.pool
             where account_id = :account
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlPoolEntries(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<String> nextNumber() {
        return database.sql(NEXT)
                .map(row -> required(row, "number", String.class))
                .one();
    }

    @Override
    public Mono<PoolEntry> hold(UUID account) {
        return database.sql(HOLD)
                .bind("account", account)
                .mapValue(UUID.class)
                .one()
                .flatMap(held -> database.sql(GET)
                        .bind("account", held)
                        .map(PoolRows::entry)
                        .one())
                .switchIfEmpty(Mono.error(PoolProblem.NOT_FOUND::raise));
    }

    @Override
    public Flux<PoolEntry> alike(PoolEntry entry) {
        return database.sql(ALIKE)
                .bind("account", entry.member().account())
                .bind("phone", entry.phone())
                .bind("name", entry.member().name())
                .bind("employer", entry.member().employer())
                .map(PoolRows::entry)
                .all();
    }

    @Override
    public Mono<Void> add(PoolEntry entry, PoolChange change) {
        var added = items(ADD, entry)
                .bind("kind", entry.member().kind().name())
                .bind("department", department(entry))
                .bind("number", entry.number());
        return added.then().then(tie(entry)).then(append(entry, change));
    }

    @Override
    public Mono<Void> save(PoolEntry entry, PoolChange change) {
        return items(SAVE, entry)
                .then()
                .then(database.sql(UNTIE)
                        .bind("account", entry.member().account())
                        .then())
                .then(tie(entry))
                .then(append(entry, change));
    }

    private GenericExecuteSpec items(String statement, PoolEntry entry) {
        var one = entry.member();
        return database.sql(statement)
                .bind("account", one.account())
                .bind("name", one.name())
                .bind("employer", one.employer())
                .bind("title", one.title())
                .bind("fields", one.fields().toArray(String[]::new))
                .bind("region", one.regionCode())
                .bind("places", one.places().toArray(String[]::new))
                .bind("phone", entry.phone())
                .bind("email", text(entry.email()))
                .bind("state", entry.state().name())
                .bind("reason", text(entry.stateReason()));
    }

    private Mono<Void> tie(PoolEntry entry) {
        List<Tie> ties = entry.member().ties();
        if (ties.isEmpty()) return Mono.empty();
        return database.sql(TIE)
                .bind("account", entry.member().account())
                .bind("bodies", ties.stream().map(Tie::body).toArray(UUID[]::new))
                .bind("names", ties.stream().map(Tie::name).toArray(String[]::new))
                .bind(
                        "relations",
                        ties.stream().map(tie -> tie.relation().name()).toArray(String[]::new))
                .bind(
                        "untils",
                        ties.stream()
                                .map(tie ->
                                        tie.until() == null ? "" : tie.until().toString())
                                .toArray(String[]::new))
                .then();
    }

    private Mono<Void> append(PoolEntry entry, PoolChange change) {
        return database.sql(APPEND)
                .bind("account", entry.member().account())
                .bind("by", change.by().accountId())
                .bind("byName", change.by().displayName())
                .bind("act", change.act().name())
                .bind("reason", text(change.reason()))
                .bind("before", json.writeValueAsString(change.before()))
                .bind("after", json.writeValueAsString(change.after()))
                .then();
    }

    private static Parameter department(PoolEntry entry) {
        var department = entry.member().departmentId();
        return department == null ? Parameters.in(UUID.class) : Parameters.in(department);
    }

    private static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
