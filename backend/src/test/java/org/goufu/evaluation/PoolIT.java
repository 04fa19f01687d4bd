package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The pool of evaluators: entered, invited, suspended by those who keep it, and by nobody else. */
@GoufuIT
class PoolIT {
    private static final String POOL = "/api/evaluators";
    private static final String ONE = POOL + "/{id}";
    private static final String PASSWORD = "a quiet river at dawn";
    private static final AtomicInteger TELEPHONES = new AtomicInteger();

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    private static Map<String, Object> expert(String name) {
        var form = new HashMap<String, Object>();
        form.put("kind", "EXPERT");
        form.put("name", name);
        form.put("employer", "示例评估中心" + name);
        form.put("title", "高级社会工作师");
        form.put("phone", "138%08d".formatted(TELEPHONES.incrementAndGet()));
        form.put("regionCode", "5101");
        form.put("places", List.of("5101"));
        form.put("fields", List.of("A"));
        return form;
    }

    private final Map<String, String> keepers = new HashMap<>();

    private JsonNode entered(String who, Map<String, Object> form) {
        var answer = TestHouse.json(house.post(who, form, POOL).expectStatus().isCreated());
        keepers.put(id(answer), who);
        return answer;
    }

    /** Others draw from the same pool, and know the demo's people only. */
    @AfterEach
    void leave() {
        keepers.forEach(
                (id, keeper) -> house.post(keeper, Map.of("state", "RETIRED", "reason", "试验结束"), ONE + "/state", id));
    }

    private WebTestClient signedIn(JsonNode entry) {
        return signedIn("supervisor", entry);
    }

