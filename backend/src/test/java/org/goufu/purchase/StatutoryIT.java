package org.goufu.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** Calls above the purchase limit: repeated here with their reference, bid for on the portal unless finance has said otherwise. */
@GoufuIT
class StatutoryIT {
    private static final String TERMINATION = "/api/lots/{id}/termination";

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    Purchases purchases;

    @BeforeEach
    void setUp() {
        purchases = new Purchases(house);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String lot(JsonNode call) {
        return call.at("/lots/0/id").asString();
    }

    private JsonNode check(Map<String, Object> purchase) {
        return purchases.get("officer", "/api/purchases/{id}/check", purchases.draft(purchase));
    }

    private static List<String> errors(JsonNode findings) {
        return findings.valueStream()
                .filter(one -> one.path("severity").asString().equals("ERROR"))
                .map(one ->
                        one.path("pointer").asString() + " " + one.path("code").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"CONSULTATION, N04, 竞争性磋商公告", "OPEN_TENDER, N03, 招标公告", "NEGOTIATION, N04, 竞争性谈判公告"})
    void isRepeatedHereWithItsReferenceAndBidForOnThePortal(String method, String format, String kind) {
        var notice = purchases.publish(purchases.statutory("社工站运营", method));

        assertThat(notice.path("formatCode").asString()).isEqualTo(format);
        assertThat(notice.path("title").asString()).isEqualTo("社工站运营 " + kind);
        assertThat(notice.path("purchaseNumber").asString()).startsWith("N510104");
        assertThat(notice.at("/official/medium").asString()).isEqualTo("四川政府采购网");
        assertThat(notice.at("/bidPlace/here").asBoolean()).isFalse();
        assertThat(notice.at("/bidPlace/reason").asString()).isEqualTo("NOT_DESIGNATED");
        assertThat(notice.path("fields").toString()).contains("四川政府采购一体化平台", "合同履行期限", "社区社会组织参与方式");
        var printed = house.anonymous()
                .get()
                .uri("/api/notices/{id}.html", notice.path("id").asString())
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(printed).contains("转载", "各项期限自该媒体发布之时起算");
        house.as("organization")
                .get()
                .uri("/api/lots/{id}/bidding", lot(notice))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/bid/not-given-here");
    }

    /** Nobody is asked for keys that open nothing. */
    @Test
    void waitsForNoKeysWhereBidsAreGivenElsewhere() {
        var call = purchases.publish(purchases.statutory("无须钥匙的采购", "CONSULTATION"));
        var here = purchases.publish(purchases.lunches("须有钥匙的采购"));

        StepVerifier.create(delivered(here))
                .expectNextMatches(left -> left == 0)
                .verifyComplete();
        StepVerifier.create(rows("bidding.keyset", call)).expectNext(0L).verifyComplete();
        StepVerifier.create(rows("bidding.keyset_awaited", call)).expectNext(0L).verifyComplete();
    }

    private Mono<Long> rows(String table, JsonNode call) {
        return database.sql("select count(*) from " + table + " where lot_id = :lot")
                .bind("lot", UUID.fromString(lot(call)))
                .mapValue(Long.class)
                .one();
    }

    /** Until the news of a later call has been heard everywhere. */
    private Mono<Long> delivered(JsonNode call) {
        return rows("bidding.keyset", call)
                .filter(count -> count > 0)
                .repeatWhenEmpty(tries -> tries.take(100).delayElements(Duration.ofMillis(100)))
                .map(count -> 0L);
    }

    @Test
    void inADesignatedRegionTendersAreGivenHereAndTalksAreNot() {
        var tender = new HashMap<>(purchases.statutory("指定地区的招标", "OPEN_TENDER"));
        tender.put("regionCode", GoufuIT.DESIGNATED);
        var said = new HashMap<>((Map<?, ?>) tender.get("statutory"));
        said.remove("submissionPlace");
        said.remove("openingPlace");
        tender.put("statutory", said);
        var notice = purchases.publish(tender);
        assertThat(notice.at("/bidPlace/here").asBoolean()).isTrue();
        assertThat(notice.at("/bidPlace/document").asString()).isEqualTo(GoufuIT.DOCUMENT);
        assertThat(notice.path("fields").toString()).contains("本平台（在线）", GoufuIT.DOCUMENT);
        assertThat(purchases
                        .get("organization", "/api/lots/{id}/bidding", lot(notice))
                        .path("open")
                        .asBoolean())
                .isTrue();

        var consultation = new HashMap<>(purchases.statutory("指定地区的磋商", "CONSULTATION"));
        consultation.put("regionCode", GoufuIT.DESIGNATED);
        var elsewhere = purchases.publish(consultation);
        assertThat(elsewhere.at("/bidPlace/here").asBoolean()).isFalse();
        assertThat(elsewhere.at("/bidPlace/reason").asString()).isEqualTo("NOT_RUN_WHOLE");
    }

    @Test
    void saysWhatIsMissingAndWhichArticleAsks() {
        var bare = new HashMap<>(purchases.statutory("没写完的磋商", "CONSULTATION"));
        bare.remove("statutory");
        var findings = check(bare);
        assertThat(errors(findings))
                .contains(
                        "/statutory/projectCode required",
                        "/statutory/officialPublication/url required",
                        "/statutory/documents/from required",
                        "/statutory/ground required",
                        "/statutory/contractTerm required",
                        "/statutory/submissionPlace required",
                        "/statutory/intention/number intention-missing");

        var small = new HashMap<>(purchases.lunches("限额以下的磋商"));
        small.put("method", "CONSULTATION");
        var refused = check(small)
                .valueStream()
                .filter(one -> one.path("code").asString().equals("method-below-limit"))
                .findFirst()
                .orElseThrow();
        assertThat(refused.path("detail").asString()).contains("500,000", "公开比选");
        assertThat(refused.path("rule").asString()).contains("政府采购法");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "ftp://ccgp-sichuan.gov.cn/1", "https://a:b@ccgp-sichuan.gov.cn/1", "ccgp"
            })
    void takesAddressesThatCanBeFollowedSafelyAlone(String url) {
        var all = new HashMap<>(purchases.statutory("不安全的网址", "CONSULTATION"));
        var said = new HashMap<>((Map<?, ?>) all.get("statutory"));
        var official = new HashMap<>(Purchases.official("1", now().minusSeconds(60)));
        official.put("url", url);
        all.put("statutory", with(said, "officialPublication", official));
        house.post("officer", all, "/api/purchases")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/statutory/officialPublication/url");
    }

