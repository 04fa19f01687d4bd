package org.goufu.platform.database;

import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Tells which of some ids a statement finds. */
public final class Among {
    private Among() {}

    /**
     * In any order.
     *
     * @param statement takes {@code :ids} and selects ids, each once
     */
    public static Flux<UUID> of(DatabaseClient database, String statement, Collection<UUID> ids) {
        return database.sql(statement)
                .bind("ids", ids.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all();
    }
}
