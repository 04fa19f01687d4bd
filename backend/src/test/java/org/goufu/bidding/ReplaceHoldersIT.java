package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.bidding.OpeningScene.contents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.bidding.HolderScene.Key;
import org.goufu.bidding.OpeningScene.Bid;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.ledger.Bundles;
import org.goufu.ledger.domain.BundleCheck;
import org.goufu.ledger.domain.BundleFault;
import org.goufu.ledger.domain.Receipt;
import org.goufu.notification.Told;
import org.goufu.notification.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A key is revoked while bids are given: later bids are sealed to others, earlier ones stay valid or are sealed anew. */
@GoufuIT
class ReplaceHoldersIT {
    private static final String REPLACEMENT = "/api/lots/{id}/keyset/replacement";

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    DatabaseClient database;

    private HolderScene holders;
    private Key key;
    private Lot lot;

    /** A lot whose holders are the approver and the officer with a key that he loses soon. */
    @BeforeEach
    void aLotIsPublished() {
        holders = new HolderScene(house);
        key = holders.enrolled();
        lot = scene.lot(Map.of());
        assertThat(Keyset.read(lot.keyset()).kids()).contains(key.pair().kid());
    }

    /** The demo's key is the officer's newest again, for everybody who comes after. */
    @AfterEach
    void theKeyIsOutOfUse() {
        house.as("approver")
                .post()
                .uri("/api/holder-keys/{id}/revocation", key.id())
                .exchange()
                .expectBody()
                .returnResult();
    }

    private Lot replaced() {
        holders.revoke(key);
        house.post("approver", Map.of(), REPLACEMENT, lot.id()).expectStatus().isCreated();
        return new Lot(lot.id(), lot.purchase(), lot.notice(), lot.digest(), keyset(""));
    }

    private byte[] keyset(String query) {
        return house.anonymous()
                .get()
                .uri("/api/lots/{id}/keyset" + query, lot.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
    }

    private static void refused(ResponseSpec answer, int status, String problem) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.type").isEqualTo("/problems/" + problem);
    }

    private ResponseSpec replace() {
        return house.post("approver", Map.of(), REPLACEMENT, lot.id());
    }

    private JsonNode standing() {
        return house.get("officer", REPLACEMENT, lot.id());
    }

    private JsonNode own(String bidder, UUID bid) {
        return house.get(bidder, "/api/bids/{id}", bid);
    }

