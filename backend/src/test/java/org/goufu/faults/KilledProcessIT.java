package org.goufu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The process is killed at a random moment between publish, match and tell: nothing is lost and nothing is told twice.
 *
 * <p>{@code -Dnews.kills=20} kills more often.
 */
@GoufuIT
class KilledProcessIT {
    private static final int KILLS = Integer.getInteger("news.kills", 2);
    private static final long LATEST_KILL_MILLIS = 250;
    private static final String TOLD_TWICE = """
            select count(*) from (select recipient_id, lot_id from notification.inbox
             where kind = 'match' group by recipient_id, lot_id having count(*) > 1) twice
            """;

    /** Only so that the servers are up before the second installation is. */
    @Autowired
    private WebTestClient anyClient;

    @Test
    void nothingIsLostAndNothingIsToldTwice() {
        assertThat(anyClient).isNotNull();
        var moments = new Random(20261123);
        try (var installation = new Installation("killed")) {
            installation.start();
            var acknowledged = new ArrayList<UUID>();
            for (int kill = 0; kill < KILLS; kill++) {
                var purchases = new Purchases(new TestHouse(installation.client()));
                var id = purchases.draft(purchases.lunches("第" + (kill + 1) + "次断电助餐服务"));
                purchases.act("officer", id, "submission");
                purchases.me("approver");
                if (approvedBeforeKill(installation, purchases, id, moments.nextLong(LATEST_KILL_MILLIS))) {
                    acknowledged.add(id);
                }
                installation.leasesRunOut();
                installation.start();
            }
            var after = new Purchases(new TestHouse(installation.client()));
            acknowledged.forEach(id -> assertThat(after.get("officer", "/api/purchases/{id}", id)
                            .path("state")
                            .asString())
                    .isEqualTo("PUBLISHED"));
            everyPublishedPurchaseIsToldOnce(installation, after);
        }
    }

    private static boolean approvedBeforeKill(
            Installation installation, Purchases purchases, UUID id, long killAfterMillis) {
        var approval = CompletableFuture.runAsync(() -> purchases.act("approver", id, "approval"));
        CompletableFuture.runAsync(
                        installation::kill, CompletableFuture.delayedExecutor(killAfterMillis, TimeUnit.MILLISECONDS))
                .join();
        try {
            approval.join();
            return true;
        } catch (CompletionException cutOff) {
            return false;
        }
    }

    private static void everyPublishedPurchaseIsToldOnce(Installation installation, Purchases purchases) {
        Awaiting.until(Duration.ofSeconds(90), () -> {
            assertThat(installation.count("select count(*) from platform.outbox_delivery"))
                    .isZero();
            return true;
        });
        // Killed and started again and again, the search may need a moment more than the news.
        long published = Awaiting.until(
                Duration.ofSeconds(60),
                () -> purchases
                        .get("officer", "/api/notices?q={q}", "次断电")
                        .path("total")
                        .asLong());
        Awaiting.until(Duration.ofSeconds(60), () -> {
            assertThat(told(purchases)).isEqualTo(published);
            return true;
        });
        assertThat(published)
                .isEqualTo(installation.count("select count(*) from purchase.notice where title like '%次断电%'"));
        assertThat(installation.count(TOLD_TWICE)).isZero();
    }

    private static long told(Purchases purchases) {
        return purchases
                .get("organization", "/api/me/inbox?kind=match&size=100")
                .path("items")
                .valueStream()
                .filter(row -> row.path("title").asString().contains("次断电"))
                .count();
    }
}
