package org.goufu.evaluation.sql;

import static org.goufu.evaluation.sql.Rows.required;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.evaluation.domain.PoolMember.Tie;
import org.goufu.evaluation.usecase.Pool;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The pool in PostgreSQL. */
@Component
class SqlPool implements Pool {
    private static final String EXPERTS = """
            select p.*, ties.bodies, ties.untils
              from evaluation.pool p
             cross join lateral (select coalesce(array_agg(t.body order by t.body), '{}') as bodies,
                                        coalesce(array_agg(t.until order by t.body), '{}') as untils
                                   from evaluation.pool_tie t where t.account_id = p.account_id) as ties
             where p.kind = 'EXPERT' and p.active
             order by p.account_id
            """;
    private static final String REPRESENTATIVES = """
            select p.*, ties.bodies, ties.untils
              from evaluation.pool p
             cross join lateral (select coalesce(array_agg(t.body order by t.body), '{}') as bodies,
                                        coalesce(array_agg(t.until order by t.body), '{}') as untils
                                   from evaluation.pool_tie t where t.account_id = p.account_id) as ties
             where p.active and (p.kind = 'RESIDENT' or p.kind = 'INTERNAL' and p.department_id = :department)
             order by p.kind, p.name
            """;
    private static final String FIND = """
            select p.*, ties.bodies, ties.untils
              from evaluation.pool p
             cross join lateral (select coalesce(array_agg(t.body order by t.body), '{}') as bodies,
                                        coalesce(array_agg(t.until order by t.body), '{}') as untils
                                   from evaluation.pool_tie t where t.account_id = p.account_id) as ties
             where p.account_id = any(:accounts)
            """;

    private final DatabaseClient database;

    SqlPool(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<PoolMember> experts() {
        return database.sql(EXPERTS).map(SqlPool::member).all();
    }

    @Override
    public Flux<PoolMember> representatives(UUID department) {
        return database.sql(REPRESENTATIVES)
                .bind("department", department)
                .map(SqlPool::member)
                .all();
    }

    @Override
    public Flux<PoolMember> find(Collection<UUID> accounts) {
        return database.sql(FIND)
                .bind("accounts", accounts.toArray(UUID[]::new))
                .map(SqlPool::member)
                .all();
    }

    private static PoolMember member(Readable row) {
        return new PoolMember(
                required(row, "account_id", UUID.class),
                required(row, "name", String.class),
                PoolMember.Kind.valueOf(required(row, "kind", String.class)),
                row.get("department_id", UUID.class),
                required(row, "employer", String.class),
                required(row, "title", String.class),
                List.of(required(row, "fields", String[].class)),
                required(row, "region_code", String.class),
                ties(required(row, "bodies", UUID[].class), required(row, "untils", LocalDate[].class)));
    }

    private static List<Tie> ties(UUID[] bodies, @Nullable LocalDate[] untils) {
        var ties = new ArrayList<Tie>();
        for (int i = 0; i < bodies.length; i++) {
            ties.add(new Tie(Objects.requireNonNull(bodies[i]), untils[i]));
        }
        return ties;
    }
}