    private static Map<Object, Object> with(Map<?, ?> map, Object key, Object value) {
        var all = new HashMap<Object, Object>(map);
        all.put(key, value);
        return all;
    }

    /** T13: five days from the day on which the portal published the correction. */
    @Test
    void isCorrectedWithAReferenceOfItsOwn() {
        var call = purchases.publish(purchases.statutory("要更正的磋商", "CONSULTATION"));
        var purchase = call.path("purchaseId").asString();
        var body = new HashMap<String, Object>();
        body.put("reason", "采购需求表述不清。");
        body.put("changes", Map.of("description", "运营街道社工站，每周开放不少于五天，按季度开展满意度调查，需求经居民议事会讨论。"));
        house.post("officer", body, "/api/purchases/{id}/corrections", purchase)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/officialPublication/medium");

        body.put(
                "officialPublication",
                Purchases.official(call.at("/official/noticeId").asString(), now()));
        house.post("officer", body, "/api/purchases/{id}/corrections", purchase)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("official-same");

        body.put("officialPublication", Purchases.official("51010-gz-1", now().minusSeconds(5)));
        house.post("officer", body, "/api/purchases/{id}/corrections", purchase)
                .expectStatus()
                .isCreated();
        var correction = TestHouse.json(
                house.post("approver", Map.of(), "/api/purchases/{id}/correction/publication", purchase));
        assertThat(correction.path("formatCode").asString()).isEqualTo("N06");
        assertThat(correction.at("/official/noticeId").asString()).isEqualTo("51010-gz-1");
        assertThat(correction.path("fields").toString()).contains("按法定采购平台的规定办理");
        assertThat(purchases
                        .get("officer", "/api/notices/{id}", call.path("id").asString())
                        .at("/official/noticeId")
                        .asString())
                .isEqualTo(call.at("/official/noticeId").asString());
    }

