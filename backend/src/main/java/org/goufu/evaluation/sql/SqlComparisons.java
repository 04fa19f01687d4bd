package org.goufu.evaluation.sql;

import static org.goufu.platform.database.Columns.required;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.goufu.bidding.Wrapping;
import org.goufu.evaluation.domain.signal.Comparison;
import org.goufu.evaluation.usecase.Comparisons;
import org.goufu.platform.documents.CanonicalJson;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Comparisons as documents in PostgreSQL, wrapped as the bids are that they quote. */
@Component
class SqlComparisons implements Comparisons {
    private static final String PART = "signals";

    private static final String KEEP = """
            insert into evaluation.signals (lot, document) values (:lot, :document)
            on conflict (lot) do update set document = excluded.document, found_at = platform.now()
            """;
    private static final String FIND = """
            select document, found_at from evaluation.signals where lot = :lot
            """;

    private final DatabaseClient database;
    private final Wrapping wrapping;

    SqlComparisons(DatabaseClient database, Wrapping wrapping) {
        this.database = database;
        this.wrapping = wrapping;
    }

    @Override
    public Mono<Void> keep(UUID lot, Comparison comparison) {
        var document = CanonicalJson.text(comparison).getBytes(StandardCharsets.UTF_8);
        return database.sql(KEEP)
                .bind("lot", lot)
                .bind("document", ByteBuffer.wrap(wrapping.wrapped(lot, PART, document)))
                .then();
    }

    @Override
    public Mono<Kept> find(UUID lot) {
        return database.sql(FIND)
                .bind("lot", lot)
                .map(row -> new Kept(
                        comparison(lot, required(row, "document", byte[].class)),
                        required(row, "found_at", Instant.class)))
                .one();
    }

    private Comparison comparison(UUID lot, byte[] wrapped) {
        var document = new String(wrapping.unwrapped(lot, PART, wrapped), StandardCharsets.UTF_8);
        return CanonicalJson.read(document, Comparison.class);
    }
}
