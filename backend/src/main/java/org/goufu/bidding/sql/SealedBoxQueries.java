package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a sealed box as those see it whose bid lies in it. */
@Component
public class SealedBoxQueries {
    private static final String SEED = """
            select encode(c.seed, 'hex') as seed
              from bidding.chain c
              join bidding.opening o on o.lot = c.lot
              join bidding.standing s on s.lot = c.lot and s.body = :body
             where c.lot = :lot
            """;

    private static final String CHAIN = """
            select ev.kind, ev.envelope, encode(ev.link, 'hex') as link, e.body = :body as mine,
                   to_char(ev.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, encode(e.digest, 'hex') as manifest
              from bidding.event ev
              join bidding.envelope e on e.id = ev.envelope
             where ev.lot = :lot
             order by ev.place
            """;

    private static final String MANIFEST = """
            select manifest from bidding.envelope where id = :envelope and body = :body
            """;

    private final DatabaseClient database;

    SealedBoxQueries(DatabaseClient database) {
        this.database = database;
    }

    /** @param at as it was hashed */
    public record ChainRow(String kind, UUID envelope, String at, String manifest, String link, boolean mine) {}

    /** With which the chain of the box begins; empty before the opening, and for a body that has no bid in it. */
    public Mono<String> seed(UUID lot, UUID body) {
        return database.sql(SEED)
                .bind("lot", lot)
                .bind("body", body)
                .mapValue(String.class)
                .one();
    }

    /** Everything that happened in the box, in its order. */
    public Flux<ChainRow> chain(UUID lot, UUID body) {
        return database.sql(CHAIN)
                .bind("lot", lot)
                .bind("body", body)
                .map(row -> new ChainRow(
                        required(row, "kind", String.class),
                        required(row, "envelope", UUID.class),
                        required(row, "at", String.class),
                        required(row, "manifest", String.class),
                        required(row, "link", String.class),
                        required(row, "mine", Boolean.class)))
                .all();
    }

    /** What the body gave; empty for another's. */
    public Mono<byte[]> manifest(UUID envelope, UUID body) {
        return database.sql(MANIFEST)
                .bind("envelope", envelope)
                .bind("body", body)
                .mapValue(byte[].class)
                .one();
    }
}
