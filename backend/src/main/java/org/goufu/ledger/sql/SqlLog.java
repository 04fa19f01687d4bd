package org.goufu.ledger.sql;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goufu.ledger.LedgerProblem;
import org.goufu.ledger.domain.Frontier;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Node;
import org.goufu.ledger.usecase.Log;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the tree in the ledger schema: its leaves, and every eighth level above them. */
@Component
class SqlLog implements Log {
    /** Levels between those that are kept. */
    private static final int STEP = 8;

    private static final String HEAD = """
            select size, array(select encode(peak, 'hex') from unnest(peaks) with ordinality as peak (peak, place) order by place)
                       as peaks
              from ledger.head
            """;
    private static final String LEAVES = """
            select wanted.first, entry.index, encode(sha256('\\x00'::bytea || entry.commitment), 'hex') as hash
              from unnest(:firsts, :ends) as wanted (first, until)
              join ledger.entry on entry.index >= wanted.first and entry.index < wanted.until
            """;
    private static final String SUBTREES = """
            select subtree.level, subtree.index, encode(subtree.hash, 'hex') as hash
              from unnest(:levels, :firsts, :ends) as wanted (level, first, until)
              join ledger.subtree
                on subtree.level = wanted.level and subtree.index >= wanted.first and subtree.index < wanted.until
            """;
    private static final String REVEALED = """
            select index, salt, body from ledger.act where index = :index and revealed
            """;
    private static final String OWN = """
            select index, salt, body from ledger.act where index = :index
            """;
    private static final String OF_PURCHASE = """
            select index, salt, body from ledger.act where purchase = :purchase and revealed order by index
            """;
    private static final String OF_NOBODY = """
            select index, salt, body
              from ledger.act
             where subject = any (:subjects) and purchase is null
             order by index
            """;
    private static final String COMMITMENTS = """
            select commitment from ledger.entry where index >= :first and index < :end order by index
            """;
    private static final String BROKEN_ACTS = """
            select coalesce(entry.index, act.index) as index
              from (select index, commitment from ledger.entry where index >= :first and index < :end) as entry
              full join (select index, salt, body from ledger.act where index >= :first and index < :end) as act
                on act.index = entry.index
             where entry.commitment
                   is distinct from sha256('goufu-log/1'::bytea || act.salt || convert_to(act.body, 'UTF8'))
             order by 1
             limit :most
            """;
    private static final String HALT = """
            select reason, head from ledger.halt
            """;
    private static final String SET_HALT = """
            insert into ledger.halt (reason, head) values (:reason, :head) on conflict do nothing
            """;
    private static final String RESUME = """
            delete from ledger.halt
            """;
    private static final String LATEST = """
            select size, note from ledger.checkpoint order by size desc limit 1
            """;
    private static final String KEEP = """
            insert into ledger.checkpoint (size, note) values (:size, :note) on conflict do nothing
            """;
    private static final String KEPT = """
            select size, note from ledger.checkpoint where size = :size
            """;

    private final DatabaseClient database;

