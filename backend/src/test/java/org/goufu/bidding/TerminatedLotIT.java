package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.bidding.OpeningDesk.refused;

import java.util.List;
import java.util.Map;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.bidding.usecase.OpenEnvelopes;
import org.goufu.notification.Told;
import org.goufu.notification.Waiting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** A lot that its department terminates while bids are given or opened: nothing of it goes on. */
@GoufuIT
class TerminatedLotIT {
    private static final String OPENING = "/api/lots/{id}/opening";
    private static final String ROSTER = "/api/lots/{id}/roster";

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    OpeningDesk desk;

    @Autowired
    OpenEnvelopes open;

    private Map<String, Object> roster(long version) {
        var part =
                Map.of("group", house.body("group"), "task", "每个工作日送餐三十份", "deliverables", "每月交付服务台账", "share", 5_000);
        return Map.of("ownShare", 4_000, "fee", 1_000, "parts", List.of(part), "version", version);
    }

    @Test
    void nothingMoreIsTakenIn() {
        var lot = scene.lot(Map.of());
        var bidder = Envelopes.of(house, "organization");
        var sealed = bidder.seal(lot.id(), lot.keyset(), OpeningScene.contents(9_000_000));
        TestHouse.json(house.as("federation")
                .put()
                .uri(ROSTER, lot.id())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(roster(0))
                .exchange()
                .expectStatus()
                .isOk());
        var asked = house.get("group", "/api/me/consents?lot={lot}", lot.id())
                .path("items")
                .get(0);
        assertThat(asked.path("open").asBoolean()).isTrue();
        new Waiting(house, lot.id()).is("group", "ANSWER_PART");

        desk.terminate(lot.id());

        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(house.get("organization", "/api/lots/{id}/bidding", lot.id())
                            .path("open")
                            .asBoolean())
                    .isFalse();
            return true;
        });
        assertThat(scene.state(lot)).isEqualTo("ENDED");
        assertThat(house.get("group", "/api/me/consents?lot={lot}", lot.id())
                        .at("/items/0/open")
                        .asBoolean())
                .isFalse();
        new Waiting(house, lot.id()).is("group");
        var chunk = sealed.chunks().values().iterator().next().getFirst();
        bidder.put(lot.id(), Envelopes.id(sealed), Envelopes.sha256(chunk), chunk)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/bid/closed");
        var consent = Map.of(
                "federation",
                house.body("federation"),
                "digest",
                asked.path("digest").asString(),
                "answer",
                "CONSENTED");
        Refusal.post(house.as("group"), consent, "/api/lots/{id}/consents", lot.id())
                .is(409, "bid/closed");
        Refusal.of(house.as("federation")
                        .put()
                        .uri(ROSTER, lot.id())
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(roster(1)))
                .is(409, "bid/closed");
    }

    @Test
    void theSealIsLookedAtNoMore() {
        var lot = begun();
        new Waiting(house, lot.id()).is("organization", "LOOK_AT_SEAL");

        desk.terminate(lot.id());

        scene.until(lot, "ENDED");
        new Waiting(house, lot.id()).is("organization");
        Refusal.post(house.as("organization"), Map.of("whole", true), OPENING + "/seal", lot.id())
                .is(409, "opening/purchase-over");
        scene.time.passSealCheck(lot);
        open.all().block();
        assertThat(scene.state(lot)).isEqualTo("ENDED");
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(new Told(house, lot.id()).of("organization", "notice"))
                    .singleElement()
                    .asString()
                    .contains("终止了本包");
            return true;
        });
    }

    @Test
    void holdersAreAskedForNothing() {
        var lot = begun();
        scene.passSealCheck(lot);
        var shares = scene.holders.opened("officer", lot);
        new Waiting(house, lot.id()).is("officer", "GIVE_SHARES");

        desk.terminate(lot.id());

        scene.until(lot, "ENDED");
        new Waiting(house, lot.id()).is("officer");
        refused(house.as("officer").get().uri(OPENING + "/shares", lot.id()).exchange(), 409, "purchase-over");
        refused(house.post("officer", shares, OPENING + "/shares", lot.id()), 409, "purchase-over");
        Refusal.post(house.as("officer"), Map.of("reason", "两位都不在"), OPENING + "/absence", lot.id())
                .is(409, "opening/purchase-over");
    }

    private Lot begun() {
        var lot = scene.lot(Map.of());
        desk.sealedWith(lot, 2);
        scene.begin(lot);
        return lot;
    }
}
