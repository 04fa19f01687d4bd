package org.goufu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.bidding.Envelopes;
import org.goufu.bidding.domain.seal.Sealer.Sealed;
import org.goufu.ledger.domain.Receipt;
import org.goufu.ledger.domain.Verifier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The program, and in the long run also PostgreSQL, is killed while bids are given: every bid that was acknowledged lies in the box and in
 * the ledger, none twice, and whoever got no answer asks again and gets one.
 *
 * <p>{@code -Dbids.kills=100} kills as often as the figure in benchmarks.md names, every fifth time then a process of PostgreSQL, which
 * makes the whole server recover from its log; {@code -Dbids.seed} gives the moments.
 */
@GoufuIT
class KilledBidsIT {
    private static final int KILLS = Integer.getInteger("bids.kills", 2);
    private static final boolean ALSO_POSTGRES = KILLS > 5;
    private static final int BIDS_A_ROUND = 12;
    private static final long LATEST_KILL_MILLIS = 600;
    private static final long SEED = Long.getLong("bids.seed", 20261129);
    /** Of one who is told that the platform cannot serve now, and asks again. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Only so that the servers are up before the second installation is. */
    @Autowired
    private WebTestClient anyClient;

    @Test
    void everyAcknowledgedBidIsKeptOnce() {
        assertThat(anyClient).isNotNull();
        var moments = new Random(SEED);
        try (var installation = new Installation("bids")) {
            installation.start();
            var house = new TestHouse(installation.client());
            var purchases = new Purchases(house);
            var notice = purchases.publish(purchases.lunches("断电时的助餐服务"));
            var lot = UUID.fromString(notice.path("lots").get(0).path("id").asString());
            var keyset = Envelopes.keyset(house, lot);
            var bidder = Envelopes.of(house, "organization");
            var receipts = new HashMap<UUID, String>();
            UUID before = null;
            for (int kill = 0; kill < KILLS; kill++) {
                var sealed = new ArrayList<Sealed>();
                for (int i = 0; i < BIDS_A_ROUND; i++) {
                    var bid = bidder.seal(lot, keyset, "{\"totalFen\":" + i + "}", before);
                    before = Envelopes.id(bid);
                    sealed.add(bid);
                }
                boolean postgres = ALSO_POSTGRES && kill % 5 == 4;
                killed(
                        installation,
                        postgres,
                        moments.nextLong(LATEST_KILL_MILLIS),
                        () -> give(bidder, lot, sealed, receipts));
                if (!postgres) installation.start();
                // Whoever got no answer asks again, in the same order: what was kept is answered as before.
                for (var bid : sealed) {
                    Awaiting.until(PATIENCE, () -> {
                        bidder.upload(lot, Envelopes.id(bid), bid);
                        bidder.give(lot, bid.manifest()).expectStatus().is2xxSuccessful();
                        return true;
                    });
                    receipts.put(Envelopes.id(bid), receipt(house, Envelopes.id(bid)));
                }
                assertThat(installation.count("select count(*) from bidding.event where lot = '" + lot + "'"))
                        .isEqualTo(receipts.size());
            }
            assertThat(receipts).hasSize(KILLS * BIDS_A_ROUND);
            var key =
                    Verifier.read(house.read("organization", "/api/ledger/key").strip());
            receipts.forEach((envelope, receipt) -> {
                var now = Receipt.read(receipt(house, envelope));
                assertThat(now.check(key)).isInstanceOf(Receipt.Finding.Good.class);
                assertThat(now.act()).isEqualTo(Receipt.read(receipt).act());
                assertThat(now.index()).isEqualTo(Receipt.read(receipt).index());
            });
            assertThat(installation.count("""
                    select count(*)
                      from bidding.event e
                     where (select count(*) from ledger.act a where a.subject = e.envelope and a.kind = e.kind) <> 1
                    """)).isZero();
        }
    }

    private static void killed(Installation installation, boolean postgres, long afterMillis, Runnable load) {
        var giving = CompletableFuture.runAsync(load);
        CompletableFuture.runAsync(
                        postgres ? installation::killDatabase : installation::kill,
                        CompletableFuture.delayedExecutor(afterMillis, TimeUnit.MILLISECONDS))
                .join();
        giving.exceptionally(cutOff -> null).join();
    }

    /** Until the first that is not answered. */
    private static void give(Envelopes bidder, UUID lot, List<Sealed> bids, Map<UUID, String> receipts) {
        for (var bid : bids) {
            bidder.upload(lot, Envelopes.id(bid), bid);
            bidder.give(lot, bid.manifest()).expectStatus().isCreated();
            receipts.put(Envelopes.id(bid), "acknowledged");
        }
    }

    private static String receipt(TestHouse house, UUID envelope) {
        return house.read("organization", "/api/bids/{id}/receipt", envelope);
    }
}
