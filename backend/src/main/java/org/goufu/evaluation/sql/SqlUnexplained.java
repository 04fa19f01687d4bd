package org.goufu.evaluation.sql;

import static org.goufu.platform.database.Columns.required;

import java.time.Instant;
import java.util.UUID;
import org.goufu.evaluation.usecase.Unexplained;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds in the documents which prices nobody explained in time. */
@Component
class SqlUnexplained implements Unexplained {
    private static final String FOUND = """
            insert into evaluation.unexplained (lot, bid, asked_at)
            select e.lot, cast(inquiry ->> 'bid' as uuid), cast(inquiry ->> 'askedAt' as timestamptz)
              from evaluation.evaluation e
             cross join lateral jsonb_array_elements(e.document -> 'inquiries') as inquiry
             where e.phase = 'PRICING' and inquiry ->> 'explanation' is null and inquiry ->> 'accepted' is null
               and cast(inquiry ->> 'answerBy' as timestamptz) <= platform.now()
            on conflict do nothing
            returning lot, bid, asked_at
            """;

    private final DatabaseClient database;

    SqlUnexplained(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Price> found() {
        return database.sql(FOUND)
                .map(row -> new Price(
                        required(row, "lot", UUID.class),
                        required(row, "bid", UUID.class),
                        required(row, "asked_at", Instant.class)))
                .all();
    }
}
