package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.column;
import static org.goufu.bidding.sql.Rows.orNull;
import static org.goufu.bidding.sql.Rows.required;

import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.usecase.Openings;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Openings in PostgreSQL. */
@Component
class SqlOpenings implements Openings {
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

    private static final String BEGIN = """
            insert into bidding.opening (lot, purchase, notice, department, title, method, least, budget_fen, staged, bids, state,
                                         begun_by, begun_name, begun_at, check_until)
            values (:lot, :purchase, :notice, :department, :title, :method, :least, :ceiling, :staged, :bids, :state,
                    :begunBy, :begunName, :begunAt, :checkUntil)
            on conflict (lot) do nothing
            """;

    private static final String ADD_BIDS = """
            insert into bidding.opened_bid (envelope, lot, place, body, name, body_kind, acting_for, agreement, keyset, accepted_at)
            select given.envelope, :lot, given.place, given.body, given.name, given.kind, cast(given.groups as uuid[]), v.hash,
                   decode(given.keyset, 'hex'), given.accepted_at
              from unnest(:envelopes, :bodies, :names, :kinds, :groups, :rosters, :keysets, :times)
                       with ordinality as given (envelope, body, name, kind, groups, roster, keyset, accepted_at, place)
              left join bidding.consortium_version v on v.hash = decode(given.roster, 'hex') and given.groups <> '{}'
            """;

    private static final String GET = """
            select * from bidding.opening where lot = :lot
            """;

    private static final String HOLD = """
            select * from bidding.opening where lot = :lot for update
            """;

    private static final String SAVE = """
            update bidding.opening set state = :state, version = version + 1
             where lot = :lot and version = :version
            returning *
            """;

    // What was not mended while an earlier stage was opened has failed for good.
    private static final String BEGIN_STAGE = """
            with begun as (
                insert into bidding.opening_stage (id, lot, stage, released_at)
                values (:id, :lot, :stage, platform.now())
                returning lot)
            update bidding.opened_bid b
               set pending = outcome is null or outcome = 'OPENED', settled = coalesce(outcome <> 'OPENED', false), asked = null
              from begun
             where b.lot = begun.lot
            """;

    private static final String STAGES = """
            select id, stage, released_at, gathered_at, without, opened_at
              from bidding.opening_stage
             where lot = :lot
             order by released_at desc, id desc
            """;

    private static final String GATHERED = """
            update bidding.opening_stage set gathered_at = platform.now(), without = :without where id = :stage
            """;

    private static final String OPENED = """
            update bidding.opening_stage
               set opened_at = platform.now(), record = :record, digest = sha256(:record)
             where id = :stage
            """;

    private static final String SAY = """
            insert into bidding.opening_word (id, lot, kind, body, account, name, words)
            select :id, :lot, :kind, cast(:body as uuid), :account, :name, :words
             where not exists (select from bidding.opening_word w where w.lot = :lot and w.kind = :kind and w.body = :body)
            """;

    private static final String SAID = """
            select w.kind, w.body, coalesce(b.name, w.name) as name, w.words, w.at
              from bidding.opening_word w
              left join bidding.opened_bid b on b.lot = w.lot and b.body = w.body
             where w.lot = :lot
             order by w.at, w.id
            """;

    private static final String CHECKED = """
            select o.lot
              from bidding.opening o
             where o.state = 'SEAL_CHECK'
               and (o.check_until <= platform.now()
                    or o.bids <= (select count(distinct w.body) from bidding.opening_word w where w.lot = o.lot))
            """;

    private static final String AT_WORK = """
            select lot from bidding.opening_stage where gathered_at is not null and opened_at is null order by gathered_at
            """;

    private final DatabaseClient database;