    SqlLog(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Frontier> head() {
        return database.sql(HEAD).map(SqlLog::frontier).one();
    }

    private static Frontier frontier(Readable row) {
        var peaks = Objects.requireNonNull(row.get("peaks", String[].class));
        return new Frontier(
                number(row, "size"), Arrays.stream(peaks).map(SqlLog::hash).toList());
    }

    /** A subtree between two kept levels is made of at most 128 kept ones. */
    @Override
    public Mono<Map<Node, Hash>> hashes(Collection<Node> nodes) {
        var wanted = List.copyOf(nodes);
        return kept(wanted)
                .map(kept -> wanted.stream()
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), node -> made(node, kept))));
    }

    @Override
    public Mono<Map<Node, Hash>> kept(Collection<Node> nodes) {
        var wanted = List.copyOf(nodes);
        return Flux.merge(leaves(wanted), subtrees(wanted)).collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Hash made(Node node, Map<Node, Hash> kept) {
        int base = base(node);
        long first = node.first() >> base;
        return made(new Node(node.level() - base, 0), base, first, kept);
    }

    private static Hash made(Node part, int base, long first, Map<Node, Hash> kept) {
        if (part.level() == 0) {
            var node = new Node(base, first + part.index());
            var hash = kept.get(node);
            if (hash == null) throw new IllegalStateException("the ledger has no " + node);
            return hash;
        }
        var left = new Node(part.level() - 1, part.index() * 2);
        var right = new Node(part.level() - 1, part.index() * 2 + 1);
        return Hash.node(made(left, base, first, kept), made(right, base, first, kept));
    }

    private static int base(Node node) {
        return node.level() / STEP * STEP;
    }

    private Flux<Map.Entry<Node, Hash>> leaves(List<Node> nodes) {
        var low = nodes.stream().filter(node -> base(node) == 0).toList();
        if (low.isEmpty()) return Flux.empty();
        return database.sql(LEAVES)
                .bind("firsts", low.stream().map(Node::first).toArray(Long[]::new))
                .bind(
                        "ends",
                        low.stream().map(node -> node.first() + node.leaves()).toArray(Long[]::new))
                .map(row -> Map.entry(new Node(0, number(row, "index")), hash(text(row, "hash"))))
                .all();
    }

    private Flux<Map.Entry<Node, Hash>> subtrees(List<Node> nodes) {
        var high = nodes.stream().filter(node -> base(node) > 0).toList();
        if (high.isEmpty()) return Flux.empty();
        return database.sql(SUBTREES)
                .bind("levels", high.stream().map(SqlLog::base).toArray(Integer[]::new))
                .bind(
                        "firsts",
                        high.stream().map(node -> node.first() >> base(node)).toArray(Long[]::new))
                .bind(
                        "ends",
                        high.stream()
                                .map(node -> (node.first() + node.leaves()) >> base(node))
                                .toArray(Long[]::new))
                .map(row ->
                        Map.entry(new Node((int) number(row, "level"), number(row, "index")), hash(text(row, "hash"))))
                .all();
    }

    @Override
    public Mono<List<byte[]>> commitments(long first, long end) {
        return database.sql(COMMITMENTS)
                .bind("first", first)
                .bind("end", end)
                .mapValue(byte[].class)
                .all()
                .collectList();
    }

    @Override
    public Flux<Long> brokenActs(long first, long end, int most) {
        return database.sql(BROKEN_ACTS)
                .bind("first", first)
                .bind("end", end)
                .bind("most", most)
                .mapValue(Long.class)
                .all();
    }

    @Override
    public Mono<Halt> halt() {
        return database.sql(HALT)
                .map(row -> new Halt(text(row, "reason"), row.get("head", String.class)))
                .one();
    }

    @Override
    public Mono<Void> halt(Halt halt) {
        var statement = database.sql(SET_HALT).bind("reason", halt.reason());
        return (halt.head() == null ? statement.bindNull("head", String.class) : statement.bind("head", halt.head()))
                .then();
    }

    @Override
    public Mono<Void> resume() {
        return database.sql(RESUME).then();
    }

    @Override
    public Mono<Revealed> revealed(long index) {
        return one(REVEALED, index);
    }

    @Override
    public Mono<Revealed> own(long index) {
        return one(OWN, index);
    }

    private Mono<Revealed> one(String sql, long index) {
        return database.sql(sql)
                .bind("index", index)
                .map(SqlLog::act)
                .one()
                .switchIfEmpty(Mono.error(LedgerProblem.ENTRY_NOT_FOUND::raise));
    }

    @Override
    public Flux<Revealed> ofPurchase(UUID purchase) {
        return database.sql(OF_PURCHASE)
                .bind("purchase", purchase)
                .map(SqlLog::act)
                .all();
    }

    @Override
    public Flux<Revealed> ofNobody(Collection<UUID> subjects) {
        return database.sql(OF_NOBODY)
                .bind("subjects", subjects.toArray(UUID[]::new))
                .map(SqlLog::act)
                .all();
    }

    private static Revealed act(Readable row) {
        var salt = Objects.requireNonNull(row.get("salt", byte[].class));
        return new Revealed(number(row, "index"), salt, text(row, "body").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Mono<Signed> latest() {
        return database.sql(LATEST).map(SqlLog::signed).one();
    }

    @Override
    public Mono<Signed> keep(Signed signed) {
        return database.sql(KEEP)
                .bind("size", signed.size())
                .bind("note", signed.note())
                .then()
                .then(database.sql(KEPT)
                        .bind("size", signed.size())
                        .map(SqlLog::signed)
                        .one());
    }

    private static Signed signed(Readable row) {
        return new Signed(number(row, "size"), text(row, "note"));
    }

    private static Hash hash(String hex) {
        return Hash.of(HexFormat.of().parseHex(hex));
    }

    private static long number(Readable row, String name) {
        return Objects.requireNonNull(row.get(name, Long.class));
    }

    private static String text(Readable row, String name) {
        return Objects.requireNonNull(row.get(name, String.class));
    }
}
