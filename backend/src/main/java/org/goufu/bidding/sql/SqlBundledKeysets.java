package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.goufu.bidding.usecase.EnteredKey;
import org.goufu.ledger.BundlePart;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** To whom a purchase's bids are sealed: each document under the subject of the act that entered it, and all keys in them. */
@Component
class SqlBundledKeysets implements BundlePart {
    private static final String KEYSETS = """
            select lot_id as id, document from bidding.keyset where purchase_id = :purchase and version = 1
            union all
            select r.id, k.document
              from bidding.keyset_replacement r
              join bidding.keyset k on k.lot_id = r.lot_id and k.digest = r.keyset
             where k.purchase_id = :purchase
             order by id
            """;
    private static final String KEYS = """
            select distinct m.kid, h.id
              from bidding.keyset k
              join bidding.keyset_member m on m.lot_id = k.lot_id and m.version = k.version
              left join bidding.holder_key h on h.kid = m.kid
             where k.purchase_id = :purchase
            """;

    private final DatabaseClient database;

    SqlBundledKeysets(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<BundleFile> files(UUID purchase) {
        return database.sql(KEYSETS)
                .bind("purchase", purchase)
                .map(SqlBundledKeysets::file)
                .all();
    }

    private static BundleFile file(Readable row) {
        return new BundleFile(
                "keysets/" + required(row, "id", UUID.class) + ".json", required(row, "document", byte[].class));
    }

    @Override
    public Flux<UUID> subjects(UUID purchase) {
        return database.sql(KEYS)
                .bind("purchase", purchase)
                .map(SqlBundledKeysets::subject)
                .all();
    }

    /** The platform's own key is in no table. */
    private static UUID subject(Readable row) {
        return Objects.requireNonNullElseGet(
                row.get("id", UUID.class), () -> EnteredKey.platform(required(row, "kid", String.class)));
    }
}
