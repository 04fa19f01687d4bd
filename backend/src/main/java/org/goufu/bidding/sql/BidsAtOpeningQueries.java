package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.bidding.OpenedBid.Outcome;
import org.goufu.bidding.domain.Reason;
import org.goufu.kernel.Named;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what becomes of bids at an opening. */
@Component
public class BidsAtOpeningQueries {
    private static final String BIDS = """
            select b.place, b.envelope, b.body, b.name, b.accepted_at, b.outcome, b.reason, b.article,
                   case when :prices then cast(b.price::jsonb ->> 'totalFen' as bigint) end as total_fen, %s
              from bidding.opened_bid b
             where b.lot = :lot
             order by b.place
            """.formatted(Partners.COLUMN);

    private static final String OWN = """
            select s.envelope, s.body = :body as own, b.name as bidder, ev.at, b.reason, b.outcome, b.pending,
                   exists (select from bidding.opening_word w
                            where w.lot = s.lot and w.body = s.body and w.kind = 'WHOLE') as checked,
                   exists (select from bidding.opening_word w
                            where w.lot = s.lot and w.body = s.body and w.kind = 'OBJECTION') as objected,
                   coalesce(s.body = :body and st.remedy_until > platform.now() and b.mendable and not b.pending, false)
                       as mendable
              from bidding.standing s
              join bidding.event ev on ev.envelope = s.envelope and ev.kind <> 'BID_WITHDRAWN'
              left join bidding.opened_bid b on b.envelope = s.envelope
              left join bidding.opening_stage st on st.lot = s.lot and st.opened_at is null
             where s.lot = :lot and (s.body = :body or :body = any(b.acting_for))
             order by s.body <> :body
             limit 1
            """;

    private final DatabaseClient database;

    BidsAtOpeningQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A bid as everybody sees it.
     *
     * @param consortium those who gave it together, the lead {@code bidder} first; empty of a bid that was given alone
     * @param outcome null while it is being opened
     */
    public record BidAtOpening(
            int place,
            UUID id,
            Named bidder,
            List<ConsortiumMember> consortium,
            Instant acceptedAt,
            @Nullable Outcome outcome,
            @Nullable Reason reason,
            @Nullable String article,
            @Nullable Long totalFen) {}

    /**
     * The caller's own bid, or since the opening was begun one that others gave with it: of a consortium, or of a federation with its groups.
     *
     * @param own whether the caller's body gave it, and is asked to check and to mend it
     * @param bidder who gave it; null before the opening was begun
     * @param checked whether who gave it found its seal whole
     * @param objected whether it objected
     */
    public record OwnAtOpening(
            UUID id,
            boolean own,
            @Nullable String bidder,
            Instant acceptedAt,
            boolean checked,
            boolean objected,
            boolean pending,
            @Nullable Outcome outcome,
            @Nullable Reason reason,
            boolean mendable) {}

    /** Only for an opening that has opened something; with prices only when these were. */
    public Flux<BidAtOpening> bids(UUID lot, boolean prices) {
        return database.sql(BIDS)
                .bind("lot", lot)
                .bind("prices", prices)
                .map(BidsAtOpeningQueries::bid)
                .all();
    }

    private static BidAtOpening bid(Readable row) {
        return new BidAtOpening(
                required(row, "place", Integer.class),
                required(row, "envelope", UUID.class),
                new Named(required(row, "body", UUID.class), required(row, "name", String.class)),
                Partners.of(row),
                required(row, "accepted_at", Instant.class),
                outcome(row),
                reason(row),
                row.get("article", String.class),
                row.get("total_fen", Long.class));
    }

    /** Empty when no bid in the box is the body's, or names it. */
    public Mono<OwnAtOpening> own(UUID lot, UUID body) {
        return database.sql(OWN)
                .bind("lot", lot)
                .bind("body", body)
                .map(row -> new OwnAtOpening(
                        required(row, "envelope", UUID.class),
                        required(row, "own", Boolean.class),
                        row.get("bidder", String.class),
                        required(row, "at", Instant.class),
                        required(row, "checked", Boolean.class),
                        required(row, "objected", Boolean.class),
                        Boolean.TRUE.equals(row.get("pending", Boolean.class)),
                        outcome(row),
                        reason(row),
                        required(row, "mendable", Boolean.class)))
                .one();
    }

    private static @Nullable Outcome outcome(Readable row) {
        var outcome = row.get("outcome", String.class);
        return outcome == null ? null : Outcome.valueOf(outcome);
    }

    private static @Nullable Reason reason(Readable row) {
        var reason = row.get("reason", String.class);
        return reason == null ? null : Reason.valueOf(reason);
    }
}
