package org.goufu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.bench.RushBidders.Bidder;
import org.goufu.bench.RushBidders.Prepared;
import org.goufu.kernel.Ids;
import org.goufu.matching.Admission;
import org.goufu.matching.Admission.Question;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The last seconds before a deadline: everybody replaces the bid again and again over HTTP, beside single-row commits by as many
 * clients; then every accepted bid is looked for, and every late one.
 */
@GoufuBench
class RushBench {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int FEWEST = 64;
    private static final int ROUNDS = Integer.getInteger("rush.rounds", 5);
    private static final Duration RAW = Duration.ofSeconds(5);
    private static final Duration OPEN = Duration.ofSeconds(Integer.getInteger("rush.seconds", 10));
    /** Attempts go on after the deadline for as long as the bids last. */
    private static final int BIDS_A_SECOND = Integer.getInteger("rush.bids", 2_500);

    @Autowired
    private TestHouse house;

    @Autowired
    private PurchaseDirectory purchases;

    @Autowired
    private OrganizationDirectory organizations;

    @Autowired
    private Admission admission;

    @Autowired
    private BusinessClock clock;

    @Value("${spring.flyway.url}")
    private String database;

    @LocalServerPort
    private int port;

    /** What came of a round: nanoseconds of each accepted bid, and whose envelopes they were. */
    private record Round(List<Long> took, List<UUID> accepted, long refused, long failed) {}

