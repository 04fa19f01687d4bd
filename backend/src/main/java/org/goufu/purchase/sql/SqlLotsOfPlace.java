package org.goufu.purchase.sql;

import java.time.Instant;
import org.goufu.purchase.LotsOfPlace;
import org.goufu.purchase.PublishedLot;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds lots by the beginning of their notice's region. */
@Component
class SqlLotsOfPlace implements LotsOfPlace {
    private static final String PUBLISHED_IN = """
            select l.id, l.number, n.purchase_id, l.notice_id, n.title as notice_title, l.title, n.department_id,
                   n.department_name, n.region_code, l.category_code, l.service_region_codes, l.budget_fen, n.method,
                   l.requirements::text as requirements, n.published_at, l.deadline,
                   o.notice_id is null and l.deadline > platform.now() as open, coalesce(o.version, 0) + 1 as version
              from purchase.notice n
              join purchase.lot l on l.notice_id = n.id
              left join purchase.notice_outcome o on o.notice_id = n.id
             where starts_with(n.region_code, :region) and n.published_at >= :since
             order by n.published_at desc, l.id
             limit :most
            """;

    private final DatabaseClient database;

    SqlLotsOfPlace(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<PublishedLot> publishedIn(String regionCode, Instant since, int most) {
        return database.sql(PUBLISHED_IN)
                .bind("region", regionCode)
                .bind("since", since)
                .bind("most", most)
                .map(SqlPurchaseDirectory::readLot)
                .all();
    }
}
