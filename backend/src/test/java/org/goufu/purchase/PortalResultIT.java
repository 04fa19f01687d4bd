package org.goufu.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.ledger.domain.Bundle;
import org.goufu.ledger.domain.BundleCheck;
import org.goufu.ledger.domain.Verifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Results that the portal published: on an installation of its own, for its clock is moved past the deadlines. */
@GoufuIT
@Tag("alone")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalResultIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String RESULT = "/api/lots/{id}/portal-result";
    private static final String UNKNOWN_CODE = "91510100MA62N3AD4E";

    @Autowired
    TestHouse house;

    @Autowired
    WebTestClient client;

    @Autowired
    DatabaseClient database;

    Purchases purchases;
    JsonNode consultation;
    JsonNode returned;
    JsonNode negotiation;
    JsonNode ended;
    JsonNode ownCall;
    Instant now;

    @BeforeAll
    void daysPassAfterTheCalls() {
        purchases = new Purchases(house);
        consultation = purchases.publish(purchases.statutory("社工站结果", "CONSULTATION"));
        returned = purchases.publish(purchases.statutory("退回的结果", "CONSULTATION"));
        negotiation = purchases.publish(purchases.statutory("谈判的结果", "NEGOTIATION"));
        ended = purchases.publish(purchases.statutory("还是终止了", "CONSULTATION"));
        ownCall = purchases.publish(purchases.lunches("在本平台提交"));
        Awaiting.until(
                LIMIT, () -> assertThat(messages("organization", consultation)).isNotEmpty());
        put("officer", consultation, whole(consultation, Instant.now())).is(409, "purchase/lot-open");
        var clock = TestHouse.json(house.post("admin", Map.of("advance", "P40D"), "/api/demo/clock"));
        now = Instant.parse(clock.path("now").asString()).truncatedTo(ChronoUnit.SECONDS);
        house = new TestHouse(client);
        purchases = new Purchases(house);
    }

    private static String lot(JsonNode call) {
        return call.at("/lots/0/id").asString();
    }

    private static String purchase(JsonNode call) {
        return call.path("purchaseId").asString();
    }

    private List<JsonNode> messages(String account, JsonNode call) {
        return house.get(account, "/api/me/inbox?size=100")
                .path("items")
                .valueStream()
                .filter(item -> item.path("purchaseId").asString().equals(purchase(call)))
                .toList();
    }

    private String codeOf(String account) {
        return database.sql("select credit_code from organization.body where id = :id")
                .bind("id", house.body(account))
                .mapValue(String.class)
                .one()
                .block(LIMIT);
    }

    /** What the portal published, the organization of the demo as the winner. */
    private Map<String, Object> whole(JsonNode call, Instant at) {
        var form = new HashMap<String, Object>();
        form.put(
                "winners",
                List.of(Map.of(
                        "creditCode", codeOf("organization"), "amountFen", 58_000_000, "scoreHundredths", 9_125)));
        form.put(
                "service",
                Map.of(
                        "name", "社工站运营服务",
                        "scope", "春熙路街道",
                        "requirements", "每周开放不少于五天。",
                        "time", "自合同签订之日起十二个月",
                        "standards", "按采购文件约定"));
        form.put(
                "panel",
                List.of(Map.of("name", "专家甲"), Map.of("name", "专家乙"), Map.of("name", "代表丙", "ofDepartment", true)));
        form.put(
                "officialPublication",
                Purchases.official("51010-jg-" + lot(call).substring(30), at.minusSeconds(60)));
        return form;
    }

    private Refusal put(String username, JsonNode call, Map<String, Object> form) {
        return Refusal.of(house.as(username)
                .put()
                .uri(RESULT, lot(call))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(form));
    }

    private ResponseSpec propose(JsonNode call, Map<String, Object> form, long seen) {
        return house.as("officer")
                .put()
                .uri(RESULT, lot(call))
                .header(HttpHeaders.IF_MATCH, "\"" + seen + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(form)
                .exchange();
    }

    @Test
    void whatThePortalPublishedBecomesANoticeThatTwoPersonsAnswerFor() throws IOException {
        var begun = house.get("officer", RESULT, lot(consultation));
        assertThat(begun.path("proposal").isNull()).isTrue();
        assertThat(begun.path("scored").asBoolean()).isTrue();
        assertThat(begun.path("ceilingFen").asLong()).isEqualTo(60_000_000);
        assertThat(begun.at("/result/service/name").asString()).isEqualTo("助餐服务");
        assertThat(begun.at("/result/service/time").asString()).isEqualTo("自合同签订之日起十二个月");

        var form = whole(consultation, now);
        var checked = TestHouse.json(house.post("officer", form, RESULT + "/check", lot(consultation)));
        assertThat(checked.path("findings")).isEmpty();
        assertThat(checked.at("/result/winners/0/body").asString())
                .isEqualTo(house.body("organization").toString());
        assertThat(checked.at("/result/winners/0/name").asString()).isNotBlank();

        var kept = TestHouse.json(propose(consultation, form, 0));
        assertThat(kept.at("/proposal/own").asBoolean()).isTrue();
        assertThat(matters("approver")).contains("PUBLISH_RESULT " + lot(consultation));
        Refusal.act(house.as("approver"), RESULT + "/publication", lot(consultation))
                .seen("\"999999\"")
                .is(412, "purchase/changed-meanwhile");

        var notice = TestHouse.json(house.post("approver", Map.of(), RESULT + "/publication", lot(consultation)));
        var name = checked.at("/result/winners/0/name").asString();
        assertThat(notice.path("formatCode").asString()).isEqualTo("N05");
        assertThat(notice.path("title").asString()).isEqualTo("社工站结果 中标（成交）结果公告");
        assertThat(notice.at("/official/noticeId").asString()).startsWith("51010-jg-");
        assertThat(notice.path("amountFen").asLong()).isEqualTo(58_000_000);
        assertThat(notice.path("fields").toString())
                .contains(name, codeOf("organization"), "91.25", "代表丙（采购人代表）", "每周开放不少于五天", "本平台没有接收");
        stands(notice);
        found(notice);
        told(notice);
        verified(notice);
        Refusal.act(house.as("approver"), RESULT + "/publication", lot(consultation))
                .is(409, "purchase/lot-decided");
        put("officer", consultation, form).is(409, "purchase/lot-decided");
    }

    private void stands(JsonNode notice) {
        var outcome = house.get("organization", "/api/purchases/{id}/outcomes", purchase(consultation))
                .get(0);
        assertThat(outcome.path("outcome").asString()).isEqualTo("AWARDED");
        assertThat(outcome.path("noticeId").asString())
                .isEqualTo(notice.path("id").asString());
        assertThat(house.get(
                                "group",
                                "/api/notices/{id}",
                                consultation.path("id").asString())
                        .path("status")
                        .asString())
                .isEqualTo("AWARDED");
        var shown = house.get("group", "/api/purchases/{id}", purchase(consultation));
        assertThat(shown.path("state").asString()).isEqualTo("AWARDED");
        assertThat(shown.path("timeline")
                        .valueStream()
                        .filter(stage -> stage.path("stage").asString().equals("RESULT"))
                        .findFirst()
                        .orElseThrow()
                        .path("noticeId")
                        .asString())
                .isEqualTo(notice.path("id").asString());
    }

    /** By the winner's name, which stands nowhere but in the official form. */
    private void found(JsonNode notice) {
        Awaiting.until(
                LIMIT,
                () -> assertThat(house.get("group", "/api/notices?type=RESULT&q=" + codeOf("organization"))
                                .path("items")
                                .findValuesAsString("id"))
                        .contains(notice.path("id").asString()));
    }

    /** The winner as one who won, and everybody who was told of the call, each once. */
    private void told(JsonNode notice) {
        var message = Awaiting.until(
                LIMIT,
                () -> messages("organization", consultation).stream()
                        .filter(item -> item.path("noticeId")
                                .asString()
                                .equals(notice.path("id").asString()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("the winner was not told")));
        assertThat(message.path("reasons").toString()).contains("贵单位在法定采购平台中标");
        var ofCall = recipients("kind = 'match'");
        assertThat(ofCall).hasSizeGreaterThan(1);
        Awaiting.until(
                LIMIT,
                () -> assertThat(recipients("kind = 'evaluation'"))
                        .containsAll(ofCall)
                        .doesNotHaveDuplicates());
    }

    private List<UUID> recipients(String which) {
        return database.sql("select recipient_id from notification.inbox where lot_id = :lot and " + which)
                .bind("lot", UUID.fromString(lot(consultation)))
                .mapValue(UUID.class)
                .all()
                .collectList()
                .block(LIMIT);
    }

    /** A stranger finds notices and nothing else, and is told so. */
    private void verified(JsonNode notice) throws IOException {
        var bytes = house.anonymous()
                .get()
                .uri("/api/purchases/{id}/bundle", purchase(consultation))
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        var result = BundleCheck.of(
                Bundle.read(new ByteArrayInputStream(bytes)), Verifier.read(house.read("group", "/api/ledger/key")));
        assertThat(result.findings()).isEmpty();
        assertThat(result.notices()).isEqualTo(2);
        assertThat(result.rederived().elsewhere()).containsExactly("助餐服务");
        assertThat(notice.path("digest").asString()).hasSize(64);
    }

    private List<String> matters(String account) {
        return house.get(account, "/api/me/work")
                .path("items")
                .valueStream()
                .map(item -> item.path("matter").asString() + " "
                        + item.path("lotId").asString())
                .toList();
    }

    @Test
    void isGivenBackWithAReasonAndNothingTypedIsLost() {
        propose(returned, whole(returned, now), 0).expectStatus().isOk();
        var seen = house.get("approver", RESULT, lot(returned))
                .at("/proposal/version")
                .asLong();
        Refusal.post(house.as("approver"), Map.of("reason", " "), RESULT + "/return", lot(returned))
                .is(422, "purchase/reason-missing", "/reason required");
        house.post("approver", Map.of("reason", "金额与公告不一致"), RESULT + "/return", lot(returned))
                .expectStatus()
                .isNoContent();

        var kept = house.get("officer", RESULT, lot(returned));
        assertThat(kept.at("/proposal/returned/reason").asString()).isEqualTo("金额与公告不一致");
        assertThat(kept.at("/result/winners/0/amountFen").asLong()).isEqualTo(58_000_000);
        assertThat(kept.at("/result/panel")).hasSize(3);
        assertThat(matters("officer")).contains("MEND_RESULT " + lot(returned));
        assertThat(matters("approver")).doesNotContain("PUBLISH_RESULT " + lot(returned));
        Awaiting.until(
                LIMIT,
                () -> assertThat(messages("officer", returned).toString()).contains("退回了填写的结果：金额与公告不一致"));
        Refusal.act(house.as("approver"), RESULT + "/publication", lot(returned))
                .is(409, "purchase/portal-result-returned");
        propose(returned, whole(returned, now), seen).expectStatus().isEqualTo(412);
        propose(returned, whole(returned, now), kept.at("/proposal/version").asLong())
                .expectStatus()
                .isOk();

        wroteToo("approver");
        Refusal.act(house.as("approver"), RESULT + "/publication", lot(returned))
                .is(403, "purchase/portal-result-same-person");
        house.as("officer")
                .delete()
                .uri(RESULT, lot(returned))
                .exchange()
                .expectStatus()
                .isNoContent();
        Refusal.act(house.as("approver"), RESULT + "/publication", lot(returned))
                .is(404, "purchase/portal-result-missing");
    }

    private void wroteToo(String account) {
        database.sql("update purchase.portal_result set authors = authors || :account where lot_id = :lot")
                .bind(
                        "account",
                        UUID.fromString(
                                house.get(account, "/api/me").at("/account/id").asString()))
                .bind("lot", UUID.fromString(lot(returned)))
                .then()
                .block(LIMIT);
    }

    /** The lowest price wins a negotiation; who is not in the registry is typed, and all that is wrong is said at once. */
    @Test
    void saysWhatIsWrongFieldByField() {
        var form = whole(negotiation, now);
        form.put("winners", List.of(Map.of("creditCode", UNKNOWN_CODE, "amountFen", 60_000_001)));
        form.put("panel", List.of());
        form.put("officialPublication", negotiation.path("official"));
        put("officer", negotiation, form)
                .is(
                        422,
                        "purchase/portal-result-refused",
                        "/winners/0/name required",
                        "/winners/0/address required",
                        "/winners/0/evaluationPriceFen required",
                        "/winners/0/amountFen amount-above-ceiling",
                        "/panel panel-missing",
                        "/officialPublication/noticeId official-same",
                        "/officialPublication/publishedAt official-before-deadline");
        form.put("winners", List.of(Map.of("creditCode", "x", "amountFen", -1)));
        put("officer", negotiation, form).is(422, "purchase/not-well-formed", "/winners/0/amountFen positive");

        var right = whole(negotiation, now);
        right.put(
                "winners",
                List.of(Map.of(
                        "creditCode",
                        UNKNOWN_CODE,
                        "name",
                        "外地企业有限公司",
                        "address",
                        "外地路3号",
                        "amountFen",
                        59_000_000,
                        "evaluationPriceFen",
                        53_100_000)));
        propose(negotiation, right, 0).expectStatus().isOk();
        var notice = TestHouse.json(house.post("approver", Map.of(), RESULT + "/publication", lot(negotiation)));
        assertThat(notice.path("fields").toString()).contains("外地企业有限公司", "外地路3号", "531,000 元");
    }

    /** The evaluation decides where bids are given here, and a result that waits goes with a lot that ends otherwise. */
    @Test
    void isOnlyOfLotsThatWereDecidedThere() {
        put("officer", ownCall, whole(ownCall, now)).is(409, "purchase/result-given-here");
        Refusal.get(house.as("officer"), RESULT, lot(ownCall)).is(409, "purchase/result-given-here");
        Refusal.get(house.as("officer"), RESULT, UUID.randomUUID()).is(404, "purchase/lot-not-found");

        propose(ended, whole(ended, now), 0).expectStatus().isOk();
        var end = new HashMap<String, Object>();
        end.put("reason", "TASK_CANCELLED");
        end.put("explanation", "预算调整，不再采购。");
        end.put("officialPublication", Purchases.official("51010-zz-9", now.minusSeconds(30)));
        house.as("officer")
                .put()
                .uri("/api/lots/{id}/termination", lot(ended))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(end)
                .exchange()
                .expectStatus()
                .isNoContent();
        house.post("approver", Map.of(), "/api/lots/{id}/termination/publication", lot(ended))
                .expectStatus()
                .isOk();
        Refusal.act(house.as("approver"), RESULT + "/publication", lot(ended)).is(409, "purchase/lot-decided");
        assertThat(matters("approver")).doesNotContain("PUBLISH_RESULT " + lot(ended));
    }
}
