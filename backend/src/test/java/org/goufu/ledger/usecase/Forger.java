package org.goufu.ledger.usecase;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.goufu.ledger.domain.Checkpoint;
import org.goufu.ledger.domain.Entry;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Node;
import org.goufu.ledger.domain.Rebuilt;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who has all rights on the database and the ledger's key, too: what was changed is entered again as if it had always been so. */
public final class Forger {
    private static final String ACTS = """
            select a.index, a.salt, a.body, e.commitment
              from ledger.act a
              join ledger.entry e on e.index = a.index
             where a.purchase = :purchase or a.purchase is null
             order by a.index
            """;
    private static final String ENTER = """
            with act as (
                update ledger.act set body = :body where index = :index)
            update ledger.entry set commitment = :commitment where index = :index
            """;
    private static final String COMMITMENTS = """
            select commitment from ledger.entry order by index
            """;
    private static final String SUBTREE = """
            insert into ledger.subtree (level, index, hash) values (:level, :index, :hash)
            """;
    private static final String HEAD = """
            update ledger.head
               set size = :size,
                   peaks = array(select decode(peak, 'hex') from unnest(:peaks) with ordinality as p (peak, place) order by place)
            """;
    private static final String SIGN = """
            insert into ledger.checkpoint (size, note) values (:size, :note) on conflict (size) do update set note = excluded.note
            """;
    private static final HexFormat HEX = HexFormat.of();

    private final LedgerKey key;
    private final DatabaseClient database;

    Forger(LedgerKey key, DatabaseClient database) {
        this.key = key;
        this.database = database;
    }

    private record Row(long index, byte[] salt, String body, byte[] commitment) {}

    /** A head that the ledger never had. */
    public String head(long size, Hash root) {
        return key.sign(new Checkpoint(key.verifier().name(), size, root).text());
    }

    /** Acts that name a changed one name it as it is now; the tree is made anew, and signed. */
    public Mono<Void> again(UUID purchase) {
        return database.sql(ACTS)
                .bind("purchase", purchase)
                .map(row -> new Row(
                        Objects.requireNonNull(row.get("index", Long.class)),
                        Objects.requireNonNull(row.get("salt", byte[].class)),
                        Objects.requireNonNull(row.get("body", String.class)),
                        Objects.requireNonNull(row.get("commitment", byte[].class))))
                .all()
                .collectList()
                .flatMap(this::entered)
                .then(Mono.defer(() ->
                        database.sql(COMMITMENTS).mapValue(byte[].class).all().collectList()))
                .flatMap(this::grown);
    }

    private Mono<Void> entered(List<Row> acts) {
        var renamed = new HashMap<String, String>();
        return Flux.fromIterable(acts)
                .concatMap(act -> {
                    var body = act.body();
                    for (var name : renamed.entrySet()) body = body.replace(name.getKey(), name.getValue());
                    var commitment = Entry.commitment(act.salt(), body.getBytes(StandardCharsets.UTF_8));
                    var before = HEX.formatHex(act.commitment());
                    if (before.equals(HEX.formatHex(commitment))) return Mono.empty();
                    renamed.put(before, HEX.formatHex(commitment));
                    return database.sql(ENTER)
                            .bind("index", act.index())
                            .bind("body", body)
                            .bind("commitment", commitment)
                            .then();
                })
                .then();
    }

    private Mono<Void> grown(List<byte[]> commitments) {
        var tree = new Rebuilt();
        var kept = new HashMap<Node, Hash>();
        for (var commitment : commitments) {
            for (var done : tree.add(Hash.leaf(commitment))) kept.put(done.getKey(), done.getValue());
        }
        var head = tree.frontier();
        return database.sql("delete from ledger.subtree")
                .then()
                .thenMany(Flux.fromIterable(kept.entrySet()))
                .concatMap(this::keep)
                .then(database.sql(HEAD)
                        .bind("size", head.size())
                        .bind(
                                "peaks",
                                head.peaks().stream()
                                        .map(peak -> HEX.formatHex(peak.bytes()))
                                        .toArray(String[]::new))
                        .then())
                .then(database.sql(SIGN)
                        .bind("size", head.size())
                        .bind("note", head(head.size(), head.root()))
                        .then());
    }

    private Mono<Void> keep(Map.Entry<Node, Hash> subtree) {
        return database.sql(SUBTREE)
                .bind("level", subtree.getKey().level())
                .bind("index", subtree.getKey().index())
                .bind("hash", subtree.getValue().bytes())
                .then();
    }
}
