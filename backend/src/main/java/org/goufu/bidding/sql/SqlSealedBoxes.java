package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import java.time.Instant;
import java.util.UUID;
import org.goufu.bidding.usecase.SealedBoxes;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What lies in sealed boxes, in PostgreSQL. */
@Component
class SqlSealedBoxes implements SealedBoxes {
    private static final String BOX = """
            select lot, purchase, deadline, sealed_at from bidding.box where lot = :lot
            """;

    private static final String LYING = """
            select s.envelope, s.body, ev.at, e.manifest
              from bidding.standing s
              join bidding.box b on b.lot = s.lot and b.state = 'SEALED'
              join bidding.envelope e on e.id = s.envelope
              join bidding.event ev on ev.envelope = s.envelope and ev.kind <> 'BID_WITHDRAWN'
             where s.lot = :lot
             order by ev.place
            """;

    private final DatabaseClient database;

    SqlSealedBoxes(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<BoxOfLot> box(UUID lot) {
        return database.sql(BOX)
                .bind("lot", lot)
                .map(row -> new BoxOfLot(
                        required(row, "lot", UUID.class),
                        required(row, "purchase", UUID.class),
                        required(row, "deadline", Instant.class),
                        row.get("sealed_at", Instant.class)))
                .one();
    }

    @Override
    public Flux<Lying> lying(UUID lot) {
        return database.sql(LYING)
                .bind("lot", lot)
                .map(row -> new Lying(
                        required(row, "envelope", UUID.class),
                        required(row, "body", UUID.class),
                        required(row, "at", Instant.class),
                        required(row, "manifest", byte[].class)))
                .all();
    }
}
