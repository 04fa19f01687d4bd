package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.column;
import static org.goufu.bidding.sql.Rows.orNull;
import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Reason;
import org.goufu.bidding.usecase.BidsAtOpening;
import org.goufu.kernel.Named;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bids of an opening in PostgreSQL. */
@Component
class SqlBidsAtOpening implements BidsAtOpening {
    private static final String PENDING = """
            select envelope from bidding.opened_bid where lot = :lot and pending order by place
            """;

    private static final String SEALED = """
            select e.id, e.manifest, encode(k.digest, 'hex') as keyset
              from bidding.envelope e
              join bidding.opened_bid b on b.envelope = e.id
              join bidding.keyset k on k.lot_id = b.lot and k.digest = b.keyset
             where e.id = :envelope
            """;

    private static final String SHARES = """
            select segment, kid, wrapped from bidding.opening_share where envelope = :envelope and wrapped is not null
            """;

    private static final String KEYS = """
            select segment, wrapped from bidding.opened_key where envelope = :envelope
            """;

    private static final String CAME = """
            update bidding.opened_bid
               set pending = false, outcome = :outcome, fault = :fault, reason = :reason, article = :article,
                   price = coalesce(:price, price), technical = coalesce(cast(:technical as bytea), technical)
             where envelope = :envelope and pending
            """;

    private static final String ADD_KEYS = """
            insert into bidding.opened_key (envelope, segment, wrapped, digest)
            select :envelope, segment, decode(wrapped, 'hex'), decode(nullif(digest, ''), 'hex')
              from unnest(:segments, :wrapped, :digests) as given (segment, wrapped, digest)
            on conflict (envelope, segment) do update set digest = coalesce(excluded.digest, opened_key.digest)
            """;

    // Behind absent holders there may stand a damaged ciphertext: it shows only when the bidder has given its keys.
    private static final String GIVE_TIME = """
            with failed as (
                select envelope, body, reason
                  from bidding.opened_bid
                 where lot = :lot and not pending and mendable and asked is distinct from reason),
            given as (
                update bidding.opening_stage s
                   set remedy_until = platform.now() + make_interval(secs => :seconds)
                 where s.lot = :lot and s.opened_at is null and exists (select from failed)
                returning s.remedy_until),
            asked as (
                update bidding.opened_bid b
                   set asked = failed.reason
                  from failed
                 where b.envelope = failed.envelope)
            select failed.envelope, failed.body, failed.reason, given.remedy_until
              from failed, given
            """;

    private static final String WAITED_FOR = """
            select exists (
                select from bidding.opened_bid b
                  join bidding.opening_stage s on s.lot = b.lot and s.opened_at is null
                 where b.lot = :lot
                   and (b.pending or b.mendable and s.remedy_until > platform.now()))
            """;

    private static final String RECORDED = """
            select b.place, b.envelope, b.body, b.name, b.acting_for, b.accepted_at, encode(e.digest, 'hex') as digest,
                   b.reason, b.price, k.wrapped, %s
              from bidding.opened_bid b
              join bidding.envelope e on e.id = b.envelope
              left join bidding.opened_key k on k.envelope = b.envelope and k.segment = 'price'
             where b.lot = :lot
             order by b.place
            """.formatted(Partners.COLUMN);

    private static final String SEED = """
            select seed from bidding.chain where lot = :lot
            """;

    private static final String SUBJECTS = """
            select distinct envelope from bidding.event where lot = :lot
            """;

    private static final String SIGNERS = """
            select key
              from (select key, place from bidding.event where lot = :lot
                    union all
                    select a.key, b.place
                      from bidding.opened_bid b
                      join bidding.consortium_answer a on a.hash = b.agreement and a.answer = 'SIGNED' and a.ended_at is null
                     where b.lot = :lot) signed
             group by key
             order by min(place), key
            """;

    private static final String INVALID = """
            update bidding.opened_bid
               set outcome = 'INVALID', reason = :reason, article = :article
             where envelope = any(:envelopes) and outcome = 'OPENED'
            """;

    private static final String OWN = """
            select e.lot, e.manifest, b.reason,
                   coalesce(b.mendable and s.remedy_until > platform.now(), false) as open
              from bidding.envelope e
              left join bidding.opened_bid b on b.envelope = e.id and not b.pending
              left join bidding.opening_stage s on s.lot = e.lot and s.opened_at is null
             where e.id = :envelope and e.body = :body
               for update of e
            """;

    private static final String AGAIN = """
            update bidding.opened_bid
               set pending = true, outcome = null, fault = null, reason = null, article = null
             where envelope = :envelope
            """;

    private static final String KEEP_UPLOAD = """
            insert into bidding.upload (envelope, lot, body) values (:envelope, :lot, :body) on conflict (envelope) do nothing
            """;

    private static final String REPLACE = """
            insert into bidding.chunk (envelope, digest, content)
            values (:envelope, decode(:digest, 'hex'), :content)
            on conflict (envelope, digest) do update set content = excluded.content
            """;

    private final DatabaseClient database;

