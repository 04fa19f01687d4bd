package org.goufu.notification.sql;

import java.util.Collection;
import java.util.UUID;
import org.goufu.organization.BodyUse;
import org.goufu.platform.database.Among;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds who was told of something: that stands on record (product.md 9). */
@Component
class SqlToldUse implements BodyUse {
    private static final String OF = """
            select distinct recipient_id from notification.inbox where recipient_id = any(:ids)
            """;

    private final DatabaseClient database;

    SqlToldUse(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Used> of(Collection<UUID> bodyIds) {
        return Among.of(database, OF, bodyIds).map(id -> new Used(id, What.TOLD));
    }
}
