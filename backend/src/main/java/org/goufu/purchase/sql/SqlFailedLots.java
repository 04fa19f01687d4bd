package org.goufu.purchase.sql;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.platform.database.Among;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.domain.FailedLot;
import org.goufu.purchase.usecase.FailedLots;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds failed lots in the purchase schema. */
@Component
class SqlFailedLots implements FailedLots {
    private static final String AMONG = """
            select l.id, n.id as notice_id, n.number, l.title, l.category_code, n.method
              from purchase.lot l
              join purchase.lot_outcome d on d.lot_id = l.id
              join purchase.notice n on n.id = l.notice_id
             where l.id = any(:lots) and n.department_id = :department and d.reason = 'LESS_THAN_THREE'
            """;
    private static final String TERMINATED = """
            select l.id
              from purchase.lot l
              join purchase.lot_outcome d on d.lot_id = l.id
              join purchase.notice n on n.id = l.notice_id
             where n.purchase_id = any(:ids) and d.outcome = 'TERMINATED'
             order by l.number
            """;

    private final DatabaseClient database;

    SqlFailedLots(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<UUID, FailedLot>> among(Collection<UUID> lots, UUID department) {
        if (lots.isEmpty()) return Mono.just(Map.of());
        return database.sql(AMONG)
                .bind("lots", lots.toArray(UUID[]::new))
                .bind("department", department)
                .map(SqlFailedLots::failed)
                .all()
                .collectMap(FailedLot::lot);
    }

    @Override
    public Flux<UUID> terminated(UUID purchase) {
        return Among.of(database, TERMINATED, List.of(purchase));
    }

    private static FailedLot failed(Readable row) {
        return new FailedLot(
                Columns.id(row, "id"),
                Columns.id(row, "notice_id"),
                Columns.text(row, "number"),
                Columns.text(row, "title"),
                Columns.text(row, "category_code"),
                ProcurementMethod.valueOf(Columns.text(row, "method")));
    }
}
