package org.goufu.bidding.sql;

import java.util.UUID;
import org.goufu.bidding.PriceStage;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says in the opening's row that prices may be opened. */
@Component
class SqlPriceStage implements PriceStage {
    private static final String ALLOW = """
            update bidding.opening
               set state = 'PRICES_ALLOWED', version = version + 1
             where lot = :lot and state = 'TECHNICAL_OPENED'
            """;

    private final DatabaseClient database;

    SqlPriceStage(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> allowPrices(UUID lot) {
        return database.sql(ALLOW).bind("lot", lot).then();
    }
}
