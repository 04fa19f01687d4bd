package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.column;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.usecase.Origins;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Marks of addresses in PostgreSQL. */
@Component
class SqlOrigins implements Origins {
    private static final String KEEP = """
            insert into bidding.origin (lot, body, mark)
            select lot, body, decode(mark, 'hex') from unnest(:lots, :bodies, :marks) as given (lot, body, mark)
            on conflict (lot, body) do update set mark = excluded.mark
            """;

    private final DatabaseClient database;

    SqlOrigins(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keep(List<Origin> origins) {
        return database.sql(KEEP)
                .bind("lots", column(origins, Origin::lot, UUID[]::new))
                .bind("bodies", column(origins, Origin::body, UUID[]::new))
                .bind("marks", column(origins, origin -> HexFormat.of().formatHex(origin.mark()), String[]::new))
                .then();
    }
}
