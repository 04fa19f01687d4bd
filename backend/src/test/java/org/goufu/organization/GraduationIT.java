package org.goufu.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.organization.FilingDesk.FILINGS;
import static org.goufu.organization.FilingDesk.filing;
import static org.goufu.organization.FilingDesk.json;
import static org.goufu.organization.FilingDesk.post;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.goufu.Awaiting;
import org.goufu.Feed;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.platform.time.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A group gets an account of its own, joins its federation, and at last becomes a legal person under the same id. */
@GoufuIT
class GraduationIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PASSWORD = "三只竹篮 oranges 四月雨水 bicycle";

    @Autowired
    TestHouse house;

    @Autowired
    BusinessClock clock;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void anotherCountyHasARegistrarToo() {
        FilingDesk.employ(database, "registrar-elsewhere", "510104");
    }

    @Test
    void aCodeOpensTheAccountOnce() {
        var desk = new FilingDesk(house);
        var id = desk.filed();
        desk.act("community", id, "contact", Map.of(), 403);
        desk.act("registrar", id, "contact", Map.of(), 403);
        var first = desk.act("street", id, "contact", Map.of(), 201);
        var given = desk.act("street", id, "contact", Map.of(), 201);
        var username = given.path("username").asString();
        assertThat(username).matches("ba-510114008-\\d{4}-\\d{4}");
        assertThat(given.path("code").asString()).matches("([0-9A-Z]{5}-){4}[0-9A-Z]{5}");

        assertThat(problem(activate(code(first), PASSWORD, 422))).isEqualTo("activation/code-unknown");
        assertThat(problem(activate("不是激活码", PASSWORD, 422))).isEqualTo("activation/code-unknown");
        assertThat(codes(activate(code(given), "too short", 422))).containsExactly("/password password-short");
        assertThat(codes(activate(code(given), "aaaaaaaaaaaaaaaaab", 422)))
                .containsExactly("/password password-simple");
        assertThat(codes(activate(code(given), "my " + username + " pass", 422)))
                .containsExactly("/password password-name");
        refusedToSignIn(username, "");
        var opened = activate(code(given).toLowerCase().replace("-", " "), PASSWORD, 200);
        assertThat(opened.path("username").asString()).isEqualTo(username);
        assertThat(problem(activate(code(given), PASSWORD, 422))).isEqualTo("activation/code-unknown");

        var contact = as(username, PASSWORD);
        var me = json(contact.get().uri("/api/me"), 200);
        assertThat(me.at("/organization/id").asString()).isEqualTo(id);
        assertThat(me.at("/account/displayName").asString()).isEqualTo("某负责人");
        assertThat(filing(contact, id).path("state").asString()).isEqualTo("FILED_ACTIVE");

        var again = desk.act("street", id, "contact", Map.of(), 201);
        activate(code(again), PASSWORD + "!", 200);
        Awaiting.until(SOON, () -> json(contact.get().uri("/api/me"), 401));
        refusedToSignIn(username, PASSWORD);
        assertThat(json(house.as("street").get().uri(FILINGS + "/" + id + "/acts"), 200)
                        .at("/items/0/act")
                        .asString())
                .isEqualTo("CONTACT_INVITED");
    }

    @Test
    void aGroupThatRegistersKeepsItsHistoryUnderItsNewIdentity() {
        var desk = new FilingDesk(house);
        var id = desk.filed();
        var given = desk.act("street", id, "contact", Map.of(), 201);
        var username = activate(code(given), PASSWORD, 200).path("username").asString();
        var contact = as(username, PASSWORD);
        var membership = joins(contact, id);
        var purchases = new Purchases(house);
        var lot = purchases
                .publish(purchases.lunches("登记之前的长者助餐"))
                .path("lots")
                .path(0)
                .path("id")
                .asString();
        Awaiting.until(SOON, () -> assertThat(feed(contact)).contains(lot));
        Awaiting.until(
                SOON,
                () -> assertThat(json(contact.get().uri("/api/me/inbox?kind=match&size=100"), 200)
                                .path("items")
                                .findValuesAsString("lotId"))
                        .contains(lot));
        var filed = filing(house.as("registrar"), id);
        var number = filed.path("number").asString();
        var before = clock.now().block(SOON);
        var profileThen = json(house.anonymous().get().uri("/api/organizations/{id}?asOf={then}", id, before), 200);
        var verdictThen = json(contact.get().uri("/api/lots/{lot}/eligibility?asOf={then}", lot, before), 200);

        var form = registration();
        json(register("street", id, version(filed), form), 403);
        json(register("registrar", id, "\"1\"", form), 412);
        var wrong = new HashMap<>(form);
        wrong.put("creditCode", "52510114MJ80000000");
        assertThat(codes(json(register("registrar", id, version(filed), wrong), 422)))
                .contains("/creditCode credit-code-check");
        assertThat(filing(house.as("registrar"), id).path("state").asString()).isEqualTo("FILED_ACTIVE");
        json(register("registrar", id, version(filed), form), 204);

        var ended = filing(house.as("registrar"), id);
        assertThat(ended.path("state").asString()).isEqualTo("REGISTERED");
        assertThat(ended.path("number").asString()).isEqualTo(number);
        var profile = json(house.anonymous().get().uri("/api/organizations/" + id), 200);
        assertThat(profile.path("kind").asString()).isEqualTo("LEGAL_PERSON");
        assertThat(profile.path("status").asString()).isEqualTo("NORMAL");
        assertThat(profile.path("filingNumber").isNull()).isTrue();
        assertThat(profile.at("/formerFiling/number").asString()).isEqualTo(number);
        assertThat(profile.path("facts").findValuesAsString("value")).contains("SUCCEEDED", "A0402-01");
        assertThat(json(house.anonymous().get().uri("/api/organizations/{id}?asOf={then}", id, before), 200))
                .isEqualTo(profileThen);
        assertThat(profileThen.path("filingNumber").asString()).isEqualTo(number);
        assertThat(json(contact.get().uri("/api/lots/{lot}/eligibility?asOf={then}", lot, before), 200))
                .isEqualTo(verdictThen);

        var history = json(house.as("registrar").get().uri("/api/registry/bodies/" + id + "/history"), 200);
        assertThat(history.path("items").findValuesAsString("act")).contains("REGISTERED", "FILED");
        assertThat(json(register("registrar", id, version(ended), form), 409)
                        .path("type")
                        .asString())
                .isEqualTo("/problems/filing/wrong-state");
        desk.act("street", id, "confirmation", Map.of(), 409);
        assertThat(json(contact.get().uri("/api/me/inbox?kind=match&size=100"), 200)
                        .path("items")
                        .findValuesAsString("lotId"))
                .contains(lot);
        assertThat(filing(contact, id).path("number").asString()).isEqualTo(number);
        Awaiting.until(
                SOON,
                () -> assertThat(json(contact.get().uri("/api/me"), 200)
                                .at("/account/roles")
                                .toString())
                        .contains("ORGANIZATION_AGENT")
                        .doesNotContain("GROUP_CONTACT"));
        Awaiting.until(SOON, () -> {
            var standing = json(contact.get().uri("/api/memberships/" + membership), 200);
            assertThat(standing.path("state").asString()).isEqualTo("CONFIRMED");
            return assertThat(standing.path("mandates").findValuesAsString("state"))
                    .containsExactly("REVOKED");
        });
        assertThat(json(contact.get().uri("/api/lots/{lot}/eligibility", lot), 200)
                        .path("eligibility")
                        .asString())
                .isNotEqualTo("THROUGH_FEDERATION");
    }

    @Test
    void anotherCountyFindsNothing() {
        var id = new FilingDesk(house).filed();
        var elsewhere = house.as("registrar-elsewhere");
        for (var path : List.of("", "/acts")) {
            json(elsewhere.get().uri(FILINGS + "/" + id + path), 404);
        }
        for (var act : List.of("contact", "confirmation", "dormancy", "revocation", "cancellation", "submission")) {
            json(post(elsewhere, FILINGS + "/" + id + "/" + act, Map.of("reason", "越界")), 404);
        }
        json(post(elsewhere, FILINGS + "/" + id + "/opinion", Map.of("supports", true)), 404);
        json(post(elsewhere, FILINGS + "/" + id + "/review", Map.of("decision", "APPROVE")), 404);
        json(register("registrar-elsewhere", id, "\"1\"", registration()), 404);
        json(
                elsewhere
                        .put()
                        .uri(FILINGS + "/" + id)
                        .header(HttpHeaders.IF_MATCH, "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(new FilingDesk(house).form()),
                404);
        var listed = json(elsewhere.get().uri(FILINGS + "?size=100"), 200);
        assertThat(listed.path("items").findValuesAsString("id")).doesNotContain(id);
    }

    private String joins(WebTestClient contact, String group) {
        var federation = json(house.as("federation").get().uri("/api/me"), 200)
                .at("/organization/id")
                .asString();
        var id = json(
                        post(
                                house.as("federation"),
                                "/api/federations/" + federation + "/memberships",
                                Map.of("memberId", group)),
                        201)
                .path("id")
                .asString();
        json(contact.post().uri("/api/memberships/" + id + "/acceptance"), 200);
        json(house.as("street").post().uri("/api/memberships/" + id + "/confirmation"), 200);
        var today = clock.today().block(SOON);
        Map<String, Object> mandate = Map.of(
                "categories", List.of("A0402"), "amountCapFen", 10_000_000, "from", today, "to", today.plusYears(1));
        json(post(contact, "/api/memberships/" + id + "/mandates", mandate), 201);
        return id;
    }

    private static List<String> feed(WebTestClient contact) {
        return Feed.lots(contact);
    }

    private Map<String, Object> registration() {
        var form = new HashMap<String, Object>();
        form.put("name", "新都区示例长者助餐服务中心" + ThreadLocalRandom.current().nextInt(1_000_000));
        form.put("legalForm", "SERVICE_INSTITUTION");
        form.put(
                "creditCode",
                CreditCode.complete("52510114MJ9" + ThreadLocalRandom.current().nextInt(10_000, 99_999))
                        .value());
        form.put("regionCode", "510114");
        form.put("foundedOn", clock.today().block(SOON).toString());
        form.put("businessScope", "长者助餐、居家照护");
        form.put("address", "示例路 1 号");
        form.put("head", "某负责人");
        form.put("acknowledged", List.of("credit-code-inner", "same-name"));
        return form;
    }

    private WebTestClient.RequestHeadersSpec<?> register(
            String username, String id, String version, Map<String, Object> form) {
        return house.as(username)
                .post()
                .uri(FILINGS + "/" + id + "/registration")
                .header(HttpHeaders.IF_MATCH, version)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(form);
    }

    private static String version(JsonNode filing) {
        return "\"" + filing.path("version").asLong() + "\"";
    }

    private static String code(JsonNode invitation) {
        return invitation.path("code").asString();
    }

    private JsonNode activate(String code, String password, int status) {
        return json(post(house.anonymous(), "/api/activations", Map.of("code", code, "password", password)), status);
    }

    private void refusedToSignIn(String username, String password) {
        var body = Map.<String, Object>of("username", username, "password", password.isEmpty() ? "x" : password);
        json(post(house.anonymous(), "/api/tokens", body), 401);
    }

    private WebTestClient as(String username, String password) {
        var token = json(
                        post(house.anonymous(), "/api/tokens", Map.of("username", username, "password", password)), 201)
                .path("token")
                .asString();
        return house.anonymous()
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    private static String problem(JsonNode refusal) {
        return refusal.path("type").asString().replace("/problems/", "");
    }

    private static List<String> codes(JsonNode refusal) {
        return refusal.path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }
}
