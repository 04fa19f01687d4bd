package org.goufu.bidding.sql;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Chunk;
import org.goufu.bidding.usecase.Uploads;
import org.goufu.platform.database.Transactions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ciphertext beside everything else: one thing to back up, one to restore (security.md 3.5). */
@Component
class SqlUploads implements Uploads {
    private static final long MOST_BYTES = 210L * 1024 * 1024;
    private static final int MOST_ENVELOPES = 5;
    private static final String KEPT = "KEPT";

    private static final String KEEP = """
            select bidding.keep_chunk(:envelope, :lot, :body, :digest, :content, :bytes, :envelopes) as outcome
            """;

    private static final String FIND = """
            select encode(c.digest, 'hex') as digest
              from bidding.chunk c
              join bidding.upload u on u.envelope = c.envelope
             where u.envelope = :envelope and u.body = :body
            """;

    private static final String PIECE = """
            select c.content
              from bidding.chunk c
              join bidding.upload u on u.envelope = c.envelope
             where u.envelope = :envelope and u.body = :body and encode(c.digest, 'hex') = :digest
            """;

    private static final String SWEEP = """
            with swept as (
                delete from bidding.upload u
                 using bidding.box b
                 where b.lot = u.lot and b.sealed_at < platform.now() - make_interval(days => :days)
                   and not exists (select from bidding.envelope e where e.id = u.envelope)
                returning 1)
            select count(*) as swept from swept
            """;

    private final DatabaseClient database;
    private final Transactions transactions;

    SqlUploads(DatabaseClient database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public Mono<Void> keep(Chunk chunk) {
        return transactions
                .write(database.sql(KEEP)
                        .bind("envelope", chunk.envelope())
                        .bind("lot", chunk.lot())
                        .bind("body", chunk.body())
                        .bind("digest", chunk.digest())
                        .bind("content", ByteBuffer.wrap(chunk.content()))
                        .bind("bytes", MOST_BYTES)
                        .bind("envelopes", MOST_ENVELOPES)
                        .mapValue(String.class)
                        .one())
                .filter(outcome -> !outcome.equals(KEPT))
                .flatMap(outcome -> Mono.error(() -> BidProblem.valueOf(outcome).raise()));
    }

    @Override
    public Flux<String> kept(UUID envelope, UUID body) {
        return database.sql(FIND)
                .bind("envelope", envelope)
                .bind("body", body)
                .mapValue(String.class)
                .all();
    }

    @Override
    public Mono<byte[]> piece(UUID envelope, UUID body, String digest) {
        return database.sql(PIECE)
                .bind("envelope", envelope)
                .bind("body", body)
                .bind("digest", digest)
                .mapValue(byte[].class)
                .one();
    }

    @Override
    public Mono<Long> sweep(int days) {
        return database.sql(SWEEP).bind("days", days).mapValue(Long.class).one();
    }
}