    SqlOpenings(DatabaseClient database) {
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

    @Override
    public Mono<Void> begin(Opening opening, List<NewBid> bids) {
        return database.sql(BEGIN)
                .bind("lot", opening.lot())
                .bind("purchase", opening.purchase())
                .bind("notice", opening.notice())
                .bind("department", opening.department())
                .bind("title", opening.title())
                .bind("method", opening.method())
                .bind("least", opening.least())
                .bind("ceiling", opening.ceilingFen())
                .bind("staged", opening.staged())
                .bind("bids", opening.bids())
                .bind("state", opening.state().name())
                .bind("begunBy", opening.begunBy())
                .bind("begunName", opening.begunName())
                .bind("begunAt", opening.begunAt())
                .bind("checkUntil", opening.checkUntil())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .switchIfEmpty(Mono.error(OpeningProblem.ALREADY_BEGUN::raise))
                .then(Mono.defer(() -> add(opening.lot(), bids)));
    }

    private Mono<Void> add(UUID lot, List<NewBid> bids) {
        return database.sql(ADD_BIDS)
                .bind("lot", lot)
                .bind("envelopes", column(bids, NewBid::envelope, UUID[]::new))
                .bind("bodies", column(bids, NewBid::body, UUID[]::new))
                .bind("names", column(bids, NewBid::name, String[]::new))
                .bind("kinds", column(bids, bid -> bid.kind().name(), String[]::new))
                .bind("groups", column(bids, SqlOpenings::groups, String[]::new))
                .bind("rosters", column(bids, NewBid::rosterHash, String[]::new))
                .bind("keysets", column(bids, NewBid::keysetHash, String[]::new))
                .bind("times", column(bids, NewBid::acceptedAt, Instant[]::new))
                .then();
    }

    private static String groups(NewBid bid) {
        return bid.actingFor().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public Mono<Opening> get(UUID lot) {
        return one(GET, lot);
    }

    @Override
    public Mono<Opening> hold(UUID lot) {
        return one(HOLD, lot);
    }

    private Mono<Opening> one(String sql, UUID lot) {
        return database.sql(sql)
                .bind("lot", lot)
                .map(SqlOpenings::opening)
                .one()
                .switchIfEmpty(Mono.error(OpeningProblem.NOT_BEGUN::raise));
    }

    private static Opening opening(Readable row) {
        return new Opening(
                required(row, "lot", UUID.class),
                required(row, "purchase", UUID.class),
                required(row, "notice", UUID.class),
                required(row, "department", UUID.class),
                required(row, "title", String.class),
                required(row, "method", String.class),
                required(row, "least", Integer.class),
                required(row, "budget_fen", Long.class),
                required(row, "staged", Boolean.class),
                required(row, "bids", Integer.class),
                Opening.State.valueOf(required(row, "state", String.class)),
                required(row, "begun_by", UUID.class),
                required(row, "begun_name", String.class),
                required(row, "begun_at", Instant.class),
                required(row, "check_until", Instant.class),
                required(row, "version", Long.class));
    }

    @Override
    public Mono<Opening> save(Opening opening) {
        return database.sql(SAVE)
                .bind("lot", opening.lot())
                .bind("version", opening.version())
                .bind("state", opening.state().name())
                .map(SqlOpenings::opening)
                .one()
                .switchIfEmpty(Mono.error(OpeningProblem.CHANGED_MEANWHILE::raise));
    }

    @Override
    public Mono<Void> beginStage(UUID lot, Stage stage) {
        return database.sql(BEGIN_STAGE)
                .bind("id", Ids.next())
                .bind("lot", lot)
                .bind("stage", stage.name())
                .then();
    }

    @Override
    public Mono<BegunStage> stage(UUID lot) {
        return stages(lot).next().switchIfEmpty(Mono.error(OpeningProblem.NO_SHARES_ASKED::raise));
    }

    @Override
    public Flux<BegunStage> stages(UUID lot) {
        return database.sql(STAGES)
                .bind("lot", lot)
                .map(row -> new BegunStage(
                        required(row, "id", UUID.class),
                        Stage.valueOf(required(row, "stage", String.class)),
                        required(row, "released_at", Instant.class),
                        row.get("gathered_at", Instant.class),
                        row.get("without", String.class),
                        row.get("opened_at", Instant.class)))
                .all();
    }

    @Override
    public Mono<Void> gathered(UUID stage, @Nullable String without) {
        return database.sql(GATHERED)
                .bind("stage", stage)
                .bind("without", orNull(without, String.class))
                .then();
    }

    @Override
    public Mono<Void> opened(UUID stage, byte[] record) {
        return database.sql(OPENED)
                .bind("stage", stage)
                .bind("record", ByteBuffer.wrap(record))
                .then();
    }

    @Override
    public Mono<Void> say(UUID lot, Word.Kind kind, @Nullable UUID body, Actor by, String words) {
        return database.sql(SAY)
                .bind("id", Ids.next())
                .bind("lot", lot)
                .bind("kind", kind.name())
                .bind("body", orNull(body, UUID.class))
                .bind("account", by.accountId())
                .bind("name", by.displayName())
                .bind("words", words)
                .then();
    }

    @Override
    public Flux<Word> said(UUID lot) {
        return database.sql(SAID)
                .bind("lot", lot)
                .map(row -> new Word(
                        Word.Kind.valueOf(required(row, "kind", String.class)),
                        row.get("body", UUID.class),
                        required(row, "name", String.class),
                        required(row, "words", String.class),
                        required(row, "at", Instant.class)))
                .all();
    }

    @Override
    public Flux<UUID> checked() {
        return database.sql(CHECKED).mapValue(UUID.class).all();
    }

    @Override
    public Flux<UUID> atWork() {
        return database.sql(AT_WORK).mapValue(UUID.class).all();
    }
}