    SqlBidsAtOpening(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<UUID> pending(UUID lot) {
        return database.sql(PENDING).bind("lot", lot).mapValue(UUID.class).all();
    }

    @Override
    public Mono<Sealed> sealed(UUID envelope) {
        var shares = database.sql(SHARES)
                .bind("envelope", envelope)
                .map(row -> new WrappedShare(
                        required(row, "segment", String.class),
                        required(row, "kid", String.class),
                        required(row, "wrapped", byte[].class)))
                .all()
                .collectList();
        var keys = database.sql(KEYS)
                .bind("envelope", envelope)
                .map(row -> Map.entry(required(row, "segment", String.class), required(row, "wrapped", byte[].class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        return Mono.zip(shares, keys)
                .flatMap(both -> database.sql(SEALED)
                        .bind("envelope", envelope)
                        .map(row -> new Sealed(
                                required(row, "id", UUID.class),
                                required(row, "manifest", byte[].class),
                                required(row, "keyset", String.class),
                                both.getT1(),
                                both.getT2()))
                        .one());
    }

    @Override
    public Mono<Void> came(UUID envelope, Came came) {
        var reason = came.reason();
        return database.sql(CAME)
                .bind("envelope", envelope)
                .bind("outcome", reason == null ? "OPENED" : reason.outcome().name())
                .bind("fault", orNull(fault(reason), String.class))
                .bind("reason", orNull(reason == null ? null : reason.name(), String.class))
                .bind("article", orNull(reason == null ? null : reason.article(), String.class))
                .bind("price", orNull(came.price(), String.class))
                .bind("technical", bytes(came.technical()))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .flatMap(rows -> add(envelope, came.keys(), came.digests()));
    }

    private static @Nullable String fault(@Nullable Reason reason) {
        return reason == null || reason.fault() == null ? null : reason.fault().name();
    }

    private static Parameter bytes(byte @Nullable [] bytes) {
        return bytes == null ? Parameters.in(ByteBuffer.class) : Parameters.in(ByteBuffer.wrap(bytes));
    }

    /** A bid that is opened again has its keys already; what is in it is found now. */
    private Mono<Void> add(UUID envelope, Map<String, byte[]> keys, Map<String, byte[]> digests) {
        var entries = List.copyOf(keys.entrySet());
        return database.sql(ADD_KEYS)
                .bind("envelope", envelope)
                .bind("segments", column(entries, Map.Entry::getKey, String[]::new))
                .bind("wrapped", column(entries, key -> HexFormat.of().formatHex(key.getValue()), String[]::new))
                .bind("digests", column(entries, key -> hex(digests.get(key.getKey())), String[]::new))
                .then();
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "" : HexFormat.of().formatHex(bytes);
    }

    @Override
    public Flux<ToMend> giveTime(UUID lot, Duration time) {
        return database.sql(GIVE_TIME)
                .bind("lot", lot)
                .bind("seconds", (double) time.toSeconds())
                .map(row -> new ToMend(
                        required(row, "envelope", UUID.class),
                        required(row, "body", UUID.class),
                        Reason.valueOf(required(row, "reason", String.class)),
                        required(row, "remedy_until", Instant.class)))
                .all();
    }

    @Override
    public Mono<Boolean> isWaitedFor(UUID lot) {
        return database.sql(WAITED_FOR).bind("lot", lot).mapValue(Boolean.class).one();
    }

    @Override
    public Flux<Recorded> recorded(UUID lot) {
        return database.sql(RECORDED)
                .bind("lot", lot)
                .map(SqlBidsAtOpening::bid)
                .all();
    }

    private static Recorded bid(Readable row) {
        var reason = row.get("reason", String.class);
        return new Recorded(
                required(row, "place", Integer.class),
                required(row, "envelope", UUID.class),
                new Named(required(row, "body", UUID.class), required(row, "name", String.class)),
                List.of(required(row, "acting_for", UUID[].class)),
                Partners.of(row),
                required(row, "accepted_at", Instant.class),
                required(row, "digest", String.class),
                reason == null ? null : Reason.valueOf(reason),
                row.get("price", String.class),
                row.get("wrapped", byte[].class));
    }

    @Override
    public Mono<byte[]> seed(UUID lot) {
        return database.sql(SEED).bind("lot", lot).mapValue(byte[].class).one();
    }

    @Override
    public Flux<UUID> subjects(UUID lot) {
        return database.sql(SUBJECTS).bind("lot", lot).mapValue(UUID.class).all();
    }

    @Override
    public Flux<UUID> signers(UUID lot) {
        return database.sql(SIGNERS).bind("lot", lot).mapValue(UUID.class).all();
    }

    @Override
    public Mono<Void> invalid(Collection<UUID> envelopes, Reason reason) {
        return database.sql(INVALID)
                .bind("envelopes", envelopes.toArray(UUID[]::new))
                .bind("reason", reason.name())
                .bind("article", reason.article())
                .then();
    }

    /** A row that says whether it can be mended. */
    private record Own(UUID lot, byte[] manifest, @Nullable String reason, boolean open) {}

    @Override
    public Mono<Mendable> mendable(UUID envelope, UUID body) {
        return database.sql(OWN)
                .bind("envelope", envelope)
                .bind("body", body)
                .map(row -> new Own(
                        required(row, "lot", UUID.class),
                        required(row, "manifest", byte[].class),
                        row.get("reason", String.class),
                        required(row, "open", Boolean.class)))
                .one()
                .switchIfEmpty(Mono.error(BidProblem.NOT_FOUND::raise))
                .filter(own -> own.open() && own.reason() != null)
                .map(own -> new Mendable(own.lot(), own.manifest(), Reason.valueOf(String.valueOf(own.reason()))));
    }

    @Override
    public Mono<Void> again(UUID envelope, Map<String, byte[]> keys) {
        return add(envelope, keys, Map.of())
                .then(database.sql(AGAIN).bind("envelope", envelope).then());
    }

    @Override
    public Mono<Void> replace(UUID envelope, UUID lot, UUID body, String digest, byte[] content) {
        return database.sql(KEEP_UPLOAD)
                .bind("envelope", envelope)
                .bind("lot", lot)
                .bind("body", body)
                .then()
                .then(database.sql(REPLACE)
                        .bind("envelope", envelope)
                        .bind("digest", digest)
                        .bind("content", ByteBuffer.wrap(content))
                        .then());
    }
}
