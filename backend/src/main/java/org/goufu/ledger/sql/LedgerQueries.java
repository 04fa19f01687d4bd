package org.goufu.ledger.sql;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Page;
import org.goufu.ledger.Act;
import org.goufu.platform.http.PageRequest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what everybody may know of the ledger. */
@Component
public class LedgerQueries {
    private static final String OF_PURCHASE = """
            select index, kind, subject, entered_at,
                   (select count(*) from ledger.act where purchase = :purchase and revealed) as total
              from ledger.act
             where purchase = :purchase and revealed and index > :after
             order by index
             limit :size
            """;

    private final DatabaseClient database;

    LedgerQueries(DatabaseClient database) {
        this.database = database;
    }

    private record Row(EntrySummary entry, long total) {}

    /** What was done in a purchase, in order. */
    public Mono<Page<EntrySummary>> ofPurchase(UUID purchase, PageRequest page) {
        return database.sql(OF_PURCHASE)
                .bind("purchase", purchase)
                .bind("after", page.afterPlace())
                .bind("size", page.size() + 1)
                .map(LedgerQueries::row)
                .all()
                .collectList()
                .map(rows -> Page.cut(
                        rows.stream().map(Row::entry).toList(),
                        page.size(),
                        rows.isEmpty() ? 0 : rows.getFirst().total(),
                        entry -> PageRequest.cursor(String.valueOf(entry.index()))));
    }

    private static Row row(Readable row) {
        var entry = new EntrySummary(
                Objects.requireNonNull(row.get("index", Long.class)),
                Act.Kind.valueOf(Objects.requireNonNull(row.get("kind", String.class))),
                Objects.requireNonNull(row.get("subject", UUID.class)),
                Objects.requireNonNull(row.get("entered_at", Instant.class)));
        return new Row(entry, Objects.requireNonNull(row.get("total", Long.class)));
    }
}
