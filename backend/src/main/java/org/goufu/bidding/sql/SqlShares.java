package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.column;
import static org.goufu.platform.database.Columns.required;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.OpeningProblem;
import org.goufu.bidding.usecase.Shares;
import org.goufu.kernel.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holders' shares in PostgreSQL, wrapped. */
@Component
class SqlShares implements Shares {
    // Before the opening begins nobody looks into the box: then it is whoever bids are sealed to now.
    private static final String HOLDERS = """
            select k.kid, lower(k.holder_group) as holder_group, k.owner_id, k.owner
              from (select m.kid
                      from bidding.opened_bid b
                      join bidding.keyset s on s.lot_id = b.lot and s.digest = b.keyset
                      join bidding.keyset_member m on m.lot_id = s.lot_id and m.version = s.version
                     where b.lot = :lot
                     union
                    select m.kid
                      from bidding.keyset_now s
                      join bidding.keyset_member m on m.lot_id = s.lot_id and m.version = s.version
                     where s.lot_id = :lot and not exists (select from bidding.opened_bid b where b.lot = :lot)) as named
              join bidding.holder_key k on k.kid = named.kid
             order by k.holder_group, k.id
            """;

    private static final String PENDING = """
            select b.envelope, e.manifest, encode(k.digest, 'hex') as keyset
              from bidding.opened_bid b
              join bidding.envelope e on e.id = b.envelope
              join bidding.keyset k on k.lot_id = b.lot and k.digest = b.keyset
             where b.lot = :lot and b.pending
             order by b.place
            """;

    private static final String OPENED = """
            select s.envelope, s.segment, s.kid
              from bidding.opening_share s
              join bidding.opened_bid b on b.envelope = s.envelope
             where b.lot = :lot and b.pending and s.wrapped is not null
            """;

    private static final String GIVEN = """
            select kid from bidding.opening_holder where stage = :stage
            """;

    private static final String TAKE_PART = """
            insert into bidding.opening_holder (stage, kid, account, name) values (:stage, :kid, :account, :name)
            """;

    private static final String ADD = """
            insert into bidding.opening_share (envelope, segment, kid, wrapped)
            select envelope, segment, :kid, decode(wrapped, 'hex')
              from unnest(:envelopes, :segments, :wrapped) as given (envelope, segment, wrapped)
            """;

    private final DatabaseClient database;

    SqlShares(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Holder> holders(UUID lot) {
        return database.sql(HOLDERS)
                .bind("lot", lot)
                .map(row -> new Holder(
                        required(row, "kid", String.class),
                        required(row, "holder_group", String.class),
                        required(row, "owner_id", UUID.class),
                        required(row, "owner", String.class)))
                .all();
    }

    @Override
    public Flux<Pending> pending(UUID lot) {
        return database.sql(PENDING)
                .bind("lot", lot)
                .map(row -> new Pending(
                        required(row, "envelope", UUID.class),
                        required(row, "manifest", byte[].class),
                        required(row, "keyset", String.class)))
                .all();
    }

    @Override
    public Flux<Opened> opened(UUID lot) {
        return database.sql(OPENED)
                .bind("lot", lot)
                .map(row -> new Opened(
                        required(row, "envelope", UUID.class),
                        required(row, "segment", String.class),
                        required(row, "kid", String.class)))
                .all();
    }

    @Override
    public Flux<String> given(UUID stage) {
        return database.sql(GIVEN).bind("stage", stage).mapValue(String.class).all();
    }

    @Override
    public Mono<Void> add(UUID stage, String kid, Actor by, List<Kept> shares) {
        return database.sql(TAKE_PART)
                .bind("stage", stage)
                .bind("kid", kid)
                .bind("account", by.accountId())
                .bind("name", by.displayName())
                .then()
                .onErrorMap(DuplicateKeyException.class, known -> OpeningProblem.ALREADY_TAKEN_PART.raise())
                .then(database.sql(ADD)
                        .bind("kid", kid)
                        .bind("envelopes", column(shares, Kept::envelope, UUID[]::new))
                        .bind("segments", column(shares, Kept::segment, String[]::new))
                        .bind("wrapped", column(shares, SqlShares::hex, String[]::new))
                        .then());
    }

    private static String hex(Kept share) {
        return share.wrapped() == null ? null : HexFormat.of().formatHex(share.wrapped());
    }
}
