package org.goufu.evaluation.sql;

import static org.goufu.evaluation.sql.Rows.required;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.goufu.ledger.BundlePart;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Results and signed sheets of a purchase, once the result is public, as the exact bytes that their digests were taken of. */
@Component
class SqlBundledEvaluations implements BundlePart {
    private static final String FILES = """
            select 'evaluations/' || lot || '.json' as path, content from evaluation.result where purchase = :purchase
            union all
            select 'sheets/' || s.id || '.json', s.content
              from evaluation.signed_sheet s
              join evaluation.result r on r.lot = s.lot
             where r.purchase = :purchase
             order by path
            """;

    private final DatabaseClient database;

    SqlBundledEvaluations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<BundleFile> files(UUID purchase) {
        return database.sql(FILES)
                .bind("purchase", purchase)
                .map(row -> new BundleFile(
                        required(row, "path", String.class),
                        required(row, "content", String.class).getBytes(StandardCharsets.UTF_8)))
                .all();
    }
}
