package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.SealException;
import org.goufu.ledger.BundlePart;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What openings brought to light: their records, the bids as they were given, and the ciphertext of the prices that were read out. */
@Component
class SqlBundledBids implements BundlePart {
    private static final String PRICE = "price";

    private static final String RECORDS = """
            select s.id, s.record
              from bidding.opening_stage s
              join bidding.opening o on o.lot = s.lot
             where o.purchase = :purchase and s.opened_at is not null
             order by s.opened_at, s.id
            """;

    private static final String BIDS = """
            select e.id, e.manifest,
                   b.price is not null
                       and exists (select from bidding.opening_stage s
                                    where s.lot = o.lot and s.stage = 'ALL' and s.opened_at is not null) as priced
              from bidding.opening o
              join bidding.opened_bid b on b.lot = o.lot
              join bidding.envelope e on e.id = b.envelope
             where o.purchase = :purchase
               and exists (select from bidding.opening_stage s where s.lot = o.lot and s.opened_at is not null)
             order by b.lot, b.place
            """;

    private static final String CHUNK = """
            select content from bidding.chunk where envelope = :envelope and digest = decode(:digest, 'hex')
            """;

    private final DatabaseClient database;

    SqlBundledBids(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<BundleFile> files(UUID purchase) {
        return database.sql(RECORDS)
                .bind("purchase", purchase)
                .map(SqlBundledBids::record)
                .all()
                .concatWith(bids(purchase));
    }

    private Flux<BundleFile> bids(UUID purchase) {
        return database.sql(BIDS)
                .bind("purchase", purchase)
                .map(row -> new Given(
                        required(row, "id", UUID.class),
                        required(row, "manifest", byte[].class),
                        required(row, "priced", Boolean.class)))
                .all()
                .concatMap(this::files);
    }

    private record Given(UUID envelope, byte[] manifest, boolean priced) {
        String path(String name) {
            return "bids/" + envelope + "/" + name;
        }
    }

    private Flux<BundleFile> files(Given bid) {
        var manifest = Flux.just(new BundleFile(bid.path("manifest"), bid.manifest()));
        return bid.priced() ? manifest.concatWith(price(bid)) : manifest;
    }

    /** One that was lost on the server is left out, also with a manifest that nobody can read any more, and the verifier names it. */
    private Flux<BundleFile> price(Given bid) {
        return Mono.fromSupplier(
                        () -> Manifest.read(bid.manifest()).segment(PRICE).chunks())
                .onErrorComplete(SealException.class)
                .flatMapIterable(chunks -> chunks)
                .index()
                .concatMap(piece -> chunk(bid.envelope(), piece.getT2(), bid.path("price-" + piece.getT1())));
    }

    private Mono<BundleFile> chunk(UUID envelope, String digest, String path) {
        return database.sql(CHUNK)
                .bind("envelope", envelope)
                .bind("digest", digest)
                .map(row -> new BundleFile(path, required(row, "content", byte[].class)))
                .one();
    }

    private static BundleFile record(Readable row) {
        return new BundleFile(
                "openings/" + required(row, "id", UUID.class) + ".json", required(row, "record", byte[].class));
    }
}
