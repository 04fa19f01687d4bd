package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.column;
import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.goufu.bidding.domain.BidAct;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Box;
import org.goufu.bidding.usecase.Boxes;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Boxes in PostgreSQL; whose function alone decides what goes into them. */
@Component
class SqlBoxes implements Boxes {
    private static final Set<String> STANDS = Set.of("ACCEPTED", "REPEATED");
    private static final int SALT_LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String MAKE = """
            with made as (
                insert into bidding.box (lot, purchase, notice, digest, title, deadline)
                select lot, purchase, notice, decode(digest, 'hex'), title, deadline
                  from unnest(:lots, :purchases, :notices, :digests, :titles, :deadlines)
                           as given (lot, purchase, notice, digest, title, deadline)
                 order by lot
                on conflict (lot) do nothing
                returning lot)
            insert into bidding.chain (lot, seed, link)
            select made.lot, seed, sha256(seed)
              from made
              join unnest(:lots, :seeds) as given (lot, hex) on given.lot = made.lot
             cross join lateral (select decode(given.hex, 'hex') as seed) as random
            """;

    private static final String BOXES = """
            select lot, purchase, notice, encode(digest, 'hex') as digest, encode(keyset, 'hex') as keyset, title, deadline,
                   state = 'OPEN' and deadline > platform.now()
                       and not exists (select from bidding.lot_over x where x.lot = box.lot) as open
              from bidding.box
             where lot = any(:lots)
             %s
            """;

    private static final String FIND = BOXES.formatted("");

    private static final String HOLD = BOXES.formatted("order by lot for share");

    private static final String TAKE = """
            select lot from bidding.box where lot = :lot for update
            """;

    /** A box that is being sealed is waited for. */
    private static final String CORRECT = """
            with found as materialized (
                select lot, state from bidding.box where lot = any(:lots) order by lot for update),
            corrected as (
                update bidding.box b
                   set digest = :digest, deadline = :deadline
                  from found
                 where b.lot = found.lot and found.state = 'OPEN')
            select count(*) from found where state <> 'OPEN'
            """;

    private static final String LOT_OF = """
            select lot from bidding.envelope where id = :envelope and body = :body
            """;

    private static final String DECIDE = """
            select act, outcome, at
              from bidding.decide(:kinds, :envelopes, :lots, :bodies, :accounts, :predecessors, :manifests, :bounds,
                                  :signatures, :keys, :salts, :refusals)
             order by act
            """;

    private static final String TO_SEAL = """
            select lot
              from bidding.box
             where state = 'OPEN' and deadline <= (select platform.now())
             order by deadline
             limit :most
            """;

    private static final String SEAL = "select bidding.seal(:lot, :salt) as sealed";

    private static final String MISSING = "select envelope, digest from bidding.missing_chunks(:envelopes, :digests)";

    private final DatabaseClient database;

