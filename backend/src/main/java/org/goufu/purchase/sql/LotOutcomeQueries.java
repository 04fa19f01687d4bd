package org.goufu.purchase.sql;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.goufu.purchase.NoticeStatus;
import org.goufu.purchase.TerminationReason;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Reads what the lots of a purchase came to. */
@Component
public class LotOutcomeQueries {
    private static final String OF_PURCHASE = """
            select l.id, l.number, l.title, n.department_id, d.outcome, d.notice_id, d.decided_at,
                   t.reason, t.explanation, t.official::text as official, t.by_name, t.at
              from purchase.lot l
              join purchase.notice n on n.id = l.notice_id
              left join purchase.lot_outcome d on d.lot_id = l.id
              left join purchase.termination t on t.lot_id = l.id
             where n.purchase_id = :purchase
             order by l.number
            """;

    private final DatabaseClient database;

    LotOutcomeQueries(DatabaseClient database) {
        this.database = database;
    }

    /** Empty for a purchase that is not published. */
    public Flux<LotOutcomeView> ofPurchase(UUID purchase, @Nullable UUID readingDepartment) {
        return database.sql(OF_PURCHASE)
                .bind("purchase", purchase)
                .map(row -> Columns.id(row, "department_id").equals(readingDepartment)
                        ? view(row)
                        : view(row).withoutPrepared())
                .all();
    }

    private static LotOutcomeView view(Readable row) {
        var outcome = row.get("outcome", String.class);
        return new LotOutcomeView(
                Columns.id(row, "id"),
                (int) Columns.number(row, "number"),
                Columns.text(row, "title"),
                outcome == null ? null : NoticeStatus.valueOf(outcome),
                row.get("notice_id", UUID.class),
                row.get("decided_at", Instant.class),
                prepared(row));
    }

    private static LotOutcomeView.@Nullable Prepared prepared(Readable row) {
        var reason = row.get("reason", String.class);
        if (reason == null) return null;
        return new LotOutcomeView.Prepared(
                TerminationReason.valueOf(reason),
                Columns.text(row, "explanation"),
                StoredJson.official(row),
                row.get("by_name", String.class),
                Columns.moment(row, "at"));
    }
}