    @Test
    void bidsAreSealedToTheNewHoldersAndTheOldOnesStay() {
        refused(replace(), 409, "holder/keyset-unchanged");
        assertThat(standing().path("gone")).isEmpty();
        var organization = Envelopes.of(house, "organization");
        var federation = Envelopes.of(house, "federation");
        var first = scene.give(organization, house.body("organization"), lot, 9_000_000);
        var late = federation.seal(lot.id(), lot.keyset(), contents(9_100_000));
        federation.upload(lot.id(), Envelopes.id(late), late);

        holders.revoke(key);
        var gone = standing().path("gone");
        assertThat(gone).hasSize(1);
        assertThat(gone.get(0).path("kid").asString()).isEqualTo(key.pair().kid());
        assertThat(gone.get(0).path("by").asString()).isEqualTo("REVOCATION");
        assertThat(gone.get(0).path("owner").asString()).isEqualTo("演示经办人");
        var waiting = new Waiting(house, lot.id());
        waiting.is("approver", "REPLACE_HOLDERS");
        waiting.is("officer");
        house.post("officer", Map.of(), REPLACEMENT, lot.id()).expectStatus().isForbidden();

        var answer = TestHouse.json(replace().expectStatus().isCreated());
        assertThat(answer.path("gone")).isEmpty();
        assertThat(answer.path("replacedBy").asString()).isEqualTo("演示审核人");
        var now = keyset("");
        assertThat(answer.path("keyset").asString()).isEqualTo(Keyset.hash(now));
        assertThat(Keyset.read(now).kids()).doesNotContain(key.pair().kid());
        assertThat(Keyset.read(now).groups())
                .extracting(Keyset.Group::id)
                .isEqualTo(Keyset.read(lot.keyset()).groups().stream()
                        .map(Keyset.Group::id)
                        .toList());
        assertThat(keyset("?digest=" + Keyset.hash(lot.keyset()))).isEqualTo(lot.keyset());
        assertThat(keyset("?digest=" + Keyset.hash(now))).isEqualTo(now);
        refused(
                house.anonymous()
                        .get()
                        .uri("/api/lots/{id}/keyset?digest=ab", lot.id())
                        .exchange(),
                404,
                "holder/keyset-not-found");
        var receipts = house.get("evaluator", "/api/lots/{id}/keyset/receipts", lot.id());
        assertThat(new String(Receipt.read(receipts.path("keyset").asString()).act(), StandardCharsets.UTF_8))
                .contains("KEYSET_REPLACED", Keyset.hash(now));
        assertThat(receipts.path("items")
                        .valueStream()
                        .map(item -> item.path("kid").asString()))
                .containsExactlyElementsOf(Keyset.read(now).kids());
        refused(replace(), 409, "holder/keyset-unchanged");
        waiting.is("approver");

        // The ciphertext comes back to its bidder, and to nobody else.
        var chunk = first.sealed().chunks().get("price").getFirst();
        var piece = "/api/lots/{lot}/envelopes/{id}/chunks/" + Envelopes.sha256(chunk);
        assertThat(house.as("organization")
                        .get()
                        .uri(piece, lot.id(), first.id())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent())
                .isEqualTo(chunk);
        refused(house.as("federation").get().uri(piece, lot.id(), first.id()).exchange(), 404, "bid/not-found");

        // Who holds the keys was remembered when the first bid came.
        refused(federation.give(lot.id(), late.manifest()), 409, "bid/keys-changed");
        var second = scene.give(
                federation, house.body("federation"), lot, federation.seal(lot.id(), now, contents(9_100_000)));
        // The same request again has the answer of before.
        organization.give(lot.id(), first.sealed().manifest()).expectStatus().is2xxSuccessful();

        assertThat(own("organization", first.id()).path("resealAsked").asBoolean())
                .isTrue();
        assertThat(own("federation", second.id()).path("resealAsked").asBoolean())
                .isFalse();
        waiting.is("organization", "RESEAL");
        waiting.is("federation");
        var told = new Told(house, lot.id());
        for (var body : List.of("organization", "federation")) told.once(body, "bid", "", "重新封装");
        nothingTellsOfABid(first);

        refused(
                organization.give(
                        lot.id(),
                        organization
                                .reseal(lot.id(), lot.keyset(), contents(9_000_000), first.id())
                                .manifest()),
                409,
                "bid/keys-changed");
        var again = scene.give(
                organization,
                house.body("organization"),
                lot,
                organization.reseal(lot.id(), now, contents(9_000_000), first.id()));
        waiting.is("organization");
        assertThat(own("organization", first.id()).path("state").asString()).isEqualTo("REPLACED");
        assertThat(own("organization", again.id()).path("resealAsked").asBoolean())
                .isFalse();

        scene.passDeadline(lot);
        refused(replace(), 409, "holder/too-late");
    }

    /** The act is public, and says nothing of those who had bid. */
    private void nothingTellsOfABid(Bid bid) {
        var entries = house.read("evaluator", "/api/ledger/entries?purchase={id}", lot.purchase());
        assertThat(entries).contains("KEYSET_REPLACED").doesNotContain(bid.id().toString(), "BID_");
        assertThat(standing().toString())
                .doesNotContain(bid.id().toString(), bid.body().toString());
    }

    /** A revoked key still opens what was sealed to it. */
    @Test
    void bidsSealedToDifferentHoldersAreOpenedTogether() {
        var old = scene.give(Envelopes.of(house, "organization"), house.body("organization"), lot, 9_000_000);
        var now = replaced();
        var bids = others(now, 2);
        begun(now);
        var part = house.get("officer", "/api/lots/{id}/opening/part", lot.id());
        assertThat(part.path("keys")).hasSize(2);
        new Waiting(house, lot.id()).is("officer", "GIVE_SHARES");

        assertThat(scene.holders.opened("officer", lot, key.pair()))
                .allMatch(share -> share.get("bid").equals(old.id().toString()));
        scene.holders.give("officer", lot, key.pair());
        assertThat(scene.state(lot)).isEqualTo("OPENING");
        new Waiting(house, lot.id()).is("officer", "GIVE_SHARES");
        refused(
                house.post(
                        "officer",
                        List.of(),
                        "/api/lots/{id}/opening/shares?kid={kid}",
                        lot.id(),
                        key.pair().kid()),
                409,
                "opening/already-taken-part");
        scene.holders.give("officer", now);
        var open = scene.until(lot, "OPENED");
        bids.add(old);
        for (var bid : bids) {
            assertThat(OpeningScene.in(open, bid).path("outcome").asString()).isEqualTo("OPENED");
        }
        assertThat(open.path("holders")
                        .valueStream()
                        .map(holder -> holder.path("former").asBoolean()))
                .containsExactlyInAnyOrder(true, false, false);
        assertThat(Bundles.verified(house, lot.purchase()).findings())
                .extracting(BundleCheck.Finding::fault)
                .containsExactly(BundleFault.NOTICE_CHANGED);
    }

