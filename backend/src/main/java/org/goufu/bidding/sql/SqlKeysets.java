package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.orNull;
import static org.goufu.platform.database.Columns.required;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.RehearsalDue;
import org.goufu.bidding.usecase.AwaitedKeysets;
import org.goufu.bidding.usecase.FrozenKeysets;
import org.goufu.bidding.usecase.Keysets;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.purchase.PublishedLot;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents that bids are sealed to, byte for byte, in PostgreSQL. */
@Component
class SqlKeysets implements Keysets, FrozenKeysets, AwaitedKeysets {
    private static final String FIND = """
            select document from bidding.keyset_now where lot_id = :lot
            """;
    private static final String NAMED = """
            select document from bidding.keyset where lot_id = :lot and encode(digest, 'hex') = :digest
            """;
    private static final String FREEZE = """
            with frozen as (
                insert into bidding.keyset (lot_id, document, purchase_id, department_id, title, deadline)
                values (:lot, :document, :purchase, :department, :title, :deadline)
                    on conflict do nothing
                returning lot_id),
            waited as (
                delete from bidding.keyset_awaited where lot_id = :lot)
            insert into bidding.keyset_member (lot_id, kid)
            select lot_id, kid from frozen, unnest(:kids) as kid
            """;
    private static final String AWAIT = """
            insert into bidding.keyset_awaited (lot_id, department_id, supervised)
            select :lot, :department, :supervised
             where not exists (select from bidding.keyset where lot_id = :lot)
                on conflict (lot_id) do update set supervised = excluded.supervised
            """;
    private static final String AWAITED = """
            select w.lot_id
              from bidding.keyset_awaited w
              join bidding.box b on b.lot = w.lot_id and b.state = 'OPEN' and b.deadline > platform.now()
             where not exists (select from bidding.lot_over o where o.lot = b.lot)
               and not exists (select from bidding.keyset k where k.lot_id = w.lot_id)
             order by b.deadline
            """;
    // Holders who come back are named by the document that they had before.
    private static final String REPLACE = """
            with fresh as (
                insert into bidding.keyset (lot_id, version, document, purchase_id, department_id, title, deadline)
                select lot_id, (select max(version) + 1 from bidding.keyset where lot_id = :lot), :document, purchase_id, department_id,
                       title, deadline
                  from bidding.keyset
                 where lot_id = :lot and version = 1
                    on conflict (lot_id, digest) do nothing
                returning lot_id, version),
            members as (
                insert into bidding.keyset_member (lot_id, version, kid)
                select lot_id, version, kid from fresh, unnest(:kids) as kid),
            taking as (
                update bidding.box set keyset = sha256(:document) where lot = :lot),
            asked as (
                insert into bidding.to_reseal (envelope, lot, body, keyset)
                select s.envelope, s.lot, s.body, bidding.sealed_to(e.manifest)
                  from bidding.standing s
                  join bidding.envelope e on e.id = s.envelope
                 where s.lot = :lot
                    on conflict (envelope) do nothing)
            insert into bidding.keyset_replacement (id, lot_id, replaced, keyset, account, name)
            values (:id, :lot, decode(:replaced, 'hex'), sha256(:document), :account, :name)
            """;
    private static final String FROZEN = """
            select count(*) from bidding.keyset where version = 1
            """;
    private static final String FROZEN_AFTER = """
            select lot_id, purchase_id, document
              from bidding.keyset
             where version = 1 and (:lot::uuid is null or lot_id > :lot::uuid)
             order by lot_id
             limit :size
            """;
    private static final String LAST_REPLACED = """
            select id, at, name from bidding.keyset_replacement where lot_id = :lot order by at desc, id desc limit 1
            """;
    private static final String DUE = """
            with late as (
                select k.lot_id, k.version, k.purchase_id, k.department_id, k.title, array_agg(h.owner order by h.id) as owners
                  from bidding.box b
                  join bidding.keyset_now k on k.lot_id = b.lot
                  join bidding.keyset_member m on m.lot_id = k.lot_id and m.version = k.version
                  join bidding.holder_key h on h.kid = m.kid and h.department_id = k.department_id
                 where b.state = 'OPEN' and b.deadline between platform.now() and platform.now() + interval '3 days'
                   and not exists (select from bidding.lot_over o where o.lot = b.lot)
                   and not exists (select from bidding.challenge c
                                    where c.key_id = h.id and c.answered_at > platform.now() - interval '30 days')
                 group by k.lot_id, k.version, k.purchase_id, k.department_id, k.title),
            told as (
                insert into bidding.rehearsal_reminder (lot_id, version)
                select lot_id, version from late on conflict do nothing
                returning lot_id)
            select late.* from late join told on told.lot_id = late.lot_id
            """;

