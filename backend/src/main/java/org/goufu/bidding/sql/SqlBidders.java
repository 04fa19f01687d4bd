package org.goufu.bidding.sql;

import java.util.Collection;
import java.util.UUID;
import org.goufu.bidding.Bidders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads who has a bid in a box. */
@Component
class SqlBidders implements Bidders {
    private static final String IN = """
            select distinct body from bidding.standing where lot = any(:lots)
            """;

    private final DatabaseClient database;

    SqlBidders(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<UUID> in(Collection<UUID> lots) {
        return database.sql(IN)
                .bind("lots", lots.toArray(UUID[]::new))
                .mapValue(UUID.class)
                .all();
    }
}
