package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.BidMarks;
import org.goufu.bidding.OpenedBid.Outcome;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.usecase.OpenedParts;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What came out of envelopes, in PostgreSQL. */
@Component
class SqlOpenedParts implements OpenedParts {
    private static final String FIND = """
            select o.lot, o.purchase, o.notice, s.stage, s.opened_at
              from bidding.opening o
              join bidding.opening_stage s on s.lot = o.lot and s.opened_at is not null
             where o.lot = :lot
             order by s.opened_at desc
             limit 1
            """;

    private static final String BIDS = """
            select b.envelope, b.body, b.name, b.body_kind, b.accepted_at, b.outcome, b.reason, b.acting_for, b.technical,
                   case when :prices then b.price end as price, %s
              from bidding.opened_bid b
             where b.lot = :lot and b.outcome is not null and (cast(:only as uuid) is null or b.envelope = :only)
             order by b.place
            """.formatted(Partners.COLUMN);

    private static final String MARKS = """
            select b.envelope, k.holder, encode(o.mark, 'hex') as origin,
                   coalesce(d.segments, '{}') as segments, coalesce(d.digests, '{}') as digests
              from bidding.opened_bid b
              left join bidding.event e on e.envelope = b.envelope and e.kind <> 'BID_WITHDRAWN'
              left join bidding.signing_key k on k.id = e.key
              left join bidding.origin o on o.lot = b.lot and o.body = b.body
              left join lateral (select array_agg(a.segment order by a.segment) as segments,
                                        array_agg(encode(a.digest, 'hex') order by a.segment) as digests
                                   from bidding.opened_key a
                                  where a.envelope = b.envelope and a.digest is not null and a.segment like 'att-%') d on true
             where b.lot = :lot and b.outcome is not null
               and exists (select from bidding.opening_stage s where s.lot = b.lot and s.opened_at is not null)
             order by b.place
            """;

    private static final String LOT_OF = """
            select lot from bidding.opened_bid where envelope = :envelope
            """;

    private static final String UNLOCKED = """
            select e.manifest, k.wrapped
              from bidding.opened_key k
              join bidding.opened_bid b on b.envelope = k.envelope
              join bidding.envelope e on e.id = k.envelope
             where k.envelope = :envelope and k.segment = :segment
               and exists (select from bidding.opening_stage s
                            where s.lot = b.lot and s.opened_at is not null and (s.stage = 'ALL' or k.segment not in ('price', 'allocation')))
            """;

    private static final String CHUNK = """
            select content from bidding.chunk where envelope = :envelope and digest = decode(:digest, 'hex')
            """;

    private final DatabaseClient database;

    SqlOpenedParts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<OpenedBox> find(UUID lot) {
        return found(lot, Parameters.in(UUID.class));
    }

    @Override
    public Mono<OpenedBox> find(UUID lot, UUID envelope) {
        return found(lot, Parameters.in(envelope));
    }

    private Mono<OpenedBox> found(UUID lot, Parameter only) {
        return database.sql(FIND)
                .bind("lot", lot)
                .map(row -> new OpenedBox(
                        required(row, "lot", UUID.class),
                        required(row, "purchase", UUID.class),
                        required(row, "notice", UUID.class),
                        Stage.valueOf(required(row, "stage", String.class)),
                        required(row, "opened_at", Instant.class),
                        List.of()))
                .one()
                .flatMap(box -> withBids(box, only));
    }

    private Mono<OpenedBox> withBids(OpenedBox box, Parameter only) {
        return database.sql(BIDS)
                .bind("lot", box.lot())
                .bind("only", only)
                .bind("prices", box.stage() == Stage.ALL)
                .map(SqlOpenedParts::bid)
                .all()
                .collectList()
                .map(bids -> new OpenedBox(box.lot(), box.purchase(), box.notice(), box.stage(), box.openedAt(), bids));
    }

    private static Kept bid(Readable row) {
        return new Kept(
                required(row, "envelope", UUID.class),
                new Named(required(row, "body", UUID.class), required(row, "name", String.class)),
                BodyKind.valueOf(required(row, "body_kind", String.class)),
                required(row, "accepted_at", Instant.class),
                Outcome.valueOf(required(row, "outcome", String.class)),
                row.get("reason", String.class),
                row.get("price", String.class),
                row.get("technical", byte[].class),
                List.of(required(row, "acting_for", UUID[].class)),
                Partners.of(row));
    }

    @Override
    public Flux<BidMarks> marks(UUID lot) {
        return database.sql(MARKS).bind("lot", lot).map(SqlOpenedParts::marked).all();
    }

    private static BidMarks marked(Readable row) {
        var segments = required(row, "segments", String[].class);
        var digests = required(row, "digests", String[].class);
        var bySegment = new HashMap<String, String>();
        for (int i = 0; i < segments.length; i++) bySegment.put(segments[i], digests[i]);
        return new BidMarks(
                required(row, "envelope", UUID.class),
                row.get("holder", String.class),
                row.get("origin", String.class),
                bySegment);
    }

    @Override
    public Mono<UUID> lotOf(UUID envelope) {
        return database.sql(LOT_OF)
                .bind("envelope", envelope)
                .mapValue(UUID.class)
                .one();
    }

    @Override
    public Mono<Unlocked> unlocked(UUID envelope, String segment) {
        return database.sql(UNLOCKED)
                .bind("envelope", envelope)
                .bind("segment", segment)
                .map(row ->
                        new Unlocked(required(row, "manifest", byte[].class), required(row, "wrapped", byte[].class)))
                .one();
    }

    @Override
    public Mono<byte[]> chunk(UUID envelope, String digest) {
        return database.sql(CHUNK)
                .bind("envelope", envelope)
                .bind("digest", digest)
                .mapValue(byte[].class)
                .one();
    }
}
