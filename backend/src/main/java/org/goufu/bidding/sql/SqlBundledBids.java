package org.goufu.bidding.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.SealException;
import org.goufu.ledger.BundlePart;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What openings brought to light: their records, all that was given as it was given, with the signatures of those who gave it, and the
 * ciphertext of the prices that were read out.
 */
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
            select e.id, e.manifest, g.key, g.signature,
                   b.price is not null
                       and exists (select from bidding.opening_stage s
                                    where s.lot = o.lot and s.stage = 'ALL' and s.opened_at is not null) as priced
              from bidding.opening o
              join bidding.event g on g.lot = o.lot and g.kind <> 'BID_WITHDRAWN'
              join bidding.envelope e on e.id = g.envelope
              left join bidding.opened_bid b on b.envelope = e.id
             where o.purchase = :purchase
               and exists (select from bidding.opening_stage s where s.lot = o.lot and s.opened_at is not null)
             order by g.lot, g.place
            """;

    private static final String WITHDRAWALS = """
            select g.envelope, g.key, g.signature
              from bidding.opening o
              join bidding.event g on g.lot = o.lot and g.kind = 'BID_WITHDRAWN'
             where o.purchase = :purchase
               and exists (select from bidding.opening_stage s where s.lot = o.lot and s.opened_at is not null)
             order by g.lot, g.place
            """;

    private static final String SIGNERS = """
            with opened as (
                select o.lot
                  from bidding.opening o
                 where o.purchase = :purchase
                   and exists (select from bidding.opening_stage s where s.lot = o.lot and s.opened_at is not null))
            select g.key from opened join bidding.event g on g.lot = opened.lot
            union
            select a.key
              from opened
              join bidding.opened_bid b on b.lot = opened.lot
              join bidding.consortium_answer a on a.hash = b.agreement and a.answer = 'SIGNED' and a.ended_at is null
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
        return Flux.concat(records(purchase), bids(purchase), withdrawals(purchase));
    }

    private Flux<BundleFile> records(UUID purchase) {
        return database.sql(RECORDS)
                .bind("purchase", purchase)
                .map(SqlBundledBids::record)
                .all();
    }

    private static BundleFile record(Readable row) {
        return new BundleFile(
                "openings/" + required(row, "id", UUID.class) + ".json", required(row, "record", byte[].class));
    }

    private Flux<BundleFile> bids(UUID purchase) {
        return database.sql(BIDS)
                .bind("purchase", purchase)
                .map(row -> new Given(
                        required(row, "id", UUID.class),
                        required(row, "manifest", byte[].class),
                        signature(row),
                        required(row, "priced", Boolean.class)))
                .all()
                .concatMap(this::files);
    }

    private record Given(UUID envelope, byte[] manifest, byte[] signature, boolean priced) {
        BundleFile file(String name, byte[] bytes) {
            return new BundleFile(path(envelope, name), bytes);
        }
    }

    private static String path(UUID envelope, String name) {
        return "bids/" + envelope + "/" + name;
    }

    private Flux<BundleFile> files(Given bid) {
        var signed = Flux.just(bid.file("manifest", bid.manifest()), bid.file("signature", bid.signature()));
        return bid.priced() ? signed.concatWith(price(bid)) : signed;
    }

    /** One that was lost on the server is left out, also with a manifest that nobody can read any more, and the verifier names it. */
    private Flux<BundleFile> price(Given bid) {
        return Mono.fromSupplier(
                        () -> Manifest.read(bid.manifest()).segment(PRICE).chunks())
                .onErrorComplete(SealException.class)
                .flatMapIterable(chunks -> chunks)
                .index()
                .concatMap(
                        piece -> chunk(bid.envelope(), piece.getT2(), path(bid.envelope(), "price-" + piece.getT1())));
    }

    private Mono<BundleFile> chunk(UUID envelope, String digest, String path) {
        return database.sql(CHUNK)
                .bind("envelope", envelope)
                .bind("digest", digest)
                .map(row -> new BundleFile(path, required(row, "content", byte[].class)))
                .one();
    }

    /** What was signed follows from the envelope (backend/docs/bundle.md). */
    private Flux<BundleFile> withdrawals(UUID purchase) {
        return database.sql(WITHDRAWALS)
                .bind("purchase", purchase)
                .map(row -> new BundleFile(path(required(row, "envelope", UUID.class), "withdrawal"), signature(row)))
                .all();
    }

    /** With the key's id alone: the key itself stands in its act, once however often it signed. */
    private static byte[] signature(Readable row) {
        var written = Base64.getUrlEncoder().withoutPadding().encodeToString(required(row, "signature", byte[].class));
        return "{\"key\":\"%s\",\"signature\":\"%s\"}"
                .formatted(required(row, "key", UUID.class), written)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Flux<UUID> subjects(UUID purchase) {
        return database.sql(SIGNERS)
                .bind("purchase", purchase)
                .mapValue(UUID.class)
                .all();
    }
}
