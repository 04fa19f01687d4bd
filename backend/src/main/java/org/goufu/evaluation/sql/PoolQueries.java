package org.goufu.evaluation.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.evaluation.domain.PoolAct;
import org.goufu.evaluation.domain.PoolEntry;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.evaluation.domain.PoolProblem;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the pool: each keeper sees those whom he or she keeps, everybody in it sees himself or herself. */
@Component
public class PoolQueries {
    private static final TypeReference<Map<String, @Nullable Object>> ITEMS = new TypeReference<>() {};

    /** Keys are texts, so that one cursor serves every order: what changed last comes first by counting backwards. */
    private static final String LIST = """
            with kept as (
                select p.*,
                       case :sort when 'NUMBER' then p.number
                                  when 'CHANGED' then lpad(cast(4102444800000000
                                       - cast(extract(epoch from p.changed_at) * 1000000 as bigint) as text), 20, '0')
                                  else p.name end as key
                  from evaluation.pool p
                 where (:experts and p.kind = 'EXPERT' and p.region_code like :region || '%'
                        or p.department_id = cast(:department as uuid))
                   and (:words = '' or strpos(p.name, :words) > 0 or strpos(p.employer, :words) > 0
                        or p.number = lower(:words) or p.phone = :words)
                   and (cast(:state as text) is null or p.state = :state)
                   and (cast(:category as text) is null
                        or exists (select from unnest(p.fields) as field
                                    where field like :category || '%' or :category like field || '%')))
            select kept.*, (select count(*) from (select from kept limit 10001) as counted) as total
              from kept
             where (key, account_id) > (:afterKey, :afterId)
             order by key, account_id
             limit :rows
            """;

    private static final String ONE = """
            select * from evaluation.pool_entry where account_id = :account
            """;
    private static final String HISTORY = """
            select version, at, by_name, act, reason, cast(before as text) as before, cast(after as text) as after,
                   (select count(*) from evaluation.pool_change whole where whole.account_id = :account) as total
              from evaluation.pool_change
             where account_id = :account and version < :before
             order by version desc
             limit :rows
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    PoolQueries(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** In which order. */
    public enum Sort {
        NAME,
        NUMBER,
        CHANGED
    }

    /** An empty text, no state and no category mean all. */
    public record Question(
            String words,
            PoolEntry.@Nullable State state,
            @Nullable String category,
            Sort sort) {}

    /** @param key what the list is sorted by */
    public record Row(
            UUID id,
            String number,
            PoolMember.Kind kind,
            String name,
            String employer,
            String title,
            List<String> fields,
            String regionCode,
            PoolEntry.State state,
            Instant changedAt,
            String key,
            long total) {}

    /** An act, each item with what stood there and what stands there since. */
    public record Deed(
            long version,
            Instant at,
            String byName,
            PoolAct act,
            @Nullable String reason,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            long total) {}

    /** Those whom the caller keeps. */
    public Flux<Row> kept(Actor actor, Question ask, String afterKey, UUID afterId, int rows) {
        return database.sql(LIST)
                .bind("experts", PoolEntry.keepsExperts(actor))
                .bind("region", actor.supervised().map(RegionCode::value).orElse(""))
                .bind("department", department(actor))
                .bind("words", ask.words())
                .bind("state", text(ask.state() == null ? null : ask.state().name()))
                .bind("category", text(ask.category()))
                .bind("sort", ask.sort().name())
                .bind("afterKey", afterKey)
                .bind("afterId", afterId)
                .bind("rows", rows)
                .map(PoolQueries::row)
                .all();
    }

    /** Fails with {@code pool/not-found} for somebody whom others keep. */
    public Mono<PoolEntry> kept(Actor actor, UUID account) {
        return one(account).map(entry -> entry.keptBy(actor));
    }

    /** The caller's own; fails with {@code pool/not-found} for who is not in the pool. */
    public Mono<PoolEntry> own(Actor actor) {
        return one(actor.accountId());
    }

    /** The last act first, below the given version. */
    public Flux<Deed> history(UUID account, long before, int rows) {
        return database.sql(HISTORY)
                .bind("account", account)
                .bind("before", before)
                .bind("rows", rows)
                .map(this::deed)
                .all();
    }

    private Mono<PoolEntry> one(UUID account) {
        return database.sql(ONE)
                .bind("account", account)
                .map(PoolRows::entry)
                .one()
                .switchIfEmpty(Mono.error(PoolProblem.NOT_FOUND::raise));
    }

    private static Row row(Readable row) {
        return new Row(
                required(row, "account_id", UUID.class),
                required(row, "number", String.class),
                PoolMember.Kind.valueOf(required(row, "kind", String.class)),
                required(row, "name", String.class),
                required(row, "employer", String.class),
                required(row, "title", String.class),
                List.of(required(row, "fields", String[].class)),
                required(row, "region_code", String.class),
                PoolEntry.State.valueOf(required(row, "state", String.class)),
                required(row, "changed_at", Instant.class),
                required(row, "key", String.class),
                required(row, "total", Long.class));
    }

    private Deed deed(Readable row) {
        return new Deed(
                required(row, "version", Long.class),
                required(row, "at", Instant.class),
                required(row, "by_name", String.class),
                PoolAct.valueOf(required(row, "act", String.class)),
                row.get("reason", String.class),
                json.readValue(required(row, "before", String.class), ITEMS),
                json.readValue(required(row, "after", String.class), ITEMS),
                required(row, "total", Long.class));
    }

    private static Parameter department(Actor actor) {
        var department = actor.departmentId();
        return department == null ? Parameters.in(UUID.class) : Parameters.in(department);
    }

    private static Parameter text(@Nullable String value) {
        return Parameters.in(R2dbcType.VARCHAR, value);
    }
}
