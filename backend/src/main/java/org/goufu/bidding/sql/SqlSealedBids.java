package org.goufu.bidding.sql;

import java.util.UUID;
import org.goufu.bidding.usecase.SealedBids;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the boxes themselves. */
@Component
class SqlSealedBids implements SealedBids {
    private static final String DUE = """
            select exists (
                select from bidding.box b
                  join bidding.standing s on s.lot = b.lot
                 where b.lot = :lot and b.state = 'SEALED' and b.deadline <= platform.now() and s.envelope = :envelope)
            """;

    private final DatabaseClient database;

    SqlSealedBids(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> isToBeOpened(UUID lot, UUID envelope) {
        return database.sql(DUE)
                .bind("lot", lot)
                .bind("envelope", envelope)
                .mapValue(Boolean.class)
                .one();
    }
}
