package org.goufu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.goufu.Awaiting;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** How long it takes from the approval of a purchase until it is found, matched and told, by one clock: the database's. */
@GoufuBench
class PublishBench {
    private static final int WARM_UP = 10;
    private static final int PURCHASES = 30;
    private static final String TOLD = """
            select extract(epoch from max(i.at) - n.published_at) * 1e9, count(*)
              from purchase.notice n join notification.inbox i on i.notice_id = n.id and i.kind = 'match'
             where n.id = '%s' group by n.published_at
            """;

    @Autowired
    private TestHouse house;

    @Value("${spring.flyway.url}")
    private String database;

    @Test
    void publish() {
        var purchases = new Purchases(house);
        var approved = new Figures(PURCHASES);
        var found = new Figures(PURCHASES);
        var told = new Figures(PURCHASES);
        long toldBodies = 0;
        for (int i = -WARM_UP; i < PURCHASES; i++) {
            var id = purchases.draft(purchases.lunches("量度助餐服务" + (i + WARM_UP)));
            purchases.act("officer", id, "submission");
            long begin = System.nanoTime();
            var notice = purchases.act("approver", id, "approval");
            long answered = System.nanoTime() - begin;
            var noticeId = notice.path("id").asString();
            Awaiting.until(Duration.ofSeconds(10), () -> {
                var hits = purchases.get("organization", "/api/notices?sort=published&size=1");
                assertThat(hits.path("items").path(0).path("id").asString()).isEqualTo(noticeId);
                return hits;
            });
            long seen = System.nanoTime() - begin;
            var row = Awaiting.until(Duration.ofSeconds(10), () -> row(TOLD.formatted(noticeId)));
            if (i < 0) continue;
            approved.add(answered);
            found.add(seen);
            told.add(row[0]);
            toldBodies = row[1];
        }
        Figures.report("publish", "approval answered: " + approved);
        Figures.report("publish", "found through the API (asked every 25 ms): " + found);
        Figures.report("publish", "publication to last inbox row (" + toldBodies + " told): " + told);
    }

    private long[] row(String sql) {
        try (var connection = DriverManager.getConnection(database, "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return new long[] {rows.getLong(1), rows.getLong(2)};
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
