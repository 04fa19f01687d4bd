package org.goufu.platform.database;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * For work that is done again and again in one way, with every row found by its key: PostgreSQL then keeps the plans of its statements,
 * where it would make some of them anew for each execution, at ten times what the execution costs. Not for statements whose best plan
 * depends on what is bound to them.
 */
@Component
public class KeptPlans {
    private final DatabaseClient database;

    KeptPlans(DatabaseClient database) {
        this.database = database;
    }

    /** Until the transaction ends in which it is asked for. */
    public Mono<Void> keep() {
        return database.sql("set local plan_cache_mode = force_generic_plan").then();
    }
}
