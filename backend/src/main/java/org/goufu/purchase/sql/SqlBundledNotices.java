package org.goufu.purchase.sql;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.goufu.ledger.BundlePart;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** A purchase's notices as the exact bytes that their digests were taken of. */
@Component
class SqlBundledNotices implements BundlePart {
    private static final String NOTICES = """
            select id, content from purchase.notice where purchase_id = :purchase order by published_at, id
            """;

    private final DatabaseClient database;

    SqlBundledNotices(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<BundleFile> files(UUID purchase) {
        return database.sql(NOTICES)
                .bind("purchase", purchase)
                .map(SqlBundledNotices::file)
                .all();
    }

    private static BundleFile file(Readable row) {
        var path = "notices/" + Columns.id(row, "id") + ".json";
        return new BundleFile(path, Columns.text(row, "content").getBytes(StandardCharsets.UTF_8));
    }
}