    /** How many came is known on the portal, and people say so here; a tender that fails is void, another call ends. */
    @ParameterizedTest
    @CsvSource({"OPEN_TENDER, 废标公告, 废标原因", "CONSULTATION, 终止公告, 终止原因"})
    void endsWithAReferenceOfItsOwnAndMayBeCalledForAgain(String method, String kind, String label) {
        var call = purchases.publish(purchases.statutory("没有成功的采购", method));
        var body = new HashMap<String, Object>();
        body.put("reason", "LESS_THAN_THREE");
        body.put("explanation", "至截止时间只有一家供应商提交。");
        prepare(call, body).expectStatus().isEqualTo(422);
        body.put("officialPublication", Purchases.official("51010-zz-" + method, now().minusSeconds(5)));
        prepare(call, body).expectStatus().isNoContent();
        var end = TestHouse.json(house.post("approver", Map.of(), TERMINATION + "/publication", lot(call)));
        assertThat(end.path("title").asString()).isEqualTo("没有成功的采购 " + kind);
        assertThat(end.at("/official/noticeId").asString()).isEqualTo("51010-zz-" + method);
        assertThat(end.path("fields").toString())
                .contains(label, call.path("purchaseNumber").asString());

        var again = TestHouse.json(house.post(
                "officer",
                Map.of(),
                "/api/purchases/{id}/repetition",
                call.path("purchaseId").asString()));
        assertThat(again.path("method").asString()).isEqualTo(method);
        assertThat(again.at("/lots/0/repeats").asString()).isEqualTo(lot(call));
        assertThat(again.at("/statutory/contractTerm").asString()).isEqualTo("自合同签订之日起十二个月");
        assertThat(again.at("/statutory/officialPublication").isNull()).isTrue();
    }

    private ResponseSpec prepare(JsonNode call, Map<String, Object> body) {
        return house.as("officer")
                .put()
                .uri(TERMINATION, lot(call))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    @Test
    void tellsWhichMethodsThereAreAndWhenTheyMayClose() {
        var offered = purchases.get("officer", "/api/procurement-methods?region=" + GoufuIT.DESIGNATED);
        assertThat(offered.path("purchaseLimitFen").asLong()).isEqualTo(50_000_000);
        assertThat(offered.path("limitsVerified").asBoolean()).isFalse();
        assertThat(offered.path("methods").findValuesAsString("method"))
                .containsExactly("BT_COMPARE", "CONSULTATION", "OPEN_TENDER", "NEGOTIATION");
        assertThat(offered.at("/methods/2/bidPlace/reason").asString()).isEqualTo("DESIGNATED");
        assertThat(offered.at("/methods/1/grounds/0/ground").asString()).isEqualTo("PURCHASED_SERVICE");

        var tender = purchases.get("officer", "/api/earliest-deadline?method=OPEN_TENDER&from=2026-11-18");
        assertThat(tender.path("earliest").asString()).isEqualTo("2026-12-08");
        assertThat(tender.path("unhurried").asString()).isEqualTo("2026-12-09");
        assertThat(tender.path("rule").asString()).contains("第35条");
        house.as("officer")
                .get()
                .uri("/api/earliest-deadline?method=SINGLE_SOURCE")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }
}
