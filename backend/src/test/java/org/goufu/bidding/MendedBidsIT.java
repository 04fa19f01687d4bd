package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.bidding.OpeningDesk.became;
import static org.goufu.bidding.OpeningDesk.done;
import static org.goufu.bidding.OpeningDesk.refused;
import static org.goufu.bidding.OpeningScene.in;

import java.util.Map;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningScene.Bid;
import org.goufu.notification.Told;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Bids whose ciphertext the platform lost, and their bidders, who kept it. */
@GoufuIT
class MendedBidsIT {
    private static final String OPENING = "/api/lots/{id}/opening";

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    OpeningDesk desk;

    @Autowired
    Transactions transactions;

    @Autowired
    PriceStage prices;

    @Test
    void whatThePlatformLostIsPresentedAgain() {
        var lot = scene.lot(Map.of());
        var bids = desk.sealedWith(lot, 2);
        var own = bids.getFirst();
        scene.time.change("update bidding.chunk set content = content || 'x'::bytea where envelope = :id", own.id());
        scene.begin(lot);
        // Nobody foresaw this one: it stays with its bid.
        scene.time.change(
                "update bidding.opened_bid set keyset = null where envelope = :id",
                bids.get(2).id());
        scene.passSealCheck(lot);
        scene.holders.give("officer", lot);
        desk.awaitMendable(lot, "CIPHERTEXT_LOST");
        new Told(house, lot.id()).once("organization", "opening", "opening", "重新提交您保存的密文");

        assertThat(house.read("organization", "/api/bids/{id}/manifest", own.id()))
                .isEqualTo(new String(own.sealed().manifest()));
        house.as("federation")
                .get()
                .uri("/api/bids/{id}/manifest", own.id())
                .exchange()
                .expectStatus()
                .isNotFound();
        refused(desk.remedy(own, own.sealed().keys()), 409, "no-remedy");
        refused(desk.present(own, new byte[] {7}), 409, "no-remedy");
        for (var chunks : own.sealed().chunks().values()) {
            for (var chunk : chunks) done(desk.present(own, chunk));
        }
        done(desk.remedy(own, Map.of()));
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(desk.part(lot).path("outcome").asString()).isEqualTo("OPENED");
            return true;
        });
        scene.time.passRemedy(lot);
        var open = scene.until(lot, "OPENED");
        assertThat(in(open, own).path("totalFen").asLong()).isEqualTo(9_000_000);
        became(open, bids.get(2), "FAILED", "PLATFORM_FAILED");
        refused(desk.present(own, new byte[] {7}), 409, "no-remedy");
    }

    /** Behind absent holders stands a damaged ciphertext: its bidder is asked again, and has the whole time again. */
    @Test
    void whatShowsOnlyWithTheBiddersKeysIsAskedForAnew() {
        var lot = scene.lot(Map.of());
        var own = desk.sealedWith(lot, 2).getFirst();
        scene.time.change("update bidding.chunk set content = content || 'x'::bytea where envelope = :id", own.id());
        scene.unsealed(lot);
        desk.goOnWithoutHolders(lot);
        desk.awaitMendable(lot, "HOLDERS_MISSING");
        var until = scene.opening(lot).path("remedyUntil").asString();
        done(desk.remedy(own, own.sealed().keys()));
        desk.awaitMendable(lot, "CIPHERTEXT_LOST");
        assertThat(scene.opening(lot).path("remedyUntil").asString()).isGreaterThan(until);
        new Told(house, lot.id()).once("organization", "opening", "opening", "重新提交您保存的密文");

        for (var chunks : own.sealed().chunks().values()) {
            for (var chunk : chunks) done(desk.present(own, chunk));
        }
        done(desk.remedy(own, Map.of()));
        scene.time.passRemedy(lot);
        assertThat(in(scene.until(lot, "OPENED"), own).path("outcome").asString())
                .isEqualTo("OPENED");
    }

    /** Its time was the technical stage: another's trouble at the price stage does not bring it back. */
    @Test
    void whatWasNotMendedInItsStageHasFailedForGood() {
        var lot = scene.lot(Map.of("stagedOpening", true));
        var bids = desk.sealedWith(lot, 3);
        var own = bids.getFirst();
        damage(own, "tech");
        damage(bids.get(1), "price");
        scene.unsealed(lot);
        scene.holders.give("officer", lot);
        desk.awaitMendable(lot, "CIPHERTEXT_LOST");
        scene.time.passRemedy(lot);
        scene.until(lot, "TECHNICAL_OPENED");

        transactions.write(prices.allowPrices(lot.id())).block();
        house.post("approver", Map.of(), OPENING + "/prices", lot.id())
                .expectStatus()
                .isOk();
        scene.holders.give("approver", lot);
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(scene.opening(lot).path("remedyUntil").isNull()).isFalse();
            return true;
        });
        assertThat(desk.part(lot).path("mendable").asBoolean()).isFalse();
        refused(desk.present(own, own.sealed().chunks().get("tech").getFirst()), 409, "no-remedy");
        refused(desk.remedy(own, Map.of()), 409, "no-remedy");
        scene.time.passRemedy(lot);
        var open = scene.until(lot, "OPENED");
        became(open, own, "FAILED", "CIPHERTEXT_LOST");
        became(open, bids.get(1), "FAILED", "CIPHERTEXT_LOST");
    }

    private void damage(Bid bid, String segment) {
        var digest = Envelopes.sha256(bid.sealed().chunks().get(segment).getFirst());
        scene.time.change(
                "update bidding.chunk set content = content || 'x'::bytea where envelope = :id and digest = '\\x%s'"
                        .formatted(digest),
                bid.id());
    }
}
