package org.goufu.organization.sql;

import java.util.UUID;
import org.goufu.organization.JoinedBodies;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds what became of entries that left the registry. */
@Component
class SqlJoinedBodies implements JoinedBodies {
    private static final String NOW_UNDER = """
            select joined_to from organization.joined_body where id = :id
            """;

    private final DatabaseClient database;

    SqlJoinedBodies(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<UUID> nowUnder(UUID id) {
        return database.sql(NOW_UNDER).bind("id", id).mapValue(UUID.class).one();
    }
}
