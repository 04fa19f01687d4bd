package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a bidder's own bids, and nobody else's. */
@Component
public class BidQueries {
    private static final UUID LAST = new UUID(-1, -1);

    private static final String MINE = """
            with mine as (
                select e.id, e.lot, encode(e.digest, 'hex') as digest,
                       (select ev.at from bidding.event ev
                         where ev.envelope = e.id and ev.kind <> 'BID_WITHDRAWN') as accepted_at,
                       (select ev.replaced from bidding.event ev
                         where ev.envelope = e.id and ev.kind = 'BID_REPLACED') as replaces,
                       (select ev.at from bidding.event ev
                         where ev.envelope = e.id and ev.kind = 'BID_WITHDRAWN') as withdrawn_at,
                       (select ev.at from bidding.event ev where ev.replaced = e.id) as replaced_at
                  from bidding.envelope e
                 where e.body = :body
                   and (cast(:envelope as uuid) is null or e.id = :envelope)
                   and (cast(:lot as uuid) is null or e.lot = :lot)
                   and e.id < :before
                 order by e.id desc
                 limit :rows)
            select mine.*, b.purchase, b.notice, b.title, b.deadline, b.sealed_at,
                   b.state = 'OPEN' and b.deadline > platform.now()
                       and not exists (select from bidding.lot_over o where o.lot = b.lot) as open,
                   b.keyset is not null and exists (select from bidding.to_reseal a
                                                     where a.envelope = mine.id and a.keyset <> b.keyset) as former_holders,
                   (select count(*) from bidding.envelope e where e.body = :body) as total
              from mine
              join bidding.box b on b.lot = mine.lot
             order by mine.id desc
            """;

    private final DatabaseClient database;

    BidQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A bid as its bidder sees it.
     *
     * @param digest SHA-256 of the manifest, as the receipt has it, in hexadecimal digits
     * @param open whether it could still be replaced or withdrawn at the moment of the read
     * @param formerHolders whether the lot's holders were replaced since it was sealed
     */
    public record BidRow(
            UUID id,
            UUID lot,
            UUID purchase,
            UUID notice,
            String title,
            String digest,
            Instant acceptedAt,
            @Nullable UUID replaces,
            @Nullable Instant replacedAt,
            @Nullable Instant withdrawnAt,
            Instant deadline,
            @Nullable Instant sealedAt,
            boolean open,
            boolean formerHolders,
            long total) {}

    /** The newest first, after the given one; of one lot when it is named. */
    public Flux<BidRow> mine(UUID body, @Nullable UUID lot, @Nullable UUID after, int rows) {
        return read(body, lot, null, after, rows);
    }

    /** Empty when the body gave no such envelope. */
    public Mono<BidRow> one(UUID body, UUID envelope) {
        return read(body, null, envelope, null, 1).next();
    }

    private Flux<BidRow> read(UUID body, @Nullable UUID lot, @Nullable UUID envelope, @Nullable UUID after, int rows) {
        var statement = database.sql(MINE)
                .bind("body", body)
                .bind("before", after == null ? LAST : after)
                .bind("rows", rows);
        statement = lot == null ? statement.bindNull("lot", UUID.class) : statement.bind("lot", lot);
        statement =
                envelope == null ? statement.bindNull("envelope", UUID.class) : statement.bind("envelope", envelope);
        return statement.map(BidQueries::bid).all();
    }

    private static BidRow bid(Readable row) {
        return new BidRow(
                required(row, "id", UUID.class),
                required(row, "lot", UUID.class),
                required(row, "purchase", UUID.class),
                required(row, "notice", UUID.class),
                required(row, "title", String.class),
                required(row, "digest", String.class),
                required(row, "accepted_at", Instant.class),
                row.get("replaces", UUID.class),
                row.get("replaced_at", Instant.class),
                row.get("withdrawn_at", Instant.class),
                required(row, "deadline", Instant.class),
                row.get("sealed_at", Instant.class),
                required(row, "open", Boolean.class),
                required(row, "former_holders", Boolean.class),
                required(row, "total", Long.class));
    }
}
