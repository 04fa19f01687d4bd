package org.goufu.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The operator makes a supervisor's account, hands over a code, and ends it: over HTTP. */
@GoufuIT
class SupervisorsIT {
    private static final String SUPERVISORS = "/api/operations/supervisors";
    private static final String PASSWORD = "四个不相干的词：渡口 芭蕉 铅笔 云";

    @Autowired
    TestHouse house;

    private static Map<String, String> form(String username, String name, String region) {
        return Map.of("username", username, "displayName", name, "regionCode", region);
    }

    private String appointed(String username, String region) {
        var answer = house.post("admin", form(username, "新来的监管员", region), SUPERVISORS)
                .expectStatus()
                .isCreated();
        return TestHouse.json(answer).path("id").asString();
    }

    private JsonNode listed(String id) {
        return house.get("admin", SUPERVISORS + "?size=100")
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String code(String id) {
        return TestHouse.json(house.post("admin", Map.of(), SUPERVISORS + "/{id}/invitation", id)
                        .expectStatus()
                        .isOk())
                .path("code")
                .asString();
    }

    private ResponseSpec open(String code) {
        return anonymously(Map.of("code", code, "password", PASSWORD), "/api/activations");
    }

    private ResponseSpec signIn(String username) {
        return anonymously(Map.of("username", username, "password", PASSWORD), "/api/tokens");
    }

    private ResponseSpec anonymously(Object body, String uri) {
        return house.anonymous()
                .post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec me(String token) {
        return house.anonymous()
                .get()
                .uri("/api/me")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private static List<String> acts(JsonNode account) {
        return account.path("deeds")
                .valueStream()
                .map(deed ->
                        deed.path("act").asString() + " " + deed.path("byName").asString())
                .toList();
    }

    @Test
    void whoIsAppointedOpensTheAccountSupervisesTheRegionAndIsEnded() {
        var id = appointed("mianyang-new", "5107");
        assertThat(listed(id).path("region").path("name").asString()).isEqualTo("绵阳市");
        assertThat(listed(id).path("opened").asBoolean()).isFalse();
        var code = code(id);
        open(code).expectStatus().isOk();
        var token = TestHouse.json(signIn("mianyang-new").expectStatus().isCreated())
                .path("token")
                .asString();
        var me = TestHouse.json(me(token).expectStatus().isOk());
        assertThat(me.path("account").path("roles").get(0).asString()).isEqualTo("SUPERVISOR");
        assertThat(me.path("region").path("code").asString()).isEqualTo("5107");
        assertThat(listed(id).path("opened").asBoolean()).isTrue();

        var unused = code(id);
        house.post("admin", Map.of(), SUPERVISORS + "/{id}/end", id)
                .expectStatus()
                .isNoContent();
        // Every instance hears of it, this one, too.
        Awaiting.until(() -> me(token).expectStatus().isUnauthorized());
        signIn("mianyang-new").expectStatus().isUnauthorized();
        open(unused).expectStatus().isEqualTo(422);
        var account = listed(id);
        assertThat(account.path("ended").asBoolean()).isTrue();
        var operator = house.get("admin", "/api/me")
                .path("account")
                .path("displayName")
                .asString();
        assertThat(acts(account))
                .containsExactly(
                        "ENDED " + operator, "INVITED " + operator, "INVITED " + operator, "APPOINTED " + operator);
        Refusal.act(house.as("admin"), SUPERVISORS + "/{id}/end", id).is(409, "supervisor/ended");
        Refusal.act(house.as("admin"), SUPERVISORS + "/{id}/invitation", id).is(409, "supervisor/ended");
    }

    @Test
    void everyWrongFieldIsNamed() {
        Refusal.post(house.as("admin"), form("New One", " ", "5199"), SUPERVISORS)
                .is(
                        422,
                        "supervisor/not-well-formed",
                        "/username supervisor-username",
                        "/displayName supervisor-name",
                        "/regionCode supervisor-region");
        Refusal.post(house.as("admin"), form("officer", "另一位", "51"), SUPERVISORS)
                .is(422, "supervisor/not-well-formed", "/username supervisor-taken");
    }

    /** Whoever is no supervisor is not found here, whatever the id. */
    @Test
    void nobodyElsesAccountIsEndedHere() {
        var officer = house.get("officer", "/api/me").path("account").path("id").asString();
        Refusal.act(house.as("admin"), SUPERVISORS + "/{id}/end", officer).is(404, "supervisor/not-found");
        Refusal.act(house.as("admin"), SUPERVISORS + "/{id}/invitation", officer)
                .is(404, "supervisor/not-found");
        assertThat(house.get("officer", "/api/me").path("account").path("id").asString())
                .isEqualTo(officer);
    }

    @Test
    void onlyTheOperatorKeepsSupervisors() {
        for (var other : List.of("supervisor", "officer", "approver", "registrar", "organization", "evaluator")) {
            house.as(other).get().uri(SUPERVISORS).exchange().expectStatus().isForbidden();
            house.post(other, form("not-mine", "不该有的", "51"), SUPERVISORS)
                    .expectStatus()
                    .isForbidden();
        }
        house.anonymous().get().uri(SUPERVISORS).exchange().expectStatus().isUnauthorized();
    }
}
