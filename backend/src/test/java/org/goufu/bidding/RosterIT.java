package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.Sealer.Sealed;
import org.goufu.bidding.usecase.ConsentsAtDeadline;
import org.goufu.bidding.usecase.ConsentsAtDeadline.Missing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A federation prepares its groups' parts, each group answers, the bid follows: over HTTP. */
@GoufuIT
class RosterIT {
    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    @Autowired
    ConsentsAtDeadline consents;

    private UUID lot() {
        var purchases = new Purchases(house);
        var notice = purchases.publish(purchases.lunches("联合会带团队承接的助餐服务"));
        return UUID.fromString(notice.path("lots").get(0).path("id").asString());
    }

    private static Map<String, Object> part(UUID group, String task, int share) {
        return Map.of("group", group, "task", task, "deliverables", "每月交付服务台账", "share", share);
    }

    private Map<String, Object> form(long version, int meals) {
        return Map.of(
                "ownShare",
                4_000,
                "fee",
                1_000,
                "parts",
                List.of(
                        part(house.body("group"), "每个工作日送餐三十份", meals),
                        part(house.body("group2"), "每月探访老人", 5_000 - meals)),
                "version",
                version);
    }

    private ResponseSpec save(String username, UUID lot, Map<String, Object> form) {
        return house.as(username)
                .put()
                .uri("/api/lots/{id}/roster", lot)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(form)
                .exchange();
    }

    private JsonNode prepared(UUID lot) {
        return TestHouse.json(
                save("federation", lot, form(0, 3_000)).expectStatus().isOk());
    }

    private JsonNode request(String username, UUID lot) {
        return house.get(username, "/api/me/consents?lot={lot}", lot)
                .path("items")
                .get(0);
    }

    private ResponseSpec answer(String username, UUID lot, String digest, String answer) {
        return house.post(
                username,
                Map.of("federation", house.body("federation"), "digest", digest, "answer", answer),
                "/api/lots/{id}/consents",
                lot);
    }

    private void consented(String username, UUID lot) {
        answer(username, lot, request(username, lot).path("digest").asString(), "CONSENTED")
                .expectStatus()
                .isNoContent()
                .expectBody()
                .isEmpty();
    }

    private ResponseSpec revoke(String username, UUID lot) {
        return house.post(username, Map.of(), "/api/lots/{id}/consents/revocation", lot);
    }

