package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningScene.Bid;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.notification.Told;
import org.goufu.organization.BodyKind;
import org.goufu.organization.OrganizationDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** A federation's bid at the opening, by the doors that federation and groups use: what a group has not agreed to makes it invalid. */
@GoufuIT
class FederationOpeningIT {
    private static final long PRICE = 9_000_000;
    /** Two tenths of the price. */
    private static final long OF_GROUP2 = 1_800_000;

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    OrganizationDirectory organizations;

    private Map<String, Object> part(String group, String task, int share) {
        return Map.of("group", house.body(group), "task", task, "deliverables", "每月交付服务台账", "share", share);
    }

    /** Two groups get three and two tenths; each reads its part and consents. */
    private String agreed(Lot lot) {
        var roster = TestHouse.json(house.as("federation")
                .put()
                .uri("/api/lots/{id}/roster", lot.id())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of(
                        "ownShare",
                        4_000,
                        "fee",
                        1_000,
                        "parts",
                        List.of(part("group", "每个工作日送餐三十份", 3_000), part("group2", "每月探访老人", 2_000)),
                        "version",
                        0))
                .exchange()
                .expectStatus()
                .isOk());
        for (var group : List.of("group", "group2")) {
            var asked = house.get(group, "/api/me/consents?lot={lot}", lot.id())
                    .path("items")
                    .get(0);
            var answer = Map.of(
                    "federation",
                    house.body("federation"),
                    "digest",
                    asked.path("digest").asString(),
                    "answer",
                    "CONSENTED");
            house.post(group, answer, "/api/lots/{id}/consents", lot.id())
                    .expectStatus()
                    .isNoContent()
                    .expectBody()
                    .isEmpty();
        }
        return roster.path("hash").asString();
    }

    private Bid ofFederation(Lot lot, String hash) {
        var amounts = new TreeMap<String, String>();
        amounts.put(house.body("group").toString(), allocated("group", "每个工作日送餐三十份", 3_000, 2_700_000));
        amounts.put(house.body("group2").toString(), allocated("group2", "每月探访老人", 2_000, OF_GROUP2));
        var contents = OpeningScene.contents(PRICE);
        contents.put("allocation", OpeningScene.bytes("""
                {"format":"goufu-allocation/1","rosterHash":"%s","ownShare":4000,"ownFen":3600000,"fee":1000,"feeFen":900000,
                 "parts":[%s]}
                """.formatted(hash, String.join(",", amounts.values()))));
        var groups = new ArrayList<>(List.of(house.body("group"), house.body("group2")));
        groups.sort((one, other) -> one.toString().compareTo(other.toString()));
        var bidder = Envelopes.of(house, "federation");
        return scene.give(
                bidder, house.body("federation"), lot, bidder.seal(lot.id(), lot.keyset(), contents, groups, hash));
    }

    private String allocated(String group, String task, int share, long fen) {
        return """
                {"group":"%s","name":"%s","task":"%s","deliverables":"每月交付服务台账","share":%d,"fen":%d}
                """.formatted(house.body(group), group, task, share, fen);
    }

    private void others(Lot lot) {
        for (var body : scene.bodies(2)) scene.put(body, lot, OpeningScene.contents(9_500_000), List.of());
    }

    /** The membership of the group, and the mandate that it has given. */
    private record Given(String membership, JsonNode mandate) {
        Map<String, Object> upTo(long fen) {
            var given = new LinkedHashMap<String, Object>();
            given.put("categories", codes("categories"));
            given.put("amountCapFen", fen);
            given.put("places", codes("places"));
            given.put("from", mandate.path("from").asString());
            given.put("to", mandate.path("to").asString());
            return given;
        }

        private List<String> codes(String name) {
            return mandate.path(name)
                    .valueStream()
                    .map(one -> one.path("code").asString())
                    .toList();
        }
    }

    private Given given(String group) {
        var membership = house.get(group, "/api/me/memberships")
                .path("items")
                .valueStream()
                .filter(one -> one.path("state").asString().equals("CONFIRMED"))
                .findFirst()
                .orElseThrow();
        var id = membership.path("id").asString();
        var mandate = house.get(group, "/api/memberships/{id}/mandates", id)
                .path("items")
                .valueStream()
                .filter(one -> one.path("state").asString().equals("VALID"))
                .findFirst()
                .orElseThrow();
        return new Given(id, mandate);
    }

    /** The group takes its mandate back and gives another. */
    private void instead(String group, Given given, long fen) {
        var revocation = "/api/memberships/{id}/mandates/{mandate}/revocation";
        house.post(
                        group,
                        Map.of("reason", "改变金额"),
                        revocation,
                        given.membership(),
                        given.mandate().path("id").asString())
                .expectStatus()
                .isOk();
        house.post(group, given.upTo(fen), "/api/memberships/{id}/mandates", given.membership())
                .expectStatus()
                .isCreated();
    }

    @ParameterizedTest
    @CsvSource({"0, OPENED", "1, INVALID"})
    void aGroupGetsNoFenMoreThanItsMandateAllows(long tooMuch, String outcome) {
        var before = given("group2");
        var cap = before.mandate().path("amountCapFen").asLong();
        instead("group2", before, OF_GROUP2 - tooMuch);
        try {
            var lot = scene.lot(Map.of());
            var bid = ofFederation(lot, agreed(lot));
            others(lot);
            var item = OpeningScene.in(scene.opened(lot), bid);
            assertThat(item.path("outcome").asString()).isEqualTo(outcome);
            if (tooMuch > 0) {
                assertThat(item.path("reason").asString()).isEqualTo("MANDATE_EXCEEDED");
                assertThat(item.path("article").asString()).isNotBlank();
                assertThat(item.path("totalFen").asLong()).isEqualTo(PRICE);
            }
        } finally {
            instead("group2", given("group2"), cap);
        }
    }

    /** Its own and no other's; before the opening nothing, for whether the federation bids is nobody's business. */
    @Test
    void aGroupReadsWhatBecameOfItsPartAndIsTold() {
        var lot = scene.lot(Map.of());
        ofFederation(lot, agreed(lot));
        others(lot);
        assertThat(became("group", lot).isNull()).isTrue();
        assertThat(part("group", lot).isNull()).isTrue();

        scene.opened(lot);

        assertThat(part("group", lot).path("own").asBoolean()).isFalse();
        assertThat(part("group", lot).path("outcome").asString()).isEqualTo("OPENED");
        assertThat(part("newcomer", lot).isNull()).isTrue();

        assertThat(became("group", lot).path("outcome").asString()).isEqualTo("OPENED");
        assertThat(became("group", lot).path("fen").asLong()).isEqualTo(2_700_000);
        assertThat(became("group2", lot).path("fen").asLong()).isEqualTo(OF_GROUP2);
        var told = new Told(house, lot.id());
        told.once("group", "opening", "consents", "金额");
        told.once("federation", "opening", "opening", "开启记录");
    }

    /** Nothing was opened, and a group has no other way to hear of it. */
    @Test
    void groupsHearThatTooFewBidsCameIn() {
        var lot = scene.lot(Map.of());
        ofFederation(lot, agreed(lot));
        scene.passDeadline(lot);

        assertThat(scene.begin(lot).path("state").asString()).isEqualTo("FAILED_TOO_FEW");

        var told = new Told(house, lot.id());
        for (var group : List.of("group", "group2")) told.once(group, "opening", "consents", "列有贵团队");
        told.once("federation", "opening", "opening", "没有开启");
    }

    private JsonNode part(String reader, Lot lot) {
        return house.get(reader, "/api/lots/{id}/opening/part", lot.id()).path("bid");
    }

    private JsonNode became(String group, Lot lot) {
        return house.get(group, "/api/me/consents?lot={lot}", lot.id())
                .path("items")
                .get(0)
                .path("became");
    }

    @Test
    void aConsentThatIsTakenBackAtTheLastMinuteMakesTheBidInvalid() {
        var lot = scene.lot(Map.of());
        var bid = ofFederation(lot, agreed(lot));
        others(lot);
        house.post("group2", Map.of(), "/api/lots/{id}/consents/revocation", lot.id())
                .expectStatus()
                .isNoContent();

        var item = OpeningScene.in(scene.opened(lot), bid);

        assertThat(item.path("outcome").asString()).isEqualTo("INVALID");
        assertThat(item.path("reason").asString()).isEqualTo("CONSENT_MISSING");
        assertThat(item.path("article").asString()).isNotBlank();
    }

    /** After the deadline nobody spoils a bid any more. */
    @Test
    void aConsentThatIsTakenBackAfterTheDeadlineChangesNothing() {
        var lot = scene.lot(Map.of());
        var bid = ofFederation(lot, agreed(lot));
        others(lot);
        scene.passDeadline(lot);
        house.post("group2", Map.of(), "/api/lots/{id}/consents/revocation", lot.id())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/bid/closed");

        var item = OpeningScene.in(scene.opened(lot), bid);

        assertThat(item.path("outcome").asString()).isEqualTo("OPENED");
    }

    /** C01, 实施条例 18: known before the prices are, and nobody chooses which of the two stays. */
    @Test
    void biddersWithOneHeadAreInvalidTogether() {
        var lot = scene.lot(Map.of());
        var pair = withOneHead();
        var one = scene.put(pair.getFirst(), lot, OpeningScene.contents(9_100_000), List.of());
        var other = scene.put(pair.getLast(), lot, OpeningScene.contents(9_200_000), List.of());
        others(lot);

        var open = scene.opened(lot);

        for (var bid : List.of(one, other)) {
            var item = OpeningScene.in(open, bid);
            assertThat(item.path("outcome").asString()).isEqualTo("INVALID");
            assertThat(item.path("reason").asString()).isEqualTo("RELATED_BIDDERS");
            assertThat(item.path("article").asString()).contains("第十八条");
        }
        assertThat(open.path("items")
                        .valueStream()
                        .filter(item -> item.path("outcome").asString().equals("OPENED")))
                .hasSize(2);
    }

    private List<UUID> withOneHead() {
        return organizations
                .after(null, 400)
                .filter(body -> body.kind() == BodyKind.LEGAL_PERSON)
                .concatMap(body -> organizations.sharingHead(body.id()).next().map(other -> List.of(body.id(), other)))
                .blockFirst();
    }
}