    private final DatabaseClient database;

    SqlKeysets(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<byte[]> find(UUID lotId) {
        return database.sql(FIND).bind("lot", lotId).mapValue(byte[].class).one();
    }

    @Override
    public Mono<byte[]> find(UUID lotId, String digest) {
        return database.sql(NAMED)
                .bind("lot", lotId)
                .bind("digest", digest)
                .mapValue(byte[].class)
                .one();
    }

    @Override
    public Mono<byte[]> freeze(PublishedLot lot, byte[] document, List<String> kids) {
        return database.sql(FREEZE)
                .bind("lot", lot.id())
                .bind("document", document)
                .bind("purchase", lot.purchaseId())
                .bind("department", lot.department().id())
                .bind("title", lot.noticeTitle())
                .bind("deadline", orNull(lot.deadline(), Instant.class))
                .bind("kids", kids.toArray(String[]::new))
                .then()
                .then(Mono.defer(() -> find(lot.id())));
    }

    @Override
    public Mono<Void> await(UUID lotId, UUID department, @Nullable RegionCode supervised) {
        return database.sql(AWAIT)
                .bind("lot", lotId)
                .bind("department", department)
                .bind("supervised", orNull(supervised == null ? null : supervised.value(), String.class))
                .then();
    }

    @Override
    public Flux<UUID> awaited() {
        return database.sql(AWAITED).mapValue(UUID.class).all();
    }

    @Override
    public Mono<Void> replace(Replacement replacement, Actor by) {
        return database.sql(REPLACE)
                .bind("id", replacement.id())
                .bind("lot", replacement.lot())
                .bind("replaced", replacement.replaced())
                .bind("document", replacement.document())
                .bind("kids", replacement.kids().toArray(String[]::new))
                .bind("account", by.accountId())
                .bind("name", by.displayName())
                .then();
    }

    @Override
    public Mono<Long> frozen() {
        return database.sql(FROZEN).mapValue(Long.class).one();
    }

    @Override
    public Flux<Frozen> frozenAfter(@Nullable UUID lot, int size) {
        return database.sql(FROZEN_AFTER)
                .bind("lot", orNull(lot, UUID.class))
                .bind("size", size)
                .map(row -> new Frozen(
                        required(row, "lot_id", UUID.class),
                        required(row, "purchase_id", UUID.class),
                        required(row, "document", byte[].class)))
                .all();
    }

    @Override
    public Mono<Replaced> lastReplaced(UUID lotId) {
        return database.sql(LAST_REPLACED)
                .bind("lot", lotId)
                .map(row -> new Replaced(
                        required(row, "id", UUID.class),
                        required(row, "at", Instant.class),
                        required(row, "name", String.class)))
                .one();
    }

    @Override
    public Flux<RehearsalDue> due() {
        return database.sql(DUE)
                .map(row -> new RehearsalDue(
                        required(row, "lot_id", UUID.class),
                        required(row, "version", Integer.class),
                        required(row, "purchase_id", UUID.class),
                        required(row, "department_id", UUID.class),
                        required(row, "title", String.class),
                        List.of(required(row, "owners", String[].class))))
                .all();
    }
}