    /** One person whose key is in both documents suffices for all. */
    @Test
    void whoHoldsKeysOfAllOpensAll() {
        var old = scene.give(Envelopes.of(house, "organization"), house.body("organization"), lot, 9_000_000);
        var now = replaced();
        others(now, 2);
        begun(now);
        scene.holders.give("approver", lot);
        var open = scene.until(lot, "OPENED");
        assertThat(OpeningScene.in(open, old).path("outcome").asString()).isEqualTo("OPENED");
        assertThat(open.path("items").valueStream())
                .allMatch(item -> item.path("outcome").asString().equals("OPENED"));
    }

    /** The file of the old key is lost, and the other holder ill: the bidder's own keys are the remedy, and only for that bid. */
    @Test
    void whereTheOldHoldersAreMissingTheBidderOpens() {
        var old = scene.give(Envelopes.of(house, "organization"), house.body("organization"), lot, 9_000_000);
        var now = replaced();
        var bids = others(now, 2);
        begun(now);
        scene.holders.give("officer", now);
        assertThat(scene.state(lot)).isEqualTo("OPENING");
        house.post("officer", Map.of("reason", "旧钥匙文件已丢失，另一位开启人病假"), "/api/lots/{id}/opening/absence", lot.id())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.without")
                .isNotEmpty();
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(scene.opening(lot).path("remedyUntil").isNull()).isFalse();
            return true;
        });
        new Waiting(house, lot.id()).is("organization", "MEND_BID");
        var keys = new ArrayList<Map<String, Object>>();
        old.sealed()
                .keys()
                .forEach((segment, value) -> keys.add(Map.of("segment", segment, "key", Envelopes.base64(value))));
        house.post("organization", Map.of("keys", keys), "/api/bids/{id}/remedy", old.id())
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
        var open = scene.until(lot, "OPENED");
        bids.add(old);
        for (var bid : bids) {
            assertThat(OpeningScene.in(open, bid).path("outcome").asString()).isEqualTo("OPENED");
        }
    }

    private List<Bid> others(Lot now, int count) {
        var bids = new ArrayList<Bid>();
        long fen = 9_100_000;
        for (var body : scene.bodies(count)) bids.add(scene.put(body, now, contents(fen += 100_000), List.of()));
        return bids;
    }

    private void begun(Lot now) {
        scene.passDeadline(now);
        scene.begin(now);
        scene.passSealCheck(now);
    }

    /** Both persons' newest keys are the demo's again, but another one is missing. */
    @Test
    void itIsRefusedWhileTooFewHaveKeys() {
        var approver = house.get("approver", "/api/holder-keys")
                .path("items")
                .valueStream()
                .filter(item -> item.path("mine").asBoolean()
                        && item.path("state").asString().equals("ENROLLED"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        var change = "update bidding.holder_key set state = '%s' where id = :id";
        holders.revoke(key);
        scene.time.change(change.formatted("REVOKED"), UUID.fromString(approver));
        try {
            assertThat(standing().path("missing").asInt()).isEqualTo(1);
            refused(replace(), 409, "holder/keyset-missing");
        } finally {
            scene.time.change(change.formatted("ENROLLED"), UUID.fromString(approver));
        }
        assertThat(standing().path("missing").asInt()).isZero();
    }

    @Test
    void anotherDepartmentsLotIsNone() {
        var other = database.sql("""
                        select l.id from purchase.lot l
                          join purchase.notice n on n.id = l.notice_id
                         where n.department_id <> (select department_id from bidding.holder_key where id = :key)
                         limit 1
                        """)
                .bind("key", key.id())
                .mapValue(UUID.class)
                .one()
                .block();
        for (var unknown : List.of(String.valueOf(other), UUID.randomUUID().toString())) {
            refused(house.post("approver", Map.of(), REPLACEMENT, unknown), 404, "holder/lot-not-found");
            refused(house.as("approver").get().uri(REPLACEMENT, unknown).exchange(), 404, "holder/lot-not-found");
        }
    }
}
