package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.bidding.OpeningScene.contents;
import static org.goufu.bidding.OpeningScene.in;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningScene.Bid;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.ledger.Bundles;
import org.goufu.ledger.domain.BundleCheck;
import org.goufu.ledger.domain.BundleFault;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What the people at an opening do and are answered. */
public final class OpeningDesk {
    private static final String OPENING = "/api/lots/{id}/opening";

    private final TestHouse house;
    private final OpeningScene scene;

    public OpeningDesk(TestHouse house, OpeningScene scene) {
        this.house = house;
        this.scene = scene;
    }

    public static void refused(ResponseSpec answer, int status, String problem) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/opening/" + problem);
    }

    public static void done(ResponseSpec answer) {
        answer.expectStatus().isNoContent().expectBody().isEmpty();
    }

    public static void became(JsonNode open, Bid bid, String outcome, String reason) {
        var item = in(open, bid);
        assertThat(item.path("outcome").asString()).isEqualTo(outcome);
        assertThat(item.path("reason").asString()).isEqualTo(reason);
        assertThat(item.path("article").asString()).isNotBlank();
    }

    private Bid ofOrganization(Lot lot, long fen) {
        return scene.give(Envelopes.of(house, "organization"), house.body("organization"), lot, fen);
    }

    /** Ready to be opened, with a bid of the demo's organization and so many others. */
    public List<Bid> sealedWith(Lot lot, int others) {
        var bids = new ArrayList<Bid>();
        bids.add(ofOrganization(lot, 9_000_000));
        long fen = 9_100_000;
        for (var body : scene.bodies(others)) bids.add(scene.put(body, lot, contents(fen += 100_000), List.of()));
        scene.passDeadline(lot);
        return bids;
    }

    /** The officer says that no holder can be had. */
    public void goOnWithoutHolders(Lot lot) {
        house.post("officer", Map.of("reason", "两位开启人的钥匙文件都损坏"), OPENING + "/absence", lot.id())
                .expectStatus()
                .isOk();
    }

    /** The organization's own bid, as its part in the opening shows it. */
    public JsonNode part(Lot lot) {
        return house.get("organization", OPENING + "/part", lot.id()).path("bid");
    }

    public void awaitMendable(Lot lot, String reason) {
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(part(lot).path("mendable").asBoolean()).isTrue();
            return true;
        });
        assertThat(part(lot).path("reason").asString()).isEqualTo(reason);
    }

    /** With the keys that the organization kept; without any after it presented the ciphertext again. */
    public ResponseSpec remedy(Bid bid, Map<String, byte[]> keys) {
        var given = keys.entrySet().stream()
                .map(key -> Map.of("segment", key.getKey(), "key", Envelopes.base64(key.getValue())))
                .toList();
        return house.post("organization", Map.of("keys", given), "/api/bids/{id}/remedy", bid.id());
    }

    public ResponseSpec present(Bid bid, byte[] piece) {
        return house.as("organization")
                .put()
                .uri("/api/bids/{id}/chunks/{digest}", bid.id(), Envelopes.sha256(piece))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(piece)
                .exchange();
    }

    /** By both persons of the department. */
    public void terminate(UUID lot) {
        house.as("officer")
                .put()
                .uri("/api/lots/{id}/termination", lot)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("reason", "TASK_CANCELLED", "explanation", "因街道规划调整，本项目任务取消，不再采购。"))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        publishTermination(lot);
    }

    public void publishTermination(UUID lot) {
        house.as("approver")
                .post()
                .uri("/api/lots/{id}/termination/publication", lot)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    /** All of it but the notice, whose times the scene moved into the past: that is named. */
    public void theBundleVerifies(Lot lot) {
        assertThat(Bundles.verified(house, lot.purchase()).findings())
                .extracting(BundleCheck.Finding::fault)
                .containsExactly(BundleFault.NOTICE_CHANGED);
    }
}
