package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.bidding.OpeningScene.bytes;
import static org.goufu.bidding.OpeningScene.contents;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.bidding.domain.Agreement;
import org.goufu.bidding.domain.Agreement.Member;
import org.goufu.bidding.domain.seal.Document;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.Sealer.Sealed;
import org.goufu.ledger.Bundles;
import org.goufu.ledger.domain.BundleCheck;
import org.goufu.ledger.domain.BundleFault;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Legal persons agree to bid together, sign, bid, and are opened as one: over HTTP. */
@GoufuIT
class ConsortiumIT {
    private static final String CONSORTIUM = "/api/lots/{id}/consortium";
    private static final String LEAD = "organization";
    private static final String OTHER = "organization2";
    private static final String THIRD = "organization3";

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    DatabaseClient database;

    private Lot lot() {
        return scene.lot(Map.of("acceptsConsortium", true));
    }

    private static void refused(ResponseSpec answer, int status, String problem) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.type").isEqualTo("/problems/" + problem);
    }

    private static void done(ResponseSpec answer) {
        answer.expectStatus().isNoContent().expectBody().isEmpty();
    }

    private Map<String, Object> member(String username, String work, int share) {
        return Map.of("body", house.body(username), "work", work, "share", share);
    }

    private ResponseSpec save(String lead, Lot lot, long version, Object... members) {
        return house.as(lead)
                .put()
                .uri(CONSORTIUM, lot.id())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("members", List.of(members), "version", version))
                .exchange();
    }

    /** Led by {@code lead}, with {@code other} for the rest. */
    private JsonNode drafted(String lead, String other, Lot lot) {
        var answer = save(lead, lot, 0, member(lead, "每个工作日送餐三十份", 6_000), member(other, "每月探访老人", 4_000));
        return TestHouse.json(answer.expectStatus().isOk()).path("agreements").get(0);
    }

    private JsonNode read(String username, Lot lot) {
        return house.get(username, CONSORTIUM, lot.id());
    }

    /** The exact bytes, made again of what a member reads, as its browser does. */
    private static Document document(Lot lot, JsonNode agreement) {
        return new Agreement(
                        lot.id(),
                        id(agreement.path("lead").path("id")),
                        agreement
                                .path("members")
                                .valueStream()
                                .map(one -> new Member(
                                        id(one.path("body").path("id")),
                                        one.path("body").path("name").asString(),
                                        one.path("work").asString(),
                                        one.path("share").asInt()))
                                .toList(),
                        agreement.path("terms").asString(),
                        0)
                .document();
    }

    private static UUID id(JsonNode node) {
        return UUID.fromString(node.asString());
    }

    private ResponseSpec sign(String username, Envelopes signer, Lot lot, JsonNode agreement, Document document) {
        return house.post(
                username,
                Map.of(
                        "lead",
                        agreement.path("lead").path("id").asString(),
                        "hash",
                        document.hash(),
                        "key",
                        signer.key(),
                        "signature",
                        Envelopes.base64(signer.sign(document.bytes()))),
                CONSORTIUM + "/signatures",
                lot.id());
    }

    private void signed(String username, Lot lot, JsonNode agreement) {
        done(sign(username, Envelopes.of(house, username), lot, agreement, document(lot, agreement)));
    }

    private ResponseSpec takeBack(String username, Lot lot) {
        return house.post(username, Map.of(), CONSORTIUM + "/signatures/withdrawal", lot.id());
    }

    private JsonNode agreed(Lot lot) {
        var agreement = drafted(LEAD, OTHER, lot);
        signed(LEAD, lot, agreement);
        signed(OTHER, lot, agreement);
        return agreement;
    }

    /** Sealed in the name of both and uploaded. */
    private Sealed sealed(Envelopes lead, Lot lot, String hash, UUID other, long fen) {
        var contents = contents(fen);
        contents.put("allocation", bytes("""
                {"format":"goufu-allocation/1","rosterHash":"%s","lead":"甲","ownShare":6000,"ownFen":%d,"fee":0,"feeFen":0,
                 "parts":[{"group":"%s","name":"乙","task":"每月探访老人","deliverables":"","share":4000,"fen":%d}]}
                """.formatted(hash, fen * 6 / 10, other, fen * 4 / 10)));
        var sealed = lead.seal(lot.id(), lot.keyset(), contents, List.of(other), hash);
        lead.upload(lot.id(), envelope(sealed), sealed);
        return sealed;
    }

    private static UUID envelope(Sealed sealed) {
        return Manifest.read(sealed.manifest()).core().envelopeId();
    }

    private UUID given(Envelopes lead, Lot lot, String hash) {
        var sealed = sealed(lead, lot, hash, house.body(OTHER), 9_000_000);
        lead.give(lot.id(), sealed.manifest()).expectStatus().isCreated();
        return envelope(sealed);
    }

    private JsonNode part(String username, Lot lot) {
        return house.get(username, "/api/lots/{id}/opening/part", lot.id()).path("bid");
    }

    /** The lead is asked and answers for all; the others read that it did. */
    private void eachMemberFollowsTheSealOfItsLead(Lot lot, UUID id) {
        assertThat(part(LEAD, lot).path("own").asBoolean()).isTrue();
        var before = part(OTHER, lot);
        assertThat(before.path("id").asString()).isEqualTo(id.toString());
        assertThat(before.path("own").asBoolean()).isFalse();
        assertThat(before.path("checked").asBoolean()).isFalse();
        refused(
                house.post(OTHER, Map.of("whole", true), "/api/lots/{id}/opening/seal", lot.id()),
                404,
                "opening/not-found");
        done(house.post(LEAD, Map.of("whole", true), "/api/lots/{id}/opening/seal", lot.id()));
        assertThat(part(OTHER, lot).path("checked").asBoolean()).isTrue();
        assertThat(part(OTHER, lot).path("bidder").asString()).isEqualTo(scene.name(house.body(LEAD)));
        assertThat(part(THIRD, lot).isNull()).isTrue();
    }

    private JsonNode opened(Lot lot) {
        scene.begin(lot);
        return goneOn(lot);
    }

    private JsonNode goneOn(Lot lot) {
        scene.passSealCheck(lot);
        scene.holders.give("officer", lot);
        return scene.until(lot, "OPENED");
    }

    private static JsonNode bid(JsonNode opening, UUID id) {
        return opening.path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoLegalPersonsSignAndBidAsOne() {
        var lot = lot();
        var agreement = drafted(LEAD, OTHER, lot);
        var hash = agreement.path("hash").asString();
        assertThat(document(lot, agreement).hash()).isEqualTo(hash);
        assertThat(agreement.path("terms").asString()).contains("连带责任");
        told(OTHER, lot, "签署联合体协议");
        signed(OTHER, lot, agreement);
        var lead = Envelopes.of(house, LEAD);
        var early = sealed(lead, lot, hash, house.body(OTHER), 9_000_000);
        refused(lead.give(lot.id(), early.manifest()), 409, "bid/agreement-unsigned");
        signed(LEAD, lot, agreement);
        var id = given(lead, lot, hash);

        for (var body : scene.bodies(2)) scene.put(body, lot, contents(9_500_000), List.of());
        scene.passDeadline(lot);
        refused(takeBack(OTHER, lot), 409, "bid/closed");
        assertThat(part(OTHER, lot).isNull()).isTrue();
        scene.begin(lot);
        eachMemberFollowsTheSealOfItsLead(lot, id);
        var bid = bid(goneOn(lot), id);
        assertThat(bid.path("outcome").asString()).isEqualTo("OPENED");
        assertThat(bid.path("totalFen").asLong()).isEqualTo(9_000_000);
        assertThat(bid.path("consortium")
                        .valueStream()
                        .map(one -> one.path("share").asInt()))
                .containsExactly(6_000, 4_000);
        theRecordHasEverySignature(lot, id, hash);
        everyMemberReadsItsOwnBid(id);
        // The scene moves the deadline inside the notice; nothing else is suspected.
        assertThat(Bundles.verified(house, lot.purchase()).findings())
                .extracting(BundleCheck.Finding::fault)
                .containsExactly(BundleFault.NOTICE_CHANGED);
    }

    private void told(String username, Lot lot, String words) {
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            var about = house.get(username, "/api/me/inbox?kind=bid")
                    .path("items")
                    .valueStream()
                    .filter(item ->
                            item.path("lotId").asString().equals(lot.id().toString()))
                    .map(JsonNode::toString)
                    .toList();
            assertThat(about).anyMatch(item -> item.contains(words));
            return true;
        });
    }

    private void theRecordHasEverySignature(Lot lot, UUID id, String hash) {
        var record = JsonMapper.shared().readTree(house.read("newcomer", "/api/lots/{id}/opening/record", lot.id()));
        var consortium = record.path("bids")
                .valueStream()
                .filter(one -> one.path("envelope").asString().equals(id.toString()))
                .findFirst()
                .orElseThrow()
                .path("consortium");
        assertThat(consortium.path("members")).hasSize(2);
        var document = Base64.getUrlDecoder().decode(consortium.path("document").asString());
        assertThat(Envelopes.sha256(document)).isEqualTo(hash);
    }

    private void everyMemberReadsItsOwnBid(UUID id) {
        for (var member : List.of(LEAD, OTHER)) {
            assertThat(house.get(member, "/api/bids/{id}/opened", id)
                            .path("price")
                            .path("totalFen")
                            .asLong())
                    .isEqualTo(9_000_000);
        }
        refused(house.as(THIRD).get().uri("/api/bids/{id}/opened", id).exchange(), 404, "opening/content-not-found");
    }

    @Test
    void aFiledGroupIsNoMemberAndIsToldTheWay() {
        var lot = lot();
        save(LEAD, lot, 0, member(LEAD, "送餐", 6_000), member("group", "探访", 4_000))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/consortium/filed-group")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("社联会", "第二十四条"))
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/members/1/body");
        refused(
                save(
                        LEAD,
                        lot,
                        0,
                        member(LEAD, "送餐", 6_000),
                        Map.of("body", UUID.randomUUID(), "work", "x", "share", 4_000)),
                422,
                "consortium/member-unknown");
        refused(save(LEAD, lot, 0, member(LEAD, "送餐", 10_000)), 422, "consortium/members-wrong");
        refused(save(LEAD, lot, 0, member(LEAD, "送餐", 6_000), member(OTHER, "探访", 3_999)), 422, "consortium/sum-wrong");
    }

    @Test
    void aNoticeThatTakesNoneSaysSo() {
        var lot = scene.lot(Map.of());
        assertThat(read(LEAD, lot).path("accepted").asBoolean()).isFalse();
        refused(
                save(LEAD, lot, 0, member(LEAD, "送餐", 6_000), member(OTHER, "探访", 4_000)),
                409,
                "consortium/not-accepted");
    }

    /** 实施条例 第22条第二款, both ways; each learns of its own deeds only. */
    @Test
    void whoBidsTogetherBidsNeitherAloneNorInAnother() {
        var lot = lot();
        var agreement = agreed(lot);
        var second = drafted(THIRD, OTHER, lot);
        refused(
                sign(OTHER, Envelopes.of(house, OTHER), lot, second, document(lot, second)),
                409,
                "consortium/signed-elsewhere");
        var other = Envelopes.of(house, OTHER);
        var alone = other.seal(lot.id(), lot.keyset(), contents(9_000_000));
        other.upload(lot.id(), envelope(alone), alone);
        refused(other.give(lot.id(), alone.manifest()), 409, "bid/in-consortium");

        done(takeBack(OTHER, lot));
        refused(takeBack(OTHER, lot), 409, "consortium/nothing-to-take-back");
        other.give(lot.id(), alone.manifest()).expectStatus().isCreated();
        refused(
                sign(OTHER, Envelopes.of(house, OTHER), lot, agreement, document(lot, agreement)),
                409,
                "consortium/bids-alone");
        other.withdraw(envelope(alone)).expectStatus().isOk();
        signed(OTHER, lot, second);
    }

    @Test
    void aSignatureCoversExactlyOneText() {
        var lot = lot();
        var agreement = drafted(LEAD, OTHER, lot);
        var hash = agreement.path("hash").asString();
        var signer = Envelopes.of(house, OTHER);
        var foreign = Envelopes.of(house, THIRD);
        var document = document(lot, agreement);
        refused(sign(OTHER, foreign, lot, agreement, document), 422, "bid/key-unknown");
        refused(
                sign(OTHER, signer, lot, agreement, new Document(bytes("another text"), document.hash())),
                422,
                "bid/signature-wrong");
        refused(sign(THIRD, foreign, lot, agreement, document), 404, "consortium/not-found");
        signed(LEAD, lot, agreement);
        signed(OTHER, lot, agreement);

        refused(
                save(LEAD, lot, 0, member(LEAD, "送餐", 5_000), member(OTHER, "探访", 5_000)),
                412,
                "consortium/changed-meanwhile");
        save(LEAD, lot, 1, member(LEAD, "每个工作日送餐四十份", 6_000), member(OTHER, "每月探访老人", 4_000))
                .expectStatus()
                .isOk();
        refused(sign(OTHER, signer, lot, agreement, document), 409, "consortium/text-changed");
        var states = read(LEAD, lot).path("agreements").get(0).path("members");
        assertThat(states.valueStream().map(one -> one.path("state").asString()))
                .containsExactly("ASKED", "ASKED");
        var lead = Envelopes.of(house, LEAD);
        var old = sealed(lead, lot, hash, house.body(OTHER), 9_000_000);
        refused(lead.give(lot.id(), old.manifest()), 409, "bid/agreement-changed");
        var now = read(OTHER, lot).path("agreements").get(0);
        assertThat(now.path("version").asLong()).isEqualTo(2);
        done(house.post(
                OTHER,
                Map.of("lead", house.body(LEAD), "hash", now.path("hash").asString()),
                CONSORTIUM + "/refusals",
                lot.id()));
        assertThat(read(OTHER, lot).path("signedWith").isNull()).isTrue();
        signed(OTHER, lot, now);
    }

    /** The bid in the box rests on the text of before, under which the signature ends with the refusal. */
    @Test
    void aLeadIsToldThatARefusalMakesItsBidInvalid() {
        var lot = lot();
        var hash = agreed(lot).path("hash").asString();
        given(Envelopes.of(house, LEAD), lot, hash);
        save(LEAD, lot, 1, member(LEAD, "每个工作日送餐四十份", 6_000), member(OTHER, "每月探访老人", 4_000))
                .expectStatus()
                .isOk();
        var now = read(OTHER, lot).path("agreements").get(0);
        done(house.post(
                OTHER,
                Map.of("lead", house.body(LEAD), "hash", now.path("hash").asString()),
                CONSORTIUM + "/refusals",
                lot.id()));
        told(LEAD, lot, "开启时作无效处理");
    }

    @Test
    void everyMemberMustBeEligible() {
        var lot = lot();
        var hash = agreed(lot).path("hash").asString();
        var lead = Envelopes.of(house, LEAD);
        var sealed = sealed(lead, lot, hash, house.body(OTHER), 9_000_000);
        sql("""
            insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
            select gen_random_uuid(), $1, 'CREDIT_LIST', 'SERIOUS', (platform.now() at time zone 'Asia/Shanghai')::date,
                   platform.now(), 'court', 'DEMO'
            """, house.body(OTHER));
        try {
            refused(lead.give(lot.id(), sealed.manifest()), 403, "bid/member-not-eligible");
        } finally {
            sql("""
                update organization.fact set withdrawn_at = platform.now()
                 where body_id = $1 and kind = 'CREDIT_LIST' and value = 'SERIOUS'
                """, house.body(OTHER));
        }
        lead.give(lot.id(), sealed.manifest()).expectStatus().isCreated();
    }

    private void sql(String statement, UUID id) {
        database.sql(statement).bind(0, id).then().block();
    }

    @Test
    void aSignatureThatIsTakenBackStopsTheBidAndNoOther() {
        var lot = lot();
        var hash = agreed(lot).path("hash").asString();
        var lead = Envelopes.of(house, LEAD);
        var together = given(lead, lot, hash);
        done(takeBack(OTHER, lot));
        assertThat(read(LEAD, lot).path("missing").get(0).path("id").asString())
                .isEqualTo(house.body(OTHER).toString());
        told(LEAD, lot, "开启时作无效处理");
        var alone = scene.give(Envelopes.of(house, OTHER), house.body(OTHER), lot, 9_200_000);
        for (var body : scene.bodies(1)) scene.put(body, lot, contents(9_500_000), List.of());
        scene.passDeadline(lot);

        var opening = opened(lot);
        assertThat(bid(opening, together).path("outcome").asString()).isEqualTo("INVALID");
        assertThat(bid(opening, together).path("reason").asString()).isEqualTo("SIGNATURE_MISSING");
        assertThat(bid(opening, together).path("article").asString()).contains("第二十四条");
        assertThat(bid(opening, alone.id()).path("outcome").asString()).isEqualTo("OPENED");
    }

    /** A verifier holds each signature to the ledger: no bid rests on a key that was revoked before it (decision 42). */
    @Test
    void aMemberWhoseKeyWasRevokedSignsAnewBeforeTheNextBid() {
        var lot = lot();
        var agreement = drafted(LEAD, OTHER, lot);
        var hash = agreement.path("hash").asString();
        signed(LEAD, lot, agreement);
        var gone = Envelopes.of(house, OTHER);
        done(sign(OTHER, gone, lot, agreement, document(lot, agreement)));
        var lead = Envelopes.of(house, LEAD);
        var first = given(lead, lot, hash);

        done(house.as(OTHER)
                .delete()
                .uri("/api/me/signing-keys/{id}", gone.key())
                .exchange());

        assertThat(states(lot)).containsExactly("SIGNED", "LAPSED");
        assertThat(read(LEAD, lot).path("missing"))
                .as("the bid in the box stays")
                .isEmpty();
        lead.withdraw(first).expectStatus().isOk();
        var next = sealed(lead, lot, hash, house.body(OTHER), 9_000_000);
        refused(lead.give(lot.id(), next.manifest()), 409, "bid/agreement-unsigned");
        signed(OTHER, lot, agreement);
        assertThat(states(lot)).containsExactly("SIGNED", "SIGNED");
        lead.give(lot.id(), next.manifest()).expectStatus().isCreated();
        for (var body : scene.bodies(2)) scene.put(body, lot, contents(9_500_000), List.of());
        scene.passDeadline(lot);
        assertThat(bid(opened(lot), envelope(next)).path("outcome").asString()).isEqualTo("OPENED");
        assertThat(Bundles.verified(house, lot.purchase()).findings())
                .extracting(BundleCheck.Finding::fault)
                .containsExactly(BundleFault.NOTICE_CHANGED);
    }

    private List<String> states(Lot lot) {
        return read(LEAD, lot)
                .path("agreements")
                .get(0)
                .path("members")
                .valueStream()
                .map(one -> one.path("state").asString())
                .toList();
    }

    /** C01 over all members: the head of one of them heads another bidder, too. */
    @Test
    void relatedBiddersAreFoundAmongTheMembers() {
        var lot = lot();
        var hash = agreed(lot).path("hash").asString();
        var together = given(Envelopes.of(house, LEAD), lot, hash);
        var others = scene.bodies(2);
        var related = scene.put(others.getFirst(), lot, contents(9_300_000), List.of());
        scene.put(others.getLast(), lot, contents(9_500_000), List.of());
        var head = UUID.randomUUID();
        database.sql("""
                        insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
                        select $1, $2, 'HEAD', f.value, f.valid_from, platform.now(), f.source, 'DEMO'
                          from organization.fact f
                         where f.body_id = $3 and f.kind = 'HEAD' and f.withdrawn_at is null
                         limit 1
                        """)
                .bind(0, head)
                .bind(1, others.getFirst())
                .bind(2, house.body(OTHER))
                .then()
                .block();
        try {
            scene.passDeadline(lot);
            var opening = opened(lot);
            for (var id : List.of(related.id(), together)) {
                assertThat(bid(opening, id).path("reason").asString()).isEqualTo("RELATED_BIDDERS");
            }
        } finally {
            sql("update organization.fact set withdrawn_at = platform.now() where id = $1", head);
        }
    }

    private ResponseSpec delete(String lead, Lot lot, long version) {
        return house.as(lead)
                .delete()
                .uri(CONSORTIUM, lot.id())
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .exchange();
    }

    @Test
    void aLeadDeletesWhatNobodyHasSigned() {
        var lot = lot();
        refused(delete(LEAD, lot, 1), 404, "consortium/not-found");
        var agreement = drafted(LEAD, OTHER, lot);
        refused(delete(OTHER, lot, 1), 404, "consortium/not-found");
        refused(house.as(LEAD).delete().uri(CONSORTIUM, lot.id()).exchange(), 428, "http/version-required");
        refused(delete(LEAD, lot, 2), 412, "consortium/changed-meanwhile");
        signed(OTHER, lot, agreement);
        refused(delete(LEAD, lot, 1), 409, "consortium/signed");
        done(takeBack(OTHER, lot));

        done(delete(LEAD, lot, 1));
        told(OTHER, lot, "不再请贵机构参加联合体");
        for (var member : List.of(LEAD, OTHER))
            assertThat(read(member, lot).path("agreements")).isEmpty();
        refused(
                sign(OTHER, Envelopes.of(house, OTHER), lot, agreement, document(lot, agreement)),
                404,
                "consortium/not-found");
        var again = drafted(LEAD, OTHER, lot);
        assertThat(again.path("version").asLong()).isEqualTo(1);
        signed(OTHER, lot, again);
    }

    /** Who signed a text of before is free as well, and a bid that rests on it holds the agreement. */
    @Test
    void whoSignedATextOfBeforeIsFreeOnceItIsDeleted() {
        var lot = lot();
        var hash = agreed(lot).path("hash").asString();
        var lead = Envelopes.of(house, LEAD);
        var bid = given(lead, lot, hash);
        save(LEAD, lot, 1, member(LEAD, "每个工作日送餐四十份", 6_000), member(OTHER, "每月探访老人", 4_000))
                .expectStatus()
                .isOk();
        refused(delete(LEAD, lot, 2), 409, "consortium/bid-with");
        lead.withdraw(bid).expectStatus().isOk();
        done(delete(LEAD, lot, 2));
        for (var member : List.of(LEAD, OTHER))
            assertThat(read(member, lot).path("signedWith").isNull()).isTrue();
        refused(takeBack(OTHER, lot), 409, "consortium/nothing-to-take-back");
    }

    /** To all others there is no agreement, and nobody counts who prepares one. */
    @Test
    void nobodyElseLearnsOfIt() {
        var lot = lot();
        agreed(lot);
        assertThat(read(THIRD, lot).path("agreements")).isEmpty();
        for (var other : List.of("officer", "approver", "supervisor", "admin", "evaluator", "registrar", "group")) {
            house.as(other)
                    .get()
                    .uri(CONSORTIUM, lot.id())
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        assertThat(house.read("admin", "/actuator/prometheus")).doesNotContain("/consortium");
    }
}
