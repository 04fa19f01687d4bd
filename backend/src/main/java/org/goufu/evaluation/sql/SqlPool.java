package org.goufu.evaluation.sql;

import java.util.Collection;
import java.util.UUID;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.evaluation.usecase.Pool;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The pool in PostgreSQL. */
@Component
class SqlPool implements Pool {
    private static final String EXPERTS = """
            select * from evaluation.pool_entry where kind = 'EXPERT' and state = 'ACTIVE' order by account_id
            """;
    private static final String REPRESENTATIVES = """
            select *
              from evaluation.pool_entry
             where state = 'ACTIVE' and (kind = 'RESIDENT' or kind = 'INTERNAL' and department_id = :department)
             order by kind, name
            """;
    private static final String FIND = """
            select * from evaluation.pool_entry where account_id = any(:accounts)
            """;

    private final DatabaseClient database;

    SqlPool(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<PoolMember> experts() {
        return database.sql(EXPERTS).map(PoolRows::member).all();
    }

    @Override
    public Flux<PoolMember> representatives(UUID department) {
        return database.sql(REPRESENTATIVES)
                .bind("department", department)
                .map(PoolRows::member)
                .all();
    }

    @Override
    public Flux<PoolMember> find(Collection<UUID> accounts) {
        return database.sql(FIND)
                .bind("accounts", accounts.toArray(UUID[]::new))
                .map(PoolRows::member)
                .all();
    }
}
