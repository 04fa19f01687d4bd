package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.bidding.OpeningDesk.became;
import static org.goufu.bidding.OpeningDesk.done;
import static org.goufu.bidding.OpeningDesk.refused;
import static org.goufu.bidding.OpeningScene.in;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningScene.Bid;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.bidding.usecase.BidsAtOpening;
import org.goufu.bidding.usecase.Openings;
import org.goufu.notification.Told;
import org.goufu.notification.Waiting;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Openings in which holders are absent or cannot open their shares, and bidders open with the keys that they kept. */
@GoufuIT
class MissingHoldersIT {
    private static final String OPENING = "/api/lots/{id}/opening";
    private static final String SHARES = OPENING + "/shares";
    private static final String WAITING = """
            select count(*) from pg_stat_activity
             where wait_event_type = 'Lock' and query like '%from bidding.opening where lot%for update%'
            """;

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    OpeningDesk desk;

    @Autowired
    DatabaseClient database;

    @Autowired
    Transactions transactions;

    @Autowired
    Openings openings;

    @Autowired
    BidsAtOpening atOpening;

    @Autowired
    Wrapping wrapping;

    /** Nobody comes with a key: the bidder who kept its own opens, the others do not. */
    @Test
    void bidsThatHoldersCannotOpenTheirBiddersCan() {
        var lot = scene.lot(Map.of());
        var bids = desk.sealedWith(lot, 2);
        var own = bids.getFirst();
        scene.unsealed(lot);
        refused(house.post("officer", Map.of("reason", " "), OPENING + "/absence", lot.id()), 422, "reason-missing");
        refused(desk.remedy(own, Map.of()), 409, "no-remedy");
        house.post("officer", Map.of("reason", "两位开启人的钥匙文件都损坏"), OPENING + "/absence", lot.id())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.without")
                .isEqualTo("演示经办人：两位开启人的钥匙文件都损坏");
        desk.awaitMendable(lot, "HOLDERS_MISSING");
        new Told(house, lot.id()).once("organization", "opening", "opening", "恢复文件里的钥匙");
        new Waiting(house, lot.id()).is("organization", "MEND_BID");

        refused(desk.remedy(own, Map.of("price", own.sealed().keys().get("price"))), 422, "key-wrong");
        var others = bids.get(1).sealed().keys();
        refused(desk.remedy(own, others), 422, "key-wrong");
        house.post("federation", Map.of("keys", List.of()), "/api/bids/{id}/remedy", own.id())
                .expectStatus()
                .isNotFound();
        done(desk.remedy(own, own.sealed().keys()));
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(desk.part(lot).path("outcome").asString()).isEqualTo("OPENED");
            return true;
        });
        scene.time.passRemedy(lot);
        var open = scene.until(lot, "OPENED");
        assertThat(in(open, own).path("totalFen").asLong()).isEqualTo(9_000_000);
        assertThat(in(open, bids.get(1)).path("reason").asString()).isEqualTo("HOLDERS_MISSING");
        assertThat(in(open, bids.get(1)).path("article").asString()).contains("第三十一条");
        assertThat(open.path("holders").valueStream())
                .noneMatch(holder -> holder.path("tookPart").asBoolean());
    }

    /** What one holder cannot open the other is asked for; what nobody can open its bidder mends. */
    @Test
    void aShareThatItsHolderCannotOpenIsAskedOfTheOther() {
        var lot = scene.lot(Map.of());
        var bids = desk.sealedWith(lot, 2);
        var own = bids.getFirst();
        scene.unsealed(lot);
        done(house.post("officer", without(lot, "officer", own, bids.get(1)), SHARES, lot.id()));
        var gathering = scene.opening(lot);
        assertThat(gathering.path("gatheredAt").isNull()).isTrue();
        assertThat(gathering.path("holders").valueStream())
                .anyMatch(holder -> !holder.path("tookPart").asBoolean());
        var waiting = new Waiting(house, lot.id());
        waiting.is("officer");
        waiting.is("approver", "GIVE_SHARES");

        done(house.post("approver", without(lot, "approver", own), SHARES, lot.id()));
        desk.awaitMendable(lot, "HOLDERS_MISSING");
        assertThat(scene.opening(lot).path("remedyUntil").isNull()).isFalse();
        done(desk.remedy(own, own.sealed().keys()));

        var open = scene.until(lot, "OPENED");
        assertThat(in(open, own).path("totalFen").asLong()).isEqualTo(9_000_000);
        assertThat(open.path("items").valueStream())
                .allMatch(item -> item.path("outcome").asString().equals("OPENED"));
        assertThat(house.read("evaluator", OPENING + "/record", lot.id()))
                .contains("\"kind\":\"UNOPENED_SHARES\",\"name\":\"演示经办人\",\"words\":\"2\"")
                .contains("\"kind\":\"UNOPENED_SHARES\",\"name\":\"演示审核人\",\"words\":\"1\"");
    }

    /** All shares of a holder, but those of the prices of these bids, which cannot be opened. */
    private List<Map<String, Object>> without(Lot lot, String holder, Bid... bids) {
        var ids = Arrays.stream(bids).map(bid -> bid.id().toString()).toList();
        var shares = new ArrayList<>(scene.holders.opened(holder, lot));
        shares.replaceAll(share ->
                ids.contains(share.get("bid")) && share.get("segment").equals("price") ? unopened(share) : share);
        return shares;
    }

    private static Map<String, Object> unopened(Map<String, Object> share) {
        var unopened = new HashMap<>(share);
        unopened.put("value", null);
        return unopened;
    }

    /** At the end of the time to mend the last bid comes in time and the next one too late, and nothing is opened in between. */
    @Test
    void whatIsMendedInTheLastMomentIsWaitedFor() {
        var lot = scene.lot(Map.of());
        var bids = desk.sealedWith(lot, 2);
        var late = bids.getFirst();
        var last = bids.get(1);
        scene.unsealed(lot);
        desk.goOnWithoutHolders(lot);
        desk.awaitMendable(lot, "HOLDERS_MISSING");
        var keys = new HashMap<String, byte[]>();
        last.sealed()
                .keys()
                .forEach((segment, key) -> keys.put(segment, wrapping.wrapped(last.id(), "key|" + segment, key)));
        var over = new CompletableFuture<Void>();
        var mending = transactions
                .write(openings.hold(lot.id())
                        .then(Mono.fromFuture(over))
                        .then(Mono.defer(() -> atOpening.again(last.id(), keys))))
                .toFuture();
        awaitWaiting(0);
        var another = CompletableFuture.supplyAsync(
                () -> desk.remedy(late, late.sealed().keys()));
        awaitWaiting(1);
        scene.time.passRemedy(lot);
        awaitWaiting(2);
        over.complete(null);
        mending.join();

        refused(another.join(), 409, "no-remedy");
        var open = scene.until(lot, "OPENED");
        became(open, late, "FAILED", "HOLDERS_MISSING");
        assertThat(in(open, last).path("outcome").asString()).isEqualTo("OPENED");
        assertThat(in(open, last).path("totalFen").asLong()).isEqualTo(9_200_000);
    }

    /** So many wait for an opening that another transaction holds. */
    private void awaitWaiting(int count) {
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(database.sql(WAITING).mapValue(Long.class).one().block()).isEqualTo(count);
            return true;
        });
    }
}
