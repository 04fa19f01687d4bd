package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.Agreement;
import org.goufu.bidding.usecase.ConsortiumSeats;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Signatures under agreements, and the seats that they take, in PostgreSQL. */
@Component
class SqlConsortiumSeats implements ConsortiumSeats {
    private static final String SEATS = """
            select lot, body, lead from bidding.hold_seats(:lots, :bodies)
            """;

    private static final String SEAT = """
            select lead from bidding.consortium_seat where lot = :lot and body = :body
            """;

    private static final String SIT = """
            insert into bidding.consortium_seat (lot, body, lead) values (:lot, :body, :lead) on conflict (lot, body) do nothing
            """;

    private static final String END_ANSWERS = """
            update bidding.consortium_answer
               set ended_at = platform.now(), ended_by = :by
             where hash = decode(:hash, 'hex') and body = :body and ended_at is null
               and (answer <> :answer
                    or key in (select id from bidding.signing_key where body = :body and revoked_at is not null))
            """;

    private static final String SIGN = """
            insert into bidding.consortium_answer (id, hash, body, answer, key, signature, account, by_name)
            values (:id, decode(:hash, 'hex'), :body, 'SIGNED', :key, :signature, :account, :by)
            on conflict (hash, body) where ended_at is null do nothing
            """;

    private static final String REFUSE = """
            insert into bidding.consortium_answer (id, hash, body, answer, account, by_name)
            values (:id, decode(:hash, 'hex'), :body, 'REFUSED', :account, :by)
            on conflict (hash, body) where ended_at is null do nothing
            """;

    private static final String END_SIGNATURES = """
            update bidding.consortium_answer a
               set ended_at = platform.now(), ended_by = :by
              from bidding.consortium_version v
             where v.hash = a.hash and v.lot = :lot and v.lead = :lead and a.body = any(:bodies)
               and a.answer = 'SIGNED' and a.ended_at is null
            """;

    private static final String LEAVE = """
            delete from bidding.consortium_seat where lot = :lot and lead = :lead and body = any(:bodies)
            """;

    private final DatabaseClient database;

    SqlConsortiumSeats(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Seat> hold(List<UUID> lots, List<UUID> bodies) {
        return database.sql(SEATS)
                .bind("lots", lots.toArray(UUID[]::new))
                .bind("bodies", bodies.toArray(UUID[]::new))
                .map(row -> new Seat(
                        required(row, "lot", UUID.class),
                        required(row, "body", UUID.class),
                        required(row, "lead", UUID.class)))
                .all();
    }

    @Override
    public Mono<UUID> find(UUID lot, UUID body) {
        return database.sql(SEAT)
                .bind("lot", lot)
                .bind("body", body)
                .mapValue(UUID.class)
                .one();
    }

    @Override
    public Mono<Void> sign(Agreement agreement, UUID body, Signature signature, Actor by) {
        var hash = agreement.document().hash();
        return database.sql(SIT)
                .bind("lot", agreement.lot())
                .bind("body", body)
                .bind("lead", agreement.lead())
                .then()
                .then(Mono.defer(() -> end(hash, body, "SIGNED", by)))
                .then(Mono.defer(() -> database.sql(SIGN)
                        .bind("id", Ids.next())
                        .bind("hash", hash)
                        .bind("body", body)
                        .bind("key", signature.key())
                        .bind("signature", ByteBuffer.wrap(signature.bytes()))
                        .bind("account", by.accountId())
                        .bind("by", by.displayName())
                        .then()));
    }

    private Mono<Void> end(String hash, UUID body, String answer, Actor by) {
        return database.sql(END_ANSWERS)
                .bind("hash", hash)
                .bind("body", body)
                .bind("answer", answer)
                .bind("by", by.displayName())
                .then();
    }

    @Override
    public Mono<Void> refuse(Agreement agreement, UUID body, Actor by) {
        return database.sql(REFUSE)
                .bind("id", Ids.next())
                .bind("hash", agreement.document().hash())
                .bind("body", body)
                .bind("account", by.accountId())
                .bind("by", by.displayName())
                .then();
    }

    @Override
    public Mono<Void> leave(UUID lot, UUID lead, Collection<UUID> bodies, Actor by) {
        if (bodies.isEmpty()) return Mono.empty();
        var ids = bodies.toArray(UUID[]::new);
        return database.sql(END_SIGNATURES)
                .bind("lot", lot)
                .bind("lead", lead)
                .bind("bodies", ids)
                .bind("by", by.displayName())
                .then()
                .then(Mono.defer(() -> database.sql(LEAVE)
                        .bind("lot", lot)
                        .bind("lead", lead)
                        .bind("bodies", ids)
                        .then()));
    }
}