    private WebTestClient signedIn(String keeper, JsonNode entry) {
        var slip = TestHouse.json(house.post(keeper, Map.of(), ONE + "/invitation", id(entry))
                .expectStatus()
                .isCreated());
        assertThat(slip.path("username").asString())
                .isEqualTo(entry.path("number").asString());
        house.anonymous()
                .post()
                .uri("/api/activations")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("code", slip.path("code").asString(), "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isOk();
        var token = TestHouse.json(house.anonymous()
                .post()
                .uri("/api/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("username", slip.path("username").asString(), "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isCreated());
        return house.anonymous()
                .mutate()
                .defaultHeader(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + token.path("token").asString())
                .build();
    }

    private static String id(JsonNode entry) {
        return entry.path("id").asString();
    }

    private void turn(JsonNode entry, String state) {
        house.post("supervisor", Map.of("state", state, "reason", "评审纪律检查"), ONE + "/state", id(entry))
                .expectStatus()
                .isNoContent();
    }

    private WebTestClient.ResponseSpec avoids(WebTestClient who, String version, Object... avoidances) {
        return who.put()
                .uri("/api/me/evaluator/avoidances")
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.IF_MATCH, version)
                .bodyValue(Map.of("avoidances", List.of(avoidances)))
                .exchange();
    }

    @Test
    void whoIsEnteredSignsInAndStatesAvoidances() {
        var entry = entered("supervisor", expert("林初见"));
        assertThat(entry.path("opened").asBoolean()).isFalse();
        assertThat(entry.at("/fields/0/name").asString()).isEqualTo("公共服务");
        var she = signedIn(entry);
        var body = house.body("organization2").toString();
        avoids(she, "\"2\"", Map.of("body", body, "relation", "BOARD"))
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"3\"");
        Refusal.of(she.put()
                        .uri("/api/me/evaluator/avoidances")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.IF_MATCH, "\"3\"")
                        .bodyValue(Map.of("avoidances", List.of())))
                .is(422, "pool/avoidance-missing", "/avoidances pool-avoidance-missing");
        Refusal.of(she.put()
                        .uri("/api/me/evaluator/avoidances")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.IF_MATCH, "\"3\"")
                        .bodyValue(Map.of(
                                "avoidances",
                                List.of(
                                        Map.of("body", body, "relation", "BOARD", "until", "2999-01-01"),
                                        Map.of("body", UUID.randomUUID(), "relation", "BOARD")))))
                .is(422, "pool/not-well-formed", "/avoidances/0/until pool-until", "/avoidances/1/body pool-body");
        avoids(she, "\"1\"", Map.of("body", body, "relation", "BOARD"))
                .expectStatus()
                .isEqualTo(412);
        avoids(she, "\"3\"", Map.of("body", body, "relation", "BOARD", "until", "2026-01-31"))
                .expectStatus()
                .isOk();
        var acts = house.get("supervisor", ONE + "/history", id(entry));
        assertThat(acts.path("items").valueStream().map(act -> act.path("act").asString()))
                .containsExactly("AVOIDANCES_STATED", "AVOIDANCES_STATED", "INVITED", "ENTERED");
        assertThat(acts.at("/items/0/after/avoidances/0/until").asString()).isEqualTo("2026-01-31");
        var first = house.get("supervisor", ONE + "/history?size=3", id(entry));
        var last = house.get(
                "supervisor",
                ONE + "/history?after={after}",
                id(entry),
                first.path("next").asString());
        assertThat(List.of(first.path("total").asLong(), last.path("total").asLong()))
                .as("of all acts, on whichever page")
                .containsOnly(4L);
        Refusal.of(she.get().uri(POOL)).is(403, "http/forbidden");
    }

    @Test
    void onlyWhoIsActiveOpenedAndUnrelatedIsDrawn() {
        var opened = new OpenedLots(house, database)
                .with(new Purchases(house).lunches("库里的人"), 9_000_000, 8_500_000, 9_500_000);
        var before = experts(opened);
        var entry = entered("supervisor", expert("江可期"));
        assertThat(experts(opened)).as("cannot sign in yet").isEqualTo(before);
        var he = signedIn(entry);
        assertThat(experts(opened)).isEqualTo(before + 1);
        turn(entry, "SUSPENDED");
        assertThat(experts(opened)).isEqualTo(before);
        Refusal.post(house.as("supervisor"), Map.of("state", "SUSPENDED", "reason", "再来一次"), ONE + "/state", id(entry))
                .is(409, "pool/wrong-state");
        Refusal.post(house.as("supervisor"), Map.of("state", "ACTIVE"), ONE + "/state", id(entry))
                .is(422, "pool/reason-needed");
        turn(entry, "ACTIVE");
        assertThat(experts(opened)).isEqualTo(before + 1);
        avoids(he, "\"4\"", Map.of("body", house.body("federation"), "relation", "EMPLOYED", "until", "2025-06-30"))
                .expectStatus()
                .isOk();
        assertThat(experts(opened)).as("worked for a bidder within three years").isEqualTo(before);
        var colleague = expert("宁与谁");
        colleague.put(
                "employer",
                house.get("organization", "/api/me").at("/organization/name").asString());
        signedIn(entered("supervisor", colleague));
        assertThat(experts(opened)).as("works for a bidder").isEqualTo(before);
        var elsewhere = expert("远行客");
        elsewhere.put("places", List.of("5104"));
        signedIn(entered("supervisor", elsewhere));
        assertThat(experts(opened)).as("comes to other places only").isEqualTo(before);
    }

    private int experts(OpenedLots.Opened opened) {
        return house.get("officer", "/api/lots/{id}/panel", opened.lot())
                .path("experts")
                .asInt();
    }

    @Test
    void whatIsWrongIsNamedAndWhoIsAlikeToo() {
        Refusal.post(house.as("supervisor"), Map.of("kind", "INTERNAL", "phone", "找我", "email", "无"), POOL)
                .is(
                        422,
                        "pool/not-well-formed",
                        "/kind pool-kind-of-others",
                        "/name required",
                        "/employer required",
                        "/title required",
                        "/phone pool-phone",
                        "/email email",
                        "/regionCode required");
        var form = expert("苏两次");
        form.put("fields", List.of("Z99"));
        Refusal.post(house.as("supervisor"), form, POOL).is(422, "pool/not-well-formed", "/fields category-unknown");
        form.put("fields", List.of("A04"));
        entered("supervisor", form);
        Refusal.post(house.as("supervisor"), form, POOL).is(422, "pool/to-acknowledge", "/name pool-alike");
        form.put("acknowledged", true);
        var second = entered("supervisor", form);
        form.put("title", "教授");
        var changed = house.as("supervisor")
                .put()
                .uri(ONE, id(second))
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.IF_MATCH, "\"1\"")
                .bodyValue(form)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(TestHouse.json(changed).path("title").asString()).isEqualTo("教授");
        var act = house.get("supervisor", ONE + "/history", id(second)).at("/items/0");
        assertThat(act.path("before").toString()).isEqualTo("{\"title\":\"高级社会工作师\"}");
        Refusal.of(house.as("supervisor")
                        .put()
                        .uri(ONE, id(second))
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.IF_MATCH, "\"1\"")
                        .bodyValue(form))
                .is(412, "http/version-stale");
    }

    @Test
    void aPurchaserKeepsItsOwnPeopleAndNobodyElse() {
        var form = expert("本单位的人");
        Refusal.post(house.as("officer"), form, POOL).is(422, "pool/not-well-formed", "/kind pool-kind-of-others");
        form.put("kind", "INTERNAL");
        var own = entered("officer", form);
        signedIn("officer", own);
        assertThat(own.at("/region/code").asString()).startsWith("5101");
        Refusal.get(house.as("supervisor"), ONE, id(own)).is(404, "pool/not-found");
        var theirs = entered("supervisor", expert("别处的专家"));
        Refusal.get(house.as("officer"), ONE, id(theirs)).is(404, "pool/not-found");
        Refusal.act(house.as("officer"), ONE + "/invitation", id(theirs)).is(404, "pool/not-found");
        Refusal.get(house.as("officer"), ONE + "/history", id(theirs)).is(404, "pool/not-found");
        assertThat(names("officer", "")).contains("本单位的人").doesNotContain("别处的专家");
        assertThat(names("admin", "")).contains("别处的专家").doesNotContain("本单位的人");
        assertThat(names("supervisor", "别处")).containsExactly("别处的专家");
        var opened = new OpenedLots(house, database)
                .with(new Purchases(house).lunches("采购人代表"), 9_000_000, 8_500_000, 9_500_000);
        var choices = house.get("officer", "/api/lots/{id}/panel", opened.lot());
        assertThat(choices.path("representatives")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .contains("本单位的人");
    }

    private List<String> names(String who, String words) {
        return house.get(who, POOL + "?size=100&q={words}", words)
                .path("items")
                .valueStream()
                .map(one -> one.path("name").asString())
                .toList();
    }

    @Test
    void theListIsPagedInEveryOrderAndTheCoverageCounts() {
        for (var sort : List.of("NAME", "NUMBER", "CHANGED")) {
            var all = house.get("supervisor", POOL + "?size=100&sort=" + sort).path("items");
            var first = house.get("supervisor", POOL + "?size=3&sort=" + sort);
            var second = house.get(
                    "supervisor",
                    POOL + "?size=3&sort=" + sort + "&after="
                            + first.path("next").asString());
            assertThat(second.at("/items/0/id").asString())
                    .isEqualTo(all.get(3).path("id").asString());
        }
        Refusal.get(house.as("supervisor"), POOL + "?category=Q").is(400, "http/parameter-invalid", "category invalid");
        Refusal.get(house.as("supervisor"), POOL + "?after=bm9uZQ").is(400, "http/parameter-invalid", "after invalid");
        Refusal.get(house.as("supervisor"), POOL + "/coverage?region=99")
                .is(400, "http/parameter-invalid", "region invalid");
        var coverage = house.get("supervisor", POOL + "/coverage?region=510114");
        assertThat(coverage.path("experts").asInt()).isGreaterThanOrEqualTo(5);
        assertThat(coverage.path("items").size()).isGreaterThan(5);
        var elsewhere = house.get("supervisor", POOL + "/coverage?region=5133");
        assertThat(elsewhere.at("/items/0/largestPanel").asInt()).isZero();
    }
}
