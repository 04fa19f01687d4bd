package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.bidding.domain.Agreement;
import org.goufu.bidding.usecase.Consortia;
import org.goufu.bidding.usecase.SignaturesAtDeadline;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Signatures under the agreements of opened bids, in PostgreSQL. */
@Component
class SqlSignatures implements SignaturesAtDeadline {
    // A signature can only be taken back while the box is open, so what is not ended now stood at the deadline.
    private static final String UNSIGNED = """
            select distinct b.envelope
              from bidding.opened_bid b
              join bidding.consortium_member m on m.hash = b.agreement
             where b.lot = :lot
               and not exists (select from bidding.consortium_answer a
                                where a.hash = m.hash and a.body = m.body and a.answer = 'SIGNED' and a.ended_at is null)
            """;

    private static final String SHOWN = """
            select b.envelope, v.document, v.terms, m.body, m.name, m.work, m.share, k.id as signer, k.point, a.signature, a.at, a.by_name
              from bidding.opened_bid b
              join bidding.consortium_version v on v.hash = b.agreement
              join bidding.consortium_member m on m.hash = v.hash
              join bidding.consortium_answer a
                on a.hash = m.hash and a.body = m.body and a.answer = 'SIGNED' and a.ended_at is null
              join bidding.signing_key k on k.id = a.key
             where b.lot = :lot
             order by b.place, m.body <> b.body, m.body
            """;

    private final DatabaseClient database;
    private final Consortia consortia;

    SqlSignatures(DatabaseClient database, Consortia consortia) {
        this.database = database;
        this.consortia = consortia;
    }

    @Override
    public Flux<UUID> unsigned(UUID lot) {
        return database.sql(UNSIGNED).bind("lot", lot).mapValue(UUID.class).all();
    }

    @Override
    public Mono<Agreement> agreement(String hash) {
        return consortia.bound(hash).map(Consortia.Held::agreement);
    }

    @Override
    public Flux<Shown> shown(UUID lot) {
        return database.sql(SHOWN)
                .bind("lot", lot)
                .map(SqlSignatures::one)
                .all()
                .bufferUntilChanged(Shown::envelope)
                .map(SqlSignatures::joined);
    }

    private static Shown one(Readable row) {
        var member = new ConsortiumMember(
                required(row, "body", UUID.class),
                required(row, "name", String.class),
                required(row, "work", String.class),
                required(row, "share", Integer.class));
        return new Shown(
                required(row, "envelope", UUID.class),
                required(row, "document", byte[].class),
                required(row, "terms", String.class),
                List.of(new Signed(
                        member,
                        required(row, "signer", UUID.class),
                        required(row, "point", byte[].class),
                        required(row, "signature", byte[].class),
                        required(row, "at", Instant.class),
                        required(row, "by_name", String.class))));
    }

    private static Shown joined(List<Shown> ones) {
        var first = ones.getFirst();
        return new Shown(
                first.envelope(),
                first.document(),
                first.terms(),
                ones.stream().flatMap(one -> one.signed().stream()).toList());
    }
}
