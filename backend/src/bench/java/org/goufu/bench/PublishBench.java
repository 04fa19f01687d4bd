package org.goufu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.Moment;
import org.goufu.matching.domain.Rules;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.goufu.search.index.SearchIndex;
import org.goufu.search.index.SearchSettings;
import org.goufu.search.query.RawCapabilities;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * How long it takes from pressing "approve" until a purchase is found and until the last body is told, beside the same statements
 * and queries without the platform.
 */
@GoufuBench
class PublishBench {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int WARM_UP = 20;
    private static final int PURCHASES = 40;
    private static final String MATCHED = """
            select count(*), count(*) filter (where tells) from matching.match where lot_id = '%s' and closed_at is null
            """;

    @Autowired
    private TestHouse house;

    @Autowired
    private PurchaseDirectory purchases;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private SearchSettings search;

    @Value("${spring.flyway.url}")
    private String database;

    @Value("${spring.elasticsearch.uris}")
    private String elasticsearch;

    @Test
    void publish() throws SQLException, IOException, InterruptedException {
        var approved = new Figures(PURCHASES);
        var found = new Figures(PURCHASES);
        var told = new Figures(PURCHASES);
        var floor = new Figures(PURCHASES);
        var ratios = new Figures(PURCHASES);
        var people = "";
        try (var ears = DriverManager.getConnection(database, "postgres", "postgres");
                var raw = new PublishFloor(
                        database,
                        elasticsearch,
                        SearchIndex.NOTICES.alias(search.prefix()),
                        SearchIndex.CAPABILITIES.alias(search.prefix()))) {
            listen(ears);
            for (int i = -WARM_UP; i < PURCHASES; i++) {
                var press = press("量度助餐服务" + (i + WARM_UP), ears);
                long bare = raw.like(floorOf(press));
                if (i < 0) continue;
                approved.add(press.answered());
                told.add(press.told());
                floor.add(bare);
                ratios.add((long) (1e6 * press.told() / bare));
                found.add(found("量度上网" + i));
                people = matched(ears, press.lot().id());
            }
        }
        Figures.report("publish", "approval answered: " + approved);
        Figures.report("publish", "found through the API (asked all the time): " + found);
        Figures.report("publish", "pressed to last inbox row committed (" + people + "): " + told);
        Figures.report("publish", "the same statements and queries without the platform: " + floor);
        Figures.report("publish", "ratio of each pair: median %.2f".formatted(ratios.median()));
    }

    /** @param told nanoseconds from pressing to the commit of the inbox rows */
    private record Press(PublishedLot lot, long answered, long told) {}

    private Press press(String title, Connection ears) throws SQLException {
        var act = new Purchases(house);
        var id = act.draft(act.lunches(title));
        act.act("officer", id, "submission");
        heard(ears, Duration.ofSeconds(1));
        var commit = new CommitWatch(ears);
        long begin = System.nanoTime();
        commit.start();
        var notice = act.act("approver", id, "approval");
        long answered = System.nanoTime() - begin;
        long told = commit.await(LIMIT) - begin;
        var lot = purchases
                .lotsOf(UUID.fromString(notice.path("id").asString()))
                .blockFirst(LIMIT);
        return new Press(lot, answered, told);
    }

    private PublishFloor.Published floorOf(Press press) {
        var moment = Moment.of(clock.now().block(LIMIT));
        var lot = press.lot();
        return new PublishFloor.Published(
                lot.purchaseId(),
                lot.noticeId(),
                lot.id(),
                RawCapabilities.request(Rules.of(LotTerms.of(lot)).candidates(moment.day())));
    }

    /** Another purchase, looked for without a pause: on a small machine the asking itself slows the rest. */
    private long found(String title) {
        var act = new Purchases(house);
        var id = act.draft(act.lunches(title));
        act.act("officer", id, "submission");
        long begin = System.nanoTime();
        var notice = act.act("approver", id, "approval").path("id").asString();
        Awaiting.until(LIMIT, () -> {
            var hits = act.get("organization", "/api/notices?sort=published&size=1");
            assertThat(hits.path("items").path(0).path("id").asString()).isEqualTo(notice);
            return hits;
        });
        return System.nanoTime() - begin;
    }

    private static void listen(Connection ears) throws SQLException {
        try (var statement = ears.createStatement()) {
            statement.execute("listen inbox");
        }
    }

    /** Forgets what was told before, until it has been quiet for so long. */
    private static void heard(Connection ears, Duration quiet) throws SQLException {
        var notifications = ears.unwrap(PGConnection.class);
        while (notifications.getNotifications((int) quiet.toMillis()).length > 0) {
            // Still busy with those before.
        }
    }

    private static String matched(Connection connection, UUID lot) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(MATCHED.formatted(lot))) {
            rows.next();
            return rows.getLong(1) + " matched, " + rows.getLong(2) + " told";
        }
    }

    /** The moment at which the database says that an inbox changed: it says so when the transaction commits. */
    private static final class CommitWatch extends Thread {
        private final PGConnection notifications;
        private volatile long at;

        CommitWatch(Connection ears) throws SQLException {
            this.notifications = ears.unwrap(PGConnection.class);
        }

        @Override
        public void run() {
            try {
                if (notifications.getNotifications((int) LIMIT.toMillis()).length > 0) at = System.nanoTime();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        long await(Duration limit) {
            try {
                join(limit);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            assertThat(at).as("moment of the commit").isPositive();
            return at;
        }
    }
}