    private static void refused(ResponseSpec answer, int status, String problem) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.type").isEqualTo("/problems/" + problem);
    }

    private List<UUID> groups() {
        var groups = new ArrayList<>(List.of(house.body("group"), house.body("group2")));
        groups.sort((one, other) -> one.toString().compareTo(other.toString()));
        return groups;
    }

    /** Sealed for these groups and uploaded, ready to be given. */
    private Sealed sealed(Envelopes bidder, UUID lot, String hash, UUID replaces) {
        var sealed = bidder.seal(lot, Envelopes.keyset(house, lot), "9500000", replaces, groups(), hash);
        bidder.upload(lot, id(sealed), sealed);
        return sealed;
    }

    private static UUID id(Sealed sealed) {
        return Manifest.read(sealed.manifest()).core().envelopeId();
    }

    private String hash(UUID lot) {
        return house.get("federation", "/api/lots/{id}/roster", lot)
                .path("hash")
                .asString();
    }

    private void sql(String statement, UUID... ids) {
        var bound = database.sql(statement);
        for (int i = 0; i < ids.length; i++) bound = bound.bind(i, ids[i]);
        bound.fetch().rowsUpdated().block();
    }

    @Test
    void theFederationPreparesAndEachGroupReadsItsOwnPartOnly() {
        var lot = lot();
        var empty = house.get("federation", "/api/lots/{id}/roster", lot);
        assertThat(empty.path("parts")).isEmpty();
        assertThat(empty.path("leastOwnShare").asInt()).isEqualTo(3_000);
        assertThat(empty.path("candidates")
                        .valueStream()
                        .map(one -> one.path("group").path("id").asString()))
                .contains(house.body("group").toString(), house.body("group2").toString());

        var roster = prepared(lot);

        assertThat(roster.path("version").asLong()).isEqualTo(1);
        assertThat(roster.path("parts")
                        .valueStream()
                        .map(part -> part.path("consent").asString()))
                .containsExactly("ASKED", "ASKED");
        var request = request("group", lot);
        assertThat(request.path("task").asString()).isEqualTo("每个工作日送餐三十份");
        assertThat(request.path("share").asInt()).isEqualTo(3_000);
        assertThat(request.path("fee").asInt()).isEqualTo(1_000);
        assertThat(request.toString()).doesNotContain("每月探访老人");
        assertThat(request.path("digest").asString())
                .isEqualTo(roster.path("parts")
                        .valueStream()
                        .filter(part -> part.path("share").asInt() == 3_000)
                        .findFirst()
                        .orElseThrow()
                        .path("digest")
                        .asString());
        assertThat(house.get("newcomer", "/api/me/consents").path("items")).isEmpty();
    }

    /** The platform learns shares only: no amount of money goes in, and none lies in the rows. */
    @Test
    void thePriceIsNowhereOnTheServer() {
        var lot = lot();
        var roster = prepared(lot);
        consented("group", lot);
        consented("group2", lot);
        var federation = Envelopes.of(house, "federation");
        var sealed = sealed(federation, lot, roster.path("hash").asString(), null);
        federation.give(lot, sealed.manifest()).expectStatus().isCreated();

        var rows = database.sql("""
                        select string_agg(row_to_json(r)::text, ' ') from (
                            select * from bidding.roster_version v join bidding.roster_part p using (hash) where v.lot = $1) r
                        """).bind(0, lot).mapValue(String.class).one().block();
        assertThat(rows).contains("3000").doesNotContain("9500000").doesNotContain("2850000");
    }

    @Test
    void aBidWaitsForEveryConsent() {
        var lot = lot();
        var hash = prepared(lot).path("hash").asString();
        var federation = Envelopes.of(house, "federation");
        var sealed = sealed(federation, lot, hash, null);

        refused(federation.give(lot, sealed.manifest()), 409, "bid/consent-missing");
        consented("group", lot);
        refused(federation.give(lot, sealed.manifest()), 409, "bid/consent-missing");
        answer("group2", lot, request("group2", lot).path("digest").asString(), "DECLINED")
                .expectStatus()
                .isNoContent();
        refused(federation.give(lot, sealed.manifest()), 409, "bid/consent-missing");
        consented("group2", lot);
        federation.give(lot, sealed.manifest()).expectStatus().isCreated();
        assertThat(consents.of(lot).collectList().block()).isEmpty();
    }

    @Test
    void aConsentThatIsTakenBackMarksTheBidAndStopsTheNext() {
        var lot = lot();
        var hash = prepared(lot).path("hash").asString();
        consented("group", lot);
        consented("group2", lot);
        var federation = Envelopes.of(house, "federation");
        var given = sealed(federation, lot, hash, null);
        federation.give(lot, given.manifest()).expectStatus().isCreated();

        revoke("group", lot).expectStatus().isNoContent();
        refused(revoke("group", lot), 409, "roster/nothing-to-revoke");

        var roster = house.get("federation", "/api/lots/{id}/roster", lot);
        assertThat(roster.path("missing").get(0).path("id").asString())
                .isEqualTo(house.body("group").toString());
        assertThat(consents.of(lot).collectList().block()).containsExactly(new Missing(id(given), house.body("group")));
        var next = sealed(federation, lot, hash, id(given));
        refused(federation.give(lot, next.manifest()), 409, "bid/consent-missing");
        consented("group", lot);
        federation.give(lot, next.manifest()).expectStatus().isCreated();
        assertThat(consents.of(lot).collectList().block()).isEmpty();
    }

    /** To decline what one has consented to takes the consent back: the federation hears that its bid fell, and the group is free. */
    @Test
    void whoDeclinesAfterConsentingIsFreeAndTheBidIsToldOf() {
        var lot = lot();
        var hash = prepared(lot).path("hash").asString();
        consented("group", lot);
        consented("group2", lot);
        var federation = Envelopes.of(house, "federation");
        federation
                .give(lot, sealed(federation, lot, hash, null).manifest())
                .expectStatus()
                .isCreated();

        answer("group", lot, request("group", lot).path("digest").asString(), "DECLINED")
                .expectStatus()
                .isNoContent();

        assertThat(consents.of(lot).collectList().block()).hasSize(1);
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            var told = house.get("federation", "/api/me/inbox?kind=bid")
                    .path("items")
                    .valueStream();
            assertThat(told.filter(item -> item.path("lotId").asString().equals(lot.toString()))
                            .map(JsonNode::toString))
                    .anyMatch(item -> item.contains("开启时作无效处理"));
            return true;
        });
        refused(revoke("group", lot), 409, "roster/nothing-to-revoke");
        consented("group", lot);
        assertThat(consents.of(lot).collectList().block()).isEmpty();
    }

    @Test
    void aChangedPartIsAskedAgainAndAnUnchangedOneIsNot() {
        var lot = lot();
        var before = prepared(lot).path("hash").asString();
        consented("group", lot);
        consented("group2", lot);
        var read = request("group", lot).path("digest").asString();
        var federation = Envelopes.of(house, "federation");
        var sealed = sealed(federation, lot, before, null);

        refused(save("federation", lot, form(0, 2_900)), 412, "roster/changed-meanwhile");
        var parts =
                List.of(part(house.body("group"), "每个工作日送餐四十份", 3_000), part(house.body("group2"), "每月探访老人", 2_000));
        var changed = TestHouse.json(
                save("federation", lot, Map.of("ownShare", 4_000, "fee", 1_000, "parts", parts, "version", 1))
                        .expectStatus()
                        .isOk());

        assertThat(changed.path("parts")
                        .valueStream()
                        .map(part -> part.path("consent").asString()))
                .containsExactlyInAnyOrder("ASKED", "CONSENTED");
        refused(federation.give(lot, sealed.manifest()), 409, "bid/roster-changed");
        refused(answer("group", lot, read, "CONSENTED"), 409, "roster/part-changed");
        var items = house.get("group", "/api/me/consents?lot={lot}", lot).path("items");
        assertThat(items.valueStream().map(item -> item.path("current").asBoolean()))
                .containsExactly(true, false);
        consented("group", lot);
        var next = sealed(federation, lot, hash(lot), null);
        federation.give(lot, next.manifest()).expectStatus().isCreated();
    }

    @Test
    void whoIsDroppedIsFree() {
        var lot = lot();
        prepared(lot);
        consented("group", lot);
        consented("group2", lot);

        save(
                        "federation",
                        lot,
                        Map.of(
                                "ownShare",
                                7_000,
                                "fee",
                                0,
                                "parts",
                                List.of(part(house.body("group"), "每个工作日送餐三十份", 3_000)),
                                "version",
                                1))
                .expectStatus()
                .isOk();

        assertThat(house.get("group2", "/api/me/consents?lot={lot}", lot).path("items"))
                .isEmpty();
        refused(revoke("group2", lot), 409, "roster/nothing-to-revoke");
        refused(answer("group2", lot, "0".repeat(64), "CONSENTED"), 404, "roster/not-found");
    }

    /** One group in two bids: it learns of its own earlier consent, nobody learns of a bid. */
    @Test
    void aGroupStandsBehindOneFederationALot() {
        var lot = lot();
        prepared(lot);
        sql("""
            insert into bidding.engagement (lot, group_id, federation) values ($1, $2, $3)
            """, lot, house.body("group"), house.body("organization"));

        var request = request("group", lot);
        var first =
                house.get("organization", "/api/me").at("/organization/name").asString();
        answer("group", lot, request.path("digest").asString(), "CONSENTED")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/roster/consented-elsewhere")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains(first));
        answer("group", lot, request.path("digest").asString(), "DECLINED")
                .expectStatus()
                .isNoContent();
        revoke("group", lot).expectStatus().isNoContent();
        consented("group", lot);
    }

    @Test
    void sharesThatAreNotTheWholeAreNamed() {
        var lot = lot();
        var group = house.body("group");
        refused(save("federation", lot, form(0, 5_001)), 422, "roster/part-incomplete");
        refused(
                save(
                        "federation",
                        lot,
                        Map.of("ownShare", 2_999, "fee", 0, "parts", List.of(part(group, "送餐", 7_001)), "version", 0)),
                422,
                "roster/own-share-too-small");
        refused(
                save(
                        "federation",
                        lot,
                        Map.of(
                                "ownShare",
                                5_000,
                                "fee",
                                1_001,
                                "parts",
                                List.of(part(group, "送餐", 3_999)),
                                "version",
                                0)),
                422,
                "roster/fee-too-high");
        refused(
                save(
                        "federation",
                        lot,
                        Map.of(
                                "ownShare",
                                5_000,
                                "fee",
                                -1_000,
                                "parts",
                                List.of(part(group, "送餐", 6_000)),
                                "version",
                                0)),
                422,
                "http/invalid");
        refused(
                save(
                        "federation",
                        lot,
                        Map.of(
                                "ownShare",
                                5_000,
                                "fee",
                                1_000,
                                "parts",
                                List.of(part(group, "送餐", 3_999)),
                                "version",
                                0)),
                422,
                "roster/sum-wrong");
        refused(
                save("federation", lot, Map.of("ownShare", 10_000, "fee", 0, "parts", List.of(), "version", 0)),
                422,
                "roster/parts-missing");
        refused(
                save(
                        "federation",
                        lot,
                        Map.of(
                                "ownShare",
                                5_000,
                                "fee",
                                0,
                                "parts",
                                List.of(part(house.body("newcomer"), "送餐", 5_000)),
                                "version",
                                0)),
                422,
                "roster/not-a-member");
    }

    @Test
    void anEnvelopeSaysOfGroupsWhatItNames() {
        var lot = lot();
        var hash = prepared(lot).path("hash").asString();
        consented("group", lot);
        consented("group2", lot);
        var federation = Envelopes.of(house, "federation");
        var keyset = Envelopes.keyset(house, lot);

        var without = federation.sealWithout(lot, keyset, "9500000", groups(), hash);
        refused(federation.give(lot, without.manifest()), 422, "bid/allocation-missing");
        var one = federation.seal(lot, keyset, "9500000", null, groups().subList(0, 1), hash);
        federation.upload(lot, id(one), one);
        refused(federation.give(lot, one.manifest()), 409, "bid/roster-changed");
        var organization = Envelopes.of(house, "organization");
        var foreign = sealed(organization, lot, hash, null);
        refused(organization.give(lot, foreign.manifest()), 409, "bid/roster-changed");
    }

    private void restored(String change, String back, UUID id, Runnable meanwhile) {
        sql(change, id);
        try {
            meanwhile.run();
        } finally {
            sql(back, id);
        }
    }

    @Test
    void whatLapsedMeanwhileStopsTheBidInItsOwnWords() {
        var lot = lot();
        var hash = prepared(lot).path("hash").asString();
        consented("group", lot);
        consented("group2", lot);
        var federation = Envelopes.of(house, "federation");
        var sealed = sealed(federation, lot, hash, null);
        var group = house.body("group2");

        restored("""
                        insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
                        select gen_random_uuid(), $1, 'FILING', 'DORMANT', (platform.now() at time zone 'Asia/Shanghai')::date,
                               platform.now(), 'street', 'DEMO'
                        """, """
                        update organization.fact set withdrawn_at = platform.now()
                         where body_id = $1 and kind = 'FILING' and value = 'DORMANT'
                        """, group, () -> refused(federation.give(lot, sealed.manifest()), 409, "bid/group-not-filed"));
        restored(
                "update federation.hosting_agreement set state = 'ENDED' where group_id = $1 and state = 'ACTIVE'",
                "update federation.hosting_agreement set state = 'ACTIVE' where group_id = $1 and state = 'ENDED'",
                group,
                () -> {
                    refused(federation.give(lot, sealed.manifest()), 409, "bid/group-not-hosted");
                    var candidates = house.get("federation", "/api/lots/{id}/roster", lot)
                            .path("candidates");
                    assertThat(candidates
                                    .valueStream()
                                    .filter(one -> one.path("group")
                                            .path("id")
                                            .asString()
                                            .equals(group.toString()))
                                    .map(one -> one.path("obstacles")
                                            .get(0)
                                            .path("code")
                                            .asString()))
                            .containsExactly("bid/group-not-hosted");
                });
        restored(
                "update federation.mandate set categories = '{A0401}' where membership_id in"
                        + " (select id from federation.membership where member_id = $1)",
                "update federation.mandate set categories = '{A0402}' where membership_id in"
                        + " (select id from federation.membership where member_id = $1)",
                group,
                () -> refused(federation.give(lot, sealed.manifest()), 409, "bid/group-without-mandate"));
        restored(
                "update federation.membership set state = 'LEFT', valid_to = valid_from, end_known_at = known_at where member_id = $1",
                "update federation.membership set state = 'CONFIRMED', valid_to = null, end_known_at = null where member_id = $1",
                group,
                () -> refused(federation.give(lot, sealed.manifest()), 409, "bid/group-not-a-member"));
        federation.give(lot, sealed.manifest()).expectStatus().isCreated();
    }

    /** What is prepared is the federation's own matter; what is asked is the group's. */
    @Test
    void everybodyElseIsRefused() {
        var lot = lot();
        prepared(lot);
        for (var other : List.of(
                "officer", "approver", "supervisor", "admin", "evaluator", "registrar", "organization", "group")) {
            house.as(other)
                    .get()
                    .uri("/api/lots/{id}/roster", lot)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        for (var other : List.of("officer", "supervisor", "admin", "organization", "federation")) {
            house.as(other)
                    .get()
                    .uri("/api/me/consents")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        refused(answer("newcomer", lot, "0".repeat(64), "CONSENTED"), 404, "roster/not-found");
    }

    /** Nobody counts who prepares what. */
    @Test
    void theMetersDoNotCountConsents() {
        var lot = lot();
        prepared(lot);
        request("group", lot);
        assertThat(house.read("admin", "/actuator/prometheus"))
                .doesNotContain("/roster")
                .doesNotContain("/consents");
    }
}
