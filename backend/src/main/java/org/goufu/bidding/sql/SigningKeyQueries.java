package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads the keys by which a body signs. */
@Component
public class SigningKeyQueries {
    // A key that signed and stands nowhere is among them: that is what a body looks for.
    private static final String EVER = """
            with bids as (
                select ev.key, count(*) as signed
                  from bidding.envelope e
                  join bidding.event ev on ev.envelope = e.id
                 where e.body = :body and ev.kind <> 'BID_WITHDRAWN'
                 group by ev.key),
            agreements as (
                select key, count(*) as signed
                  from bidding.consortium_answer
                 where body = :body and answer = 'SIGNED'
                 group by key),
            kept as (
                select id, holder, account, encode(sha256(point), 'hex') as fingerprint, enrolled_at, revoked_at
                  from bidding.signing_key
                 where body = :body)
            select coalesce(kept.id, bids.key) as id, kept.holder, kept.account, kept.fingerprint, kept.enrolled_at, kept.revoked_at,
                   coalesce(bids.signed, 0) as bids, coalesce(agreements.signed, 0) as agreements
              from kept
              full join bids on bids.key = kept.id
              left join agreements on agreements.key = kept.id
            """;

    private static final String NOW = """
            select id from bidding.signing_key where body = :body and revoked_at is null order by id desc
            """;

    private final DatabaseClient database;

    SigningKeyQueries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A key by which the body signs; of one that is not kept here only what it signed.
     *
     * @param fingerprint SHA-256 of its public half, in hexadecimal digits
     * @param bids how many it signed, replaced and withdrawn ones among them
     * @param agreements how many of consortia it signed
     */
    public record KeyRow(
            UUID id,
            @Nullable String holder,
            @Nullable UUID account,
            @Nullable String fingerprint,
            @Nullable Instant enrolledAt,
            @Nullable Instant revokedAt,
            long bids,
            long agreements) {}

    /** Those that sign now, the newest first. */
    public Flux<UUID> now(UUID body) {
        return database.sql(NOW).bind("body", body).mapValue(UUID.class).all();
    }

    /** All that ever did, in any order. */
    public Flux<KeyRow> ever(UUID body) {
        return database.sql(EVER).bind("body", body).map(SigningKeyQueries::key).all();
    }

    private static KeyRow key(Readable row) {
        return new KeyRow(
                required(row, "id", UUID.class),
                row.get("holder", String.class),
                row.get("account", UUID.class),
                row.get("fingerprint", String.class),
                row.get("enrolled_at", Instant.class),
                row.get("revoked_at", Instant.class),
                required(row, "bids", Long.class),
                required(row, "agreements", Long.class));
    }
}
