package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.bidding.domain.seal.KeyPair;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.Sealer.Sealed;
import org.goufu.ledger.domain.Receipt;
import org.goufu.ledger.domain.Receipt.Finding;
import org.goufu.ledger.domain.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bid over HTTP, from the first piece of ciphertext to the receipt. */
@GoufuIT
class BiddingIT {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    TestHouse house;

    /** A lot that is open, and a bidder who may bid for it. */
    private record Scene(UUID lot, UUID purchase, Envelopes bidder, byte[] keyset) {}

    private Scene scene() {
        var purchases = new Purchases(house);
        var notice = purchases.publish(purchases.lunches("封存响应文件的助餐服务"));
        var lot = UUID.fromString(notice.path("lots").get(0).path("id").asString());
        return new Scene(
                lot,
                UUID.fromString(notice.path("purchaseId").asString()),
                Envelopes.of(house, "organization"),
                Envelopes.keyset(house, lot));
    }

    private static UUID id(Sealed sealed) {
        return Manifest.read(sealed.manifest()).core().envelopeId();
    }

    private static JsonNode accepted(ResponseSpec answer) {
        return TestHouse.json(answer.expectStatus().isCreated());
    }

    private static void refused(ResponseSpec answer, int status, String problem) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.type").isEqualTo("/problems/bid/" + problem);
    }

    private Sealed given(Scene scene, String price, UUID replaces) {
        var sealed = scene.bidder().seal(scene.lot(), scene.keyset(), price, replaces);
        scene.bidder().upload(scene.lot(), id(sealed), sealed);
        accepted(scene.bidder().give(scene.lot(), sealed.manifest()));
        return sealed;
    }

    @Test
    void aBidIsAcceptedOnceAndItsReceiptVerifies() {
        var scene = scene();
        var sealed = scene.bidder().seal(scene.lot(), scene.keyset(), "9500000", null);
        scene.bidder().upload(scene.lot(), id(sealed), sealed);

        var first = accepted(scene.bidder().give(scene.lot(), sealed.manifest()));
        var again = accepted(scene.bidder().give(scene.lot(), sealed.manifest()));

        assertThat(first.path("act").asString()).isEqualTo("BID_SUBMITTED");
        assertThat(again).isEqualTo(first);
        var receipt = Receipt.read(house.read("organization", "/api/bids/{id}/receipt", id(sealed)));
        assertThat(receipt.check(Verifier.read(
                        house.read("organization", "/api/ledger/key").strip())))
                .isInstanceOf(Finding.Good.class);
        var act = JSON.readTree(receipt.act());
        assertThat(act.path("manifest").asString()).isEqualTo(Envelopes.sha256(sealed.manifest()));
        assertThat(act.path("lot").asString()).isEqualTo(scene.lot().toString());
        assertThat(act.path("acceptedAt").asString())
                .startsWith(first.path("acceptedAt").asString().substring(0, 19));
    }

    @Test
    void theBidderAloneSeesIt() {
        var scene = scene();
        var bid = id(given(scene, "9400000", null));

        assertThat(house.get("organization", "/api/bids/{id}", bid)
                        .path("state")
                        .asString())
                .isEqualTo("GIVEN");
        assertThat(house.get("organization", "/api/lots/{id}/bidding", scene.lot())
                        .path("bids"))
                .hasSize(1);
        assertThat(house.get("organization", "/api/me/bids")
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(bid.toString());
        assertThat(house.get("federation", "/api/lots/{id}/bidding", scene.lot())
                        .path("bids"))
                .isEmpty();
        for (var path : List.of("/api/bids/{id}", "/api/bids/{id}/receipt")) {
            house.as("federation")
                    .get()
                    .uri(path, bid)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
            for (var other : List.of("officer", "approver", "supervisor", "admin", "group", "evaluator", "registrar")) {
                house.as(other).get().uri(path, bid).exchange().expectStatus().isForbidden();
            }
        }
        // What everybody may read of the purchase does not tell either.
        for (var open : List.of("/api/purchases/{id}", "/api/ledger/entries?purchase={id}")) {
            assertThat(house.read("officer", open, scene.purchase()))
                    .doesNotContain(bid.toString())
                    .doesNotContain(house.body("organization").toString())
                    .doesNotContain("BID_");
        }
    }

    /** Not even as a number among those that operators watch. */
    @Test
    void theMetersDoNotCountBids() {
        var scene = scene();
        given(scene, "9350000", null);

        var meters = house.read("admin", "/actuator/prometheus");

        assertThat(meters).contains("/api/purchases/{id}/approval");
        for (var path : List.of("/bids", "/bidding", "/envelopes", "/signing-keys")) {
            assertThat(meters).doesNotContain(path);
        }
    }

    @Test
    void aboveThePurchaseLimitBidsAreGivenElsewhere() {
        var notice = house.get(
                        "organization",
                        "/api/notices?method=OPEN_TENDER&method=CONSULTATION&method=NEGOTIATION&status=OPEN&size=1")
                .path("items")
                .get(0)
                .path("id")
                .asString();
        var lot = house.get("organization", "/api/notices/{id}", notice)
                .path("lots")
                .get(0)
                .path("id")
                .asString();

        refused(
                house.as("organization")
                        .get()
                        .uri("/api/lots/{id}/bidding", lot)
                        .exchange(),
                409,
                "not-given-here");
        refused(
                house.as("organization")
                        .get()
                        .uri("/api/lots/{id}/bidding", UUID.randomUUID())
                        .exchange(),
                404,
                "lot-not-found");
    }

    @Test
    void aReplacementTakesThePlaceAndAWithdrawalLeavesNone() {
        var scene = scene();
        var first = id(given(scene, "9300000", null));
        refused(scene.bidder().give(scene.lot(), uploaded(scene, null).manifest()), 409, "already-given");

        var second = id(given(scene, "9200000", first));
        refused(scene.bidder().withdraw(first), 409, "not-current");
        var taken =
                TestHouse.json(scene.bidder().withdraw(second).expectStatus().isOk());
        var again =
                TestHouse.json(scene.bidder().withdraw(second).expectStatus().isOk());
        assertThat(again).isEqualTo(taken);

        assertThat(house.get("organization", "/api/bids/{id}", first)
                        .path("state")
                        .asString())
                .isEqualTo("REPLACED");
        assertThat(house.get("organization", "/api/bids/{id}", second)
                        .path("state")
                        .asString())
                .isEqualTo("WITHDRAWN");
        var third = id(given(scene, "9100000", null));
        assertThat(house.get("organization", "/api/bids/{id}", third)
                        .path("state")
                        .asString())
                .isEqualTo("GIVEN");
        var withdrawal = Receipt.read(house.read("organization", "/api/bids/{id}/receipt?act=BID_WITHDRAWN", second));
        assertThat(JSON.readTree(withdrawal.act()).path("kind").asString()).isEqualTo("BID_WITHDRAWN");
    }

    private Sealed uploaded(Scene scene, UUID replaces) {
        var sealed = scene.bidder().seal(scene.lot(), scene.keyset(), "8800000", replaces);
        scene.bidder().upload(scene.lot(), id(sealed), sealed);
        return sealed;
    }

    @Test
    void whatIsNotWholeOrNotItsOwnIsRefused() {
        var scene = scene();
        var bidder = scene.bidder();
        var sealed = bidder.seal(scene.lot(), scene.keyset(), "9000000", null);
        var manifest = sealed.manifest();

        refused(bidder.give(scene.lot(), manifest), 409, "chunks-missing");
        bidder.upload(scene.lot(), id(sealed), sealed);
        refused(bidder.give(UUID.randomUUID(), manifest), 422, "of-another");
        refused(give(scene, manifest, bidder.sign(new byte[] {1}), bidder.key()), 422, "signature-wrong");
        refused(give(scene, manifest, bidder.sign(manifest), UUID.randomUUID()), 422, "key-unknown");
        refused(give(scene, new byte[] {'{', '}'}, bidder.sign(manifest), bidder.key()), 422, "manifest-unreadable");
        refused(Envelopes.of(house, "federation").give(scene.lot(), manifest), 422, "of-another");
        refused(bidder.withdraw(id(sealed)), 404, "not-found");

        accepted(bidder.give(scene.lot(), manifest));
        var stranger = Envelopes.of(house, "federation");
        refused(stranger.withdraw(id(sealed)), 404, "not-found");
    }

    private ResponseSpec give(Scene scene, byte[] manifest, byte[] signature, UUID key) {
        return house.post(
                "organization",
                Map.of("manifest", Envelopes.base64(manifest), "signature", Envelopes.base64(signature), "key", key),
                "/api/lots/{id}/bids",
                scene.lot());
    }

    @Test
    void whatIsSealedToOthersOrForAnotherNoticeIsRefused() {
        var scene = scene();
        var stranger = new Keyset(List.of(new Keyset.Group(
                        "department",
                        1,
                        List.of(Keyset.Member.of(
                                KeyPair.made(new SecureRandom()).publicKey())))))
                .write();
        var toOthers = scene.bidder().seal(scene.lot(), stranger, "9000000", null);
        scene.bidder().upload(scene.lot(), id(toOthers), toOthers);
        refused(scene.bidder().give(scene.lot(), toOthers.manifest()), 409, "keys-changed");

        var notice = scene().lot();
        var elsewhere = scene.bidder().seal(scene.lot(), scene.keyset(), "9000000", null, notice);
        refused(scene.bidder().give(scene.lot(), elsewhere.manifest()), 409, "notice-changed");
    }

    @Test
    void aRevokedKeySignsNothingMore() {
        var scene = scene();
        var sealed = uploaded(scene, null);

        house.as("federation")
                .delete()
                .uri("/api/me/signing-keys/{id}", scene.bidder().key())
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        house.as("organization")
                .delete()
                .uri("/api/me/signing-keys/{id}", scene.bidder().key())
                .exchange()
                .expectStatus()
                .isNoContent();

        refused(scene.bidder().give(scene.lot(), sealed.manifest()), 409, "key-revoked");
        assertThat(house.read("organization", "/api/me/signing-keys"))
                .doesNotContain(scene.bidder().key().toString());
    }

    @Test
    void piecesAreKeptOnceAndOnlyTheirSendersEnvelopeTakesThem() {
        var scene = scene();
        var sealed = scene.bidder().seal(scene.lot(), scene.keyset(), "8900000", null);
        var piece = sealed.chunks().get("price").getFirst();
        var digest = Envelopes.sha256(piece);

        refused(scene.bidder().put(scene.lot(), id(sealed), "0".repeat(64), piece), 422, "chunk-damaged");
        refused(scene.bidder().put(scene.lot(), id(sealed), digest, new byte[600 * 1024]), 422, "chunk-too-large");
        scene.bidder()
                .put(scene.lot(), id(sealed), digest, piece)
                .expectStatus()
                .isNoContent();
        scene.bidder()
                .put(scene.lot(), id(sealed), digest, piece)
                .expectStatus()
                .isNoContent();
        refused(Envelopes.of(house, "federation").put(scene.lot(), id(sealed), digest, piece), 422, "of-another");

        var path = "/api/lots/{lot}/envelopes/{id}/chunks";
        assertThat(house.get("organization", path, scene.lot(), id(sealed)).path("items"))
                .hasSize(1);
        assertThat(house.get("federation", path, scene.lot(), id(sealed)).path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "BAECAwQFBgcICQ", "not base64!"})
    void whatIsNoKeyIsNotEnrolled(String encoded) {
        refused(
                house.post("organization", Map.of("publicKey", encoded), "/api/me/signing-keys"),
                422,
                "key-unreadable");
    }
}
