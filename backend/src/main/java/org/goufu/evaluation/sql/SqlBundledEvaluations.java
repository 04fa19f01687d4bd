package org.goufu.evaluation.sql;

import static org.goufu.platform.database.Columns.required;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.goufu.ledger.BundlePart;
import org.goufu.ledger.SignedHeads;
import org.goufu.ledger.SignedHeads.SignedHead;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Results and signed sheets of a purchase, once the result is public, as the exact bytes that their digests were taken of; with the heads
 * of the ledger that their draws came from.
 */
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

    private static final String HEADS = """
            select distinct head.size
              from evaluation.result,
                   lateral (values ((content::jsonb #>> '{draw,head,size}')::bigint),
                                   ((content::jsonb #>> '{tieHead,size}')::bigint)) as head (size)
             where purchase = :purchase and head.size is not null
             order by head.size
            """;

    private final DatabaseClient database;
    private final SignedHeads heads;

    SqlBundledEvaluations(DatabaseClient database, SignedHeads heads) {
        this.database = database;
        this.heads = heads;
    }

    @Override
    public Flux<BundleFile> files(UUID purchase) {
        return database.sql(FILES)
                .bind("purchase", purchase)
                .map(row -> new BundleFile(
                        required(row, "path", String.class),
                        required(row, "content", String.class).getBytes(StandardCharsets.UTF_8)))
                .all()
                .concatWith(heads(purchase));
    }

    private Flux<BundleFile> heads(UUID purchase) {
        return database.sql(HEADS)
                .bind("purchase", purchase)
                .mapValue(Long.class)
                .all()
                .concatMap(heads::at)
                .map(SqlBundledEvaluations::file);
    }

    private static BundleFile file(SignedHead head) {
        return new BundleFile(
                "heads/" + head.size() + ".checkpoint", head.note().getBytes(StandardCharsets.UTF_8));
    }
}