    SqlBoxes(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> make(Collection<NewBox> boxes) {
        return database.sql(MAKE)
                .bind("lots", column(boxes, NewBox::lot, UUID[]::new))
                .bind("purchases", column(boxes, NewBox::purchase, UUID[]::new))
                .bind("notices", column(boxes, NewBox::notice, UUID[]::new))
                .bind("digests", column(boxes, box -> HexFormat.of().formatHex(box.noticeDigest()), String[]::new))
                .bind("titles", column(boxes, NewBox::title, String[]::new))
                .bind("deadlines", column(boxes, NewBox::deadline, Instant[]::new))
                .bind("seeds", column(boxes, box -> random(), String[]::new))
                .then();
    }

    @Override
    public Flux<Box> find(Collection<UUID> lots) {
        return boxes(FIND, lots);
    }

    @Override
    public Flux<Box> hold(Collection<UUID> lots) {
        return boxes(HOLD, lots);
    }

    /** The clock is read after the wait for the others. */
    @Override
    public Mono<Box> take(UUID lot) {
        return database.sql(TAKE)
                .bind("lot", lot)
                .then()
                .then(Mono.defer(() -> boxes(FIND, List.of(lot)).next()));
    }

    private Flux<Box> boxes(String sql, Collection<UUID> lots) {
        return database.sql(sql)
                .bind("lots", lots.toArray(UUID[]::new))
                .map(SqlBoxes::box)
                .all();
    }

    @Override
    public Mono<UUID> lotOf(UUID envelope, UUID body) {
        return database.sql(LOT_OF)
                .bind("envelope", envelope)
                .bind("body", body)
                .mapValue(UUID.class)
                .one()
                .switchIfEmpty(Mono.error(BidProblem.NOT_FOUND::raise));
    }

    private static Box box(Readable row) {
        return new Box(
                required(row, "lot", UUID.class),
                required(row, "purchase", UUID.class),
                required(row, "notice", UUID.class),
                required(row, "digest", String.class),
                row.get("keyset", String.class),
                required(row, "title", String.class),
                required(row, "deadline", Instant.class),
                required(row, "open", Boolean.class));
    }

    @Override
    public Mono<List<Decision>> decide(List<Judged> acts) {
        var given = acts.stream().map(Judged::act).toList();
        return database.sql(DECIDE)
                .bind("kinds", column(given, act -> act.kind().name(), String[]::new))
                .bind("envelopes", column(given, BidAct::envelope, UUID[]::new))
                .bind("lots", column(given, BidAct::lot, UUID[]::new))
                .bind("bodies", column(given, BidAct::body, UUID[]::new))
                .bind("accounts", column(given, BidAct::account, UUID[]::new))
                .bind("predecessors", column(given, BidAct::replaced, UUID[]::new))
                .bind("manifests", ByteBuffer.wrap(joined(given, BidAct::manifest)))
                .bind("bounds", bounds(given))
                .bind("signatures", ByteBuffer.wrap(joined(given, BidAct::signature)))
                .bind("keys", column(given, BidAct::key, UUID[]::new))
                .bind("salts", ByteBuffer.wrap(random(SALT_LENGTH * given.size())))
                .bind("refusals", column(acts, SqlBoxes::refusal, String[]::new))
                .map(SqlBoxes::decision)
                .all()
                .collectList();
    }

    private static byte[] joined(List<BidAct> acts, Function<BidAct, byte[]> part) {
        var whole = new ByteArrayOutputStream();
        for (var act : acts) whole.writeBytes(part.apply(act));
        return whole.toByteArray();
    }

    /** Between which bytes of all manifests each one lies. */
    private static Integer[] bounds(List<BidAct> acts) {
        var bounds = new Integer[acts.size() + 1];
        bounds[0] = 0;
        for (int i = 0; i < acts.size(); i++)
            bounds[i + 1] = bounds[i] + acts.get(i).manifest().length;
        return bounds;
    }

    private static String refusal(Judged judged) {
        return judged.refusal() == null ? "" : judged.refusal().name();
    }

    private static Decision decision(Readable row) {
        var outcome = required(row, "outcome", String.class);
        return new Decision(
                STANDS.contains(outcome) ? null : BidProblem.valueOf(outcome), required(row, "at", Instant.class));
    }

    @Override
    public Mono<Long> correct(Collection<UUID> lots, byte[] noticeDigest, Instant deadline) {
        return database.sql(CORRECT)
                .bind("lots", lots.toArray(UUID[]::new))
                .bind("digest", noticeDigest)
                .bind("deadline", deadline)
                .mapValue(Long.class)
                .one();
    }

    @Override
    public Flux<UUID> toSeal(int most) {
        return database.sql(TO_SEAL).bind("most", most).mapValue(UUID.class).all();
    }

    @Override
    public Mono<Boolean> seal(UUID lot) {
        return database.sql(SEAL)
                .bind("lot", lot)
                .bind("salt", random())
                .mapValue(Boolean.class)
                .one();
    }

    /** A piece of ciphertext that an envelope needs. */
    private record Needed(UUID envelope, String digest) {}

    @Override
    public Mono<Map<UUID, Set<String>>> missing(Map<UUID, Set<String>> digests) {
        var needed = new ArrayList<Needed>();
        digests.forEach((envelope, all) -> all.forEach(digest -> needed.add(new Needed(envelope, digest))));
        if (needed.isEmpty()) return Mono.just(Map.of());
        needed.sort(Comparator.comparing(Needed::envelope).thenComparing(Needed::digest));
        return database.sql(MISSING)
                .bind("envelopes", column(needed, Needed::envelope, UUID[]::new))
                .bind("digests", column(needed, Needed::digest, String[]::new))
                .map(row -> new Needed(required(row, "envelope", UUID.class), required(row, "digest", String.class)))
                .all()
                .collect(
                        HashMap::new,
                        (missing, one) -> missing.computeIfAbsent(one.envelope(), id -> new HashSet<>())
                                .add(one.digest()));
    }

    private static String random() {
        return HexFormat.of().formatHex(random(SALT_LENGTH));
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
