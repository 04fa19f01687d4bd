package org.goufu.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.goufu.bench.Rush.Plan;
import org.goufu.bench.Rush.Round;
import org.goufu.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Bids in the last seconds before a deadline, in turns with single-row commits by as many clients. */
@GoufuBench
@Import(Rush.class)
class RushBench {
    private static final int ROUNDS = Integer.getInteger("rush.rounds", 5);

    /**
     * Rounds before those that count: a bid runs through so much code that it takes some hundred thousand until all of it is compiled, as
     * it is on a platform that has been up for days.
     */
    private static final int WARMING_UP = Integer.getInteger("rush.warming", 6);

    private static final Plan WARM = new Plan(Duration.ofSeconds(30), 1_200, 0);

    private static final Duration RAW = Duration.ofSeconds(5);
    private static final Duration OPEN = Duration.ofSeconds(Integer.getInteger("rush.seconds", 10));
    private static final Plan PLAN = new Plan(OPEN, Integer.getInteger("rush.bids", 2_500), 0);

    /** Where PostgreSQL's own pgbench lies; without it the raw commits are made by as many connections of this program. */
    private static final @Nullable String PGBENCH = System.getProperty("rush.pgbench");

    /** Of the long run: so many attempts at least, every tenth accepted bid sent twice. */
    private static final int ATTEMPTS = Integer.getInteger("rush.attempts", 200_000);

    private static final int CLIENTS_OF_ATTEMPTS = 256;
    private static final int REPEATING = 10;

    @Autowired
    private Rush rush;

    @Value("${spring.flyway.url}")
    private String database;

    @LocalServerPort
    private int port;

    /** The many first: the few are too slow to bring all of it to be compiled. */
    @ParameterizedTest
    @ValueSource(ints = {256, 64})
    void rate(int clients) throws Exception {
        var ratios = new ArrayList<Double>();
        var tails = new ArrayList<Double>();
        try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Rush.run(connection, "create table if not exists public.rush_raw (id uuid primary key, said text)");
            var bidders = rush.bidders(connection, clients);
            for (int round = -WARMING_UP; round < ROUNDS; round++) {
                var raw = raw(pool, clients);
                var plan = round < 0 ? WARM : PLAN;
                var one = rush.round(connection, pool, port, bidders, plan);
                var bids = one.accepted().size() / (double) plan.open().toSeconds();
                var middle = percentile(one.took(), 0.5);
                var tail = percentile(one.took(), 0.99);
                Figures.report(
                        "rush",
                        "%s%d clients: %.0f raw commits/s, %.0f bids/s, p50 %.1f ms, p99 %.1f ms, %d late refused, %d failed"
                                .formatted(
                                        round < 0 ? "warming up, " : "",
                                        clients,
                                        raw,
                                        bids,
                                        middle / 1e6,
                                        tail / 1e6,
                                        one.refused(),
                                        one.failed()));
                if (round < 0) continue;
                ratios.add(bids / raw);
                tails.add(tail / middle);
            }
        }
        Figures.report(
                "rush",
                "%d clients: ratio to raw commits %.3f, p99/p50 %.1f (medians of %d rounds)"
                        .formatted(clients, median(ratios), median(tails), ROUNDS));
    }

    /** Round after round until there were enough; each is checked against box and ledger, and says how far it came. */
    @Test
    void attempts() throws Exception {
        var plan = new Plan(OPEN, PLAN.bidsASecond(), REPEATING);
        var sum = new Round(List.of(), List.of(), 0, 0, 0);
        try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var bidders = rush.bidders(connection, CLIENTS_OF_ATTEMPTS);
            while (sum.attempts() < ATTEMPTS) {
                sum = sum.and(rush.round(connection, pool, port, bidders, plan));
                Figures.report(
                        "rush",
                        "%d attempts: %d accepted, each once in box and ledger, none late; %d repeated, %d late refused, %d failed"
                                .formatted(
                                        sum.attempts(),
                                        sum.accepted().size(),
                                        sum.repeated(),
                                        sum.refused(),
                                        sum.failed()));
            }
        }
    }

    /** Commits of one row a second, by as many clients each with a connection of its own, which stands before the time begins. */
    private double raw(ExecutorService pool, int clients) throws Exception {
        if (PGBENCH != null) return new PgBench(PGBENCH, database).commits(clients, RAW);
        var connections = new ArrayList<Connection>();
        try {
            for (int i = 0; i < clients; i++) {
                connections.add(DriverManager.getConnection(database, "postgres", "postgres"));
            }
            var commits = new AtomicLong();
            long end = System.nanoTime() + RAW.toNanos();
            Rush.all(pool, clients, client -> {
                try (var insert = connections.get(client).prepareStatement("insert into public.rush_raw values (?, 'x')")) {
                    while (System.nanoTime() < end) {
                        insert.setObject(1, Ids.next());
                        insert.executeUpdate();
                        commits.incrementAndGet();
                    }
                }
            });
            return commits.get() / (double) RAW.toSeconds();
        } finally {
            for (var connection : connections) connection.close();
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
