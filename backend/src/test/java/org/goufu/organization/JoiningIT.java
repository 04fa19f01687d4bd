package org.goufu.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.organization.FilingDesk.filing;
import static org.goufu.organization.FilingDesk.json;
import static org.goufu.organization.FilingDesk.post;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A body that was registered without a word of its filing is joined with it: the group's history goes on under the new identity. */
@GoufuIT
class JoiningIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private TestHouse house;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private DatabaseClient database;

    private WebTestClient registrar;
    private String group;
    private String name;
    private String registered;

    @BeforeEach
    void aGroupIsRegisteredByAnotherWay() {
        FilingDesk.employ(database, "registrar-elsewhere", "510104");
        registrar = house.as("registrar");
        group = new FilingDesk(house).filed();
        name = filing(registrar, group).path("name").asString();
        registered = json(post(registrar, "/api/registry/organizations", registration()), 201)
                .path("id")
                .asString();
        json(
                post(
                        registrar,
                        "/api/registry/bodies/" + registered + "/facts",
                        Map.of(
                                "kind",
                                "GRADE",
                                "value",
                                "A3",
                                "from",
                                "2026-01-01",
                                "to",
                                "2030-12-31",
                                "source",
                                "评估公告")),
                201);
    }

    @Test
    void theGroupsHistoryGoesOnUnderTheNewIdentity() {
        var membership = invited();
        var number = filing(registrar, group).path("number").asString();
        var code = profile(registered, null).path("creditCode").asString();
        var before = clock.now().block(SOON);
        var then = profile(group, String.valueOf(before));

        json(join("street", "\"1\"", registered), 403);
        json(join("registrar-elsewhere", "\"1\"", registered), 404);
        for (var other : List.of("organization", "federation", "group", "officer")) {
            json(join(other, "\"1\"", registered), 403);
        }
        assertThat(type(json(join("registrar", null, registered), 428))).isEqualTo("http/version-required");
        assertThat(type(json(join("registrar", "\"1\"", registered), 412))).isEqualTo("http/version-stale");
        assertThat(type(json(join("registrar", version(), group), 422))).isEqualTo("filing/not-joinable");
        var federation = json(house.as("federation").get().uri("/api/me"), 200)
                .at("/organization/id")
                .asString();
        assertThat(type(json(join("registrar", version(), federation), 422))).isEqualTo("filing/not-joinable");

        json(join("registrar", version(), registered), 204);
        var after = profile(group, null);
        assertThat(after.path("kind").asString()).isEqualTo("LEGAL_PERSON");
        assertThat(after.path("status").asString()).isEqualTo("NORMAL");
        assertThat(after.path("creditCode").asString()).isEqualTo(code);
        assertThat(after.path("grade").asString()).isEqualTo("A3");
        assertThat(after.path("filingNumber").isNull()).isTrue();
        assertThat(after.at("/formerFiling/number").asString()).isEqualTo(number);
        assertThat(after.path("facts").findValuesAsString("value")).contains("SUCCEEDED", "A0402-01", "某负责人");
        assertThat(profile(group, String.valueOf(before))).isEqualTo(then);
        pointsOn(house.anonymous(), "/api/organizations/%s", "");
        pointsOn(house.anonymous(), "/api/organizations/%s", "?asOf=" + before);
        pointsOn(registrar, "/api/registry/bodies/%s", "");
        json(house.as("registrar-elsewhere").get().uri("/api/registry/bodies/" + registered), 404);
        assertThat(filing(registrar, group).path("state").asString()).isEqualTo("REGISTERED");
        assertThat(json(registrar.get().uri("/api/memberships?size=100&state=INVITED"), 200)
                        .path("items")
                        .findValuesAsString("id"))
                .contains(membership);

        var history = json(registrar.get().uri("/api/registry/bodies/" + group + "/history"), 200);
        assertThat(history.path("items").findValuesAsString("act")).contains("JOINED", "FILED");
        assertThat(history.at("/items/0/byName").asString()).isEqualTo("演示登记人员");
        assertThat(history.at("/items/0/after/joinedId").asString()).isEqualTo(registered);
        assertThat(text("""
                select record ->> 'credit_code' || ' ' || jsonb_array_length(facts) || ' ' || jsonb_array_length(history)
                  from organization.joined_body where id = '%s'
                """.formatted(registered))).isEqualTo(code + " 4 2");
        assertThat(type(json(join("registrar", version(), federation), 409))).isEqualTo("filing/wrong-state");
    }

    @Test
    void whatSomebodyRestsOnIsNotJoined() {
        var federation = json(house.as("federation").get().uri("/api/me"), 200)
                .at("/organization/id")
                .asString();
        json(
                post(
                        house.as("federation"),
                        "/api/federations/" + federation + "/memberships",
                        Map.of("memberId", registered)),
                201);
        var refused = json(join("registrar", version(), registered), 409);
        assertThat(type(refused)).isEqualTo("filing/body-in-use");
        assertThat(refused.path("detail").asString()).contains("已有会员关系");
        assertThat(profile(group, null).path("kind").asString()).isEqualTo("FILED_GROUP");
    }

    @Test
    void theSameNameIsProposedUntilARegistrarSaysNo() {
        for (var side : Map.of(group, registered, registered, group).entrySet()) {
            var found = namesakes("registrar", side.getKey(), 200);
            assertThat(found.path("items").findValuesAsString("id")).containsExactly(side.getValue());
            assertThat(found.at("/items/0/joins").asBoolean()).isTrue();
        }
        namesakes("registrar-elsewhere", group, 404);
        namesakes("officer", group, 403);
        json(
                post(
                        registrar,
                        "/api/registry/conflict-settlements",
                        Map.of("matter", "SAME_NAME", "bodies", List.of(registered, group), "reason", "负责人不同，两家都在活动")),
                204);
        assertThat(namesakes("registrar", group, 200).path("items")).isEmpty();
    }

    /** The old address leads to the body that goes on, with the same question (decision 0013). */
    private void pointsOn(WebTestClient reader, String address, String question) {
        reader.get()
                .uri(address.formatted(registered) + question)
                .exchange()
                .expectStatus()
                .isEqualTo(308)
                .expectHeader()
                .location(address.formatted(group) + question);
    }

    private JsonNode namesakes(String as, String id, int status) {
        return json(house.as(as).get().uri("/api/registry/bodies/" + id + "/namesakes"), status);
    }

    private String invited() {
        var federation = json(house.as("federation").get().uri("/api/me"), 200)
                .at("/organization/id")
                .asString();
        return json(
                        post(
                                house.as("federation"),
                                "/api/federations/" + federation + "/memberships",
                                Map.of("memberId", group)),
                        201)
                .path("id")
                .asString();
    }

    private JsonNode profile(String id, @Nullable String asOf) {
        var address = "/api/organizations/" + id + (asOf == null ? "" : "?asOf=" + asOf);
        return json(house.anonymous().get().uri(address), 200);
    }

    private String version() {
        return "\"" + filing(registrar, group).path("version").asLong() + "\"";
    }

    private WebTestClient.RequestHeadersSpec<?> join(String as, @Nullable String ifMatch, String organization) {
        var asked =
                house.as(as).post().uri("/api/filings/" + group + "/joining").contentType(MediaType.APPLICATION_JSON);
        return (ifMatch == null ? asked : asked.header(HttpHeaders.IF_MATCH, ifMatch))
                .bodyValue(Map.of("organizationId", organization));
    }

    private Map<String, Object> registration() {
        var form = new HashMap<String, Object>();
        form.put("name", name);
        form.put("legalForm", "SERVICE_INSTITUTION");
        form.put(
                "creditCode",
                CreditCode.complete("52510114MJ6" + ThreadLocalRandom.current().nextInt(10_000, 99_999))
                        .value());
        form.put("regionCode", "510114");
        form.put("foundedOn", clock.today().block(SOON).toString());
        form.put("businessScope", "长者助餐、居家照护");
        form.put("address", "示例路 1 号");
        form.put("head", "某负责人");
        form.put("acknowledged", List.of("same-name"));
        return form;
    }

    private static String type(JsonNode problem) {
        return problem.path("type").asString().replace("/problems/", "");
    }

    private String text(String sql) {
        return database.sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .one()
                .block(SOON);
    }
}
