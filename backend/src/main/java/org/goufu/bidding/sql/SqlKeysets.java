package org.goufu.bidding.sql;

import static org.goufu.bidding.sql.Rows.orNull;
import static org.goufu.bidding.sql.Rows.required;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.RehearsalDue;
import org.goufu.bidding.usecase.Keysets;
import org.goufu.purchase.PublishedLot;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documents that bids are sealed to, byte for byte, in PostgreSQL. */
@Component
class SqlKeysets implements Keysets {
    private static final String FIND = """
            select document from bidding.keyset where lot_id = :lot
            """;
    private static final String FREEZE = """
            with frozen as (
                insert into bidding.keyset (lot_id, document, purchase_id, department_id, title, deadline)
                values (:lot, :document, :purchase, :department, :title, :deadline)
                    on conflict (lot_id) do nothing
                returning lot_id)
            insert into bidding.keyset_member (lot_id, kid)
            select lot_id, kid from frozen, unnest(:kids) as kid
            """;
    private static final String DUE = """
            with late as (
                select k.lot_id, k.purchase_id, k.department_id, k.title, array_agg(h.owner order by h.id) as owners
                  from bidding.box b
                  join bidding.keyset k on k.lot_id = b.lot
                  join bidding.keyset_member m on m.lot_id = k.lot_id
                  join bidding.holder_key h on h.kid = m.kid and h.department_id = k.department_id
                 where b.state = 'OPEN' and b.deadline between platform.now() and platform.now() + interval '3 days'
                   and not exists (select from bidding.challenge c
                                    where c.key_id = h.id and c.answered_at > platform.now() - interval '30 days')
                 group by k.lot_id),
            told as (
                insert into bidding.rehearsal_reminder (lot_id)
                select lot_id from late on conflict (lot_id) do nothing
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
    public Flux<RehearsalDue> due() {
        return database.sql(DUE)
                .map(row -> new RehearsalDue(
                        required(row, "lot_id", UUID.class),
                        required(row, "purchase_id", UUID.class),
                        required(row, "department_id", UUID.class),
                        required(row, "title", String.class),
                        List.of(required(row, "owners", String[].class))))
                .all();
    }
}
