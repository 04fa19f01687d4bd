package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.column;
import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.domain.Opening;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.usecase.Openings;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Openings in PostgreSQL. */
@Component
class SqlOpenings implements Openings {
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

    private static final String END = """
            with over as (
                insert into bidding.lot_over (lot) values (:lot) on conflict (lot) do nothing)
            update bidding.opening
               set state = 'ENDED', version = version + 1
             where lot = :lot and state not in ('OPENED', 'FAILED_TOO_FEW', 'ENDED')
            """;

    private static final String CHECKED = """
            select o.lot
              from bidding.opening o
             where o.state = 'SEAL_CHECK'
               and (o.check_until <= platform.now()
                    or o.bids <= (select count(distinct w.body) from bidding.opening_word w where w.lot = o.lot))
            """;

    private final DatabaseClient database;

    SqlOpenings(DatabaseClient database) {
        this.database = database;
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
    public Mono<Void> end(UUID lot) {
        return database.sql(END).bind("lot", lot).then();
    }

    @Override
    public Flux<UUID> checked() {
        return database.sql(CHECKED).mapValue(UUID.class).all();
    }
}