    @ParameterizedTest
    @ValueSource(ints = {64, 256})
    void deadline(int wanted) throws Exception {
        var ratios = new ArrayList<Double>();
        var tails = new ArrayList<Double>();
        long attempts = 0;
        try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            run(connection, "create table if not exists public.rush_raw (id uuid primary key, said text)");
            var lot = publish();
            var bidders = bidders(connection, lot, wanted);
            // As many as wanted, or as the province of this scale has that may bid: each has one bid in the box at a time.
            int clients = bidders.size();
            for (int round = -1; round < ROUNDS; round++) {
                var raw = raw(pool, clients);
                var one = round(connection, pool, bidders);
                attempts += one.took().size() + one.refused();
                if (round < 0) continue;
                var bids = one.took().size() / (double) OPEN.toSeconds();
                ratios.add(bids / raw);
                tails.add(percentile(one.took(), 0.99) / percentile(one.took(), 0.5));
                Figures.report(
                        "rush",
                        "%d clients: %.0f raw commits/s, %.0f bids/s, p50 %.1f ms, p99 %.1f ms, %d late refused, %d failed"
                                .formatted(
                                        clients,
                                        raw,
                                        bids,
                                        percentile(one.took(), 0.5) / 1e6,
                                        percentile(one.took(), 0.99) / 1e6,
                                        one.refused(),
                                        one.failed()));
            }
        }
        Figures.report(
                "rush",
                "%d clients wanted: ratio to raw commits %.2f, p99/p50 %.1f (medians of %d rounds); %d attempts, none lost, doubled or late"
                        .formatted(wanted, median(ratios), median(tails), ROUNDS, attempts));
    }

    private PublishedLot publish() {
        var act = new Purchases(house);
        var notice = act.publish(act.lunches("截止前的助餐服务" + System.nanoTime()));
        return purchases
                .lot(UUID.fromString(notice.path("lots").get(0).path("id").asString()))
                .blockOptional(LIMIT)
                .orElseThrow();
    }

    private List<Bidder> bidders(Connection connection, PublishedLot lot, int count) throws Exception {
        var now = clock.now().blockOptional(LIMIT).orElseThrow();
        var bodies = organizations
                .after(null, 5_000)
                .filter(body -> body.kind() == BodyKind.LEGAL_PERSON)
                .map(BodyProfile::id)
                .collectList()
                .flatMap(ids -> admission.of(
                        ids.stream().map(id -> new Question(lot, id)).toList(), now))
                .blockOptional(LIMIT)
                .orElseThrow()
                .stream()
                .filter(Admission.Answer::isAdmitted)
                .limit(count)
                .toList();
        assertThat(bodies).as("eligible bodies").hasSizeGreaterThanOrEqualTo(Math.min(count, FEWEST));
        var rush = new RushBidders(connection);
        var bidders = new ArrayList<Bidder>();
        for (var body : bodies) bidders.add(rush.enrol(body.bodyId()));
        return bidders;
    }

    /** Commits of one row a second, by as many clients each with a connection of its own. */
    private double raw(ExecutorService pool, int clients) throws Exception {
        var commits = new AtomicLong();
        long end = System.nanoTime() + RAW.toNanos();
        all(pool, clients, client -> {
            try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
                    var insert = connection.prepareStatement("insert into public.rush_raw values (?, 'x')")) {
                while (System.nanoTime() < end) {
                    insert.setObject(1, Ids.next());
                    insert.executeUpdate();
                    commits.incrementAndGet();
                }
            }
        });
        return commits.get() / (double) RAW.toSeconds();
    }

    private Round round(Connection connection, ExecutorService pool, List<Bidder> bidders)
            throws Exception {
        var lot = publish();
        var box = house.get("organization", "/api/lots/{id}/bidding", lot.id());
        var keyset = house.post("organization", Map.of(), "/api/lots/{id}/keyset", lot.id())
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        var rush = new RushBidders(connection);
        var prepared = new ArrayList<List<Prepared>>();
        int each = Math.toIntExact(BIDS_A_SECOND * OPEN.toSeconds() / bidders.size());
        for (var bidder : bidders) {
            prepared.add(rush.prepare(bidder, lot.id(), box.path("noticeDigest").asString(), keyset, each));
        }
        run(connection, "set session_replication_role = replica");
        run(connection, """
                update bidding.box set deadline = platform.now() + interval '%d milliseconds' where lot = '%s'
                """.formatted(OPEN.toMillis(), lot.id()));
        run(connection, "set session_replication_role = origin");
        var round = rush(pool, lot.id(), bidders, prepared);
        check(connection, lot.id(), round);
        return round;
    }

    private Round rush(
            ExecutorService pool, UUID lot, List<Bidder> bidders, List<List<Prepared>> prepared)
            throws Exception {
        var address = URI.create("http://localhost:" + port + "/api/lots/" + lot + "/bids");
        var took = new ConcurrentLinkedQueue<Long>();
        var accepted = new ConcurrentLinkedQueue<UUID>();
        var refused = new AtomicLong();
        var failed = new AtomicLong();
        long end = System.nanoTime() + OPEN.toNanos() + Duration.ofSeconds(1).toNanos();
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            all(pool, bidders.size(), client -> {
                for (var bid : prepared.get(client)) {
                    if (System.nanoTime() > end) break;
                    var request = HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + bidders.get(client).token())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(bid.json()))
                            .build();
                    long begin = System.nanoTime();
                    int status = http.send(request, BodyHandlers.discarding()).statusCode();
                    if (status == 201) {
                        took.add(System.nanoTime() - begin);
                        accepted.add(bid.envelope());
                    } else if (status == 409) {
                        refused.incrementAndGet();
                    } else {
                        failed.incrementAndGet();
                    }
                }
            });
        }
        return new Round(List.copyOf(took), List.copyOf(accepted), refused.get(), failed.get());
    }

    /** Everything that was accepted stands in the box and in the ledger, once, and nothing else does; nothing is late. */
    private static void check(Connection connection, UUID lot, Round round) throws Exception {
        var stood = new ArrayList<UUID>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select e.envelope, e.at < b.deadline as in_time,
                               (select count(*) from ledger.act a
                                 where a.subject = e.envelope and a.kind = e.kind) as entries
                          from bidding.event e
                          join bidding.box b using (lot)
                         where e.lot = '%s'
                        """.formatted(lot))) {
            while (rows.next()) {
                assertThat(rows.getBoolean("in_time")).as("in time").isTrue();
                assertThat(rows.getLong("entries")).as("entries in the ledger").isEqualTo(1);
                stood.add(rows.getObject("envelope", UUID.class));
            }
        }
        assertThat(stood).containsExactlyInAnyOrderElementsOf(round.accepted());
    }

    private interface Work {
        void by(int client) throws Exception;
    }

    private static void all(ExecutorService pool, int clients, Work work) throws Exception {
        var tasks = new ArrayList<Callable<Void>>();
        for (int client = 0; client < clients; client++) {
            int own = client;
            tasks.add(() -> {
                work.by(own);
                return null;
            });
        }
        for (var done : pool.invokeAll(tasks)) done.get();
    }

    private static void run(Connection connection, String sql) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double percentile(List<Long> nanos, double share) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) Math.ceil(share * sorted.size()) - 1));
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
