package org.goufu.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.test.StepVerifier;

/** The way of a purchase from the officer's desk to the public, over HTTP. */
@GoufuIT
class PublishingIT {
    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    Purchases purchases;

    @BeforeEach
    void setUp() {
        purchases = new Purchases(house);
    }

    @Test
    void publishesWhatTwoPeopleAgreeOn() throws Exception {
        var notice = purchases.publish(purchases.lunches("“社区长者食堂”助餐服务"));

        assertThat(notice.path("number").asString()).matches("510114-\\d{4}-\\d{6}");
        assertThat(notice.path("status").asString()).isEqualTo("OPEN");
        assertThat(notice.path("formatCode").asString()).isEqualTo("P01");
        assertThat(notice.path("lots")
                        .get(0)
                        .path("requirements")
                        .get(0)
                        .path("text")
                        .asString())
                .contains("年度检查");
        var stored = content(UUID.fromString(notice.path("id").asString()));
        assertThat(HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(stored.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(notice.path("digest").asString());

        house.anonymous()
                .get()
                .uri("/api/purchases/{id}", notice.path("purchaseId").asString())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED")
                .jsonPath("$.number")
                .isEqualTo("CG-" + notice.path("number").asString())
                .jsonPath("$.history.length()")
                .isEqualTo(0)
                .jsonPath("$.timeline[0].stage")
                .isEqualTo("NOTICE")
                .jsonPath("$.timeline[0].state")
                .isEqualTo("RUNNING");
        house.anonymous()
                .get()
                .uri("/api/notices/newest?region=510114&size=1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(notice.path("id").asString());
    }

    /** What the pages show while the index does not answer. */
    @Test
    void narrowsTheNewestByPlacesAndDays() {
        var id = purchases.publish(purchases.lunches("按日期找助餐")).path("id").asString();
        var day = purchases
                .get("officer", "/api/notices/{id}", id)
                .path("publishedAt")
                .asString();
        var today = LocalDate.ofInstant(Instant.parse(day), ZoneId.of("Asia/Shanghai"));

        assertThat(newest("region=5107&region=510114&publishedFrom=" + today + "&publishedTo=" + today))
                .contains(id);
        assertThat(newest("region=5107")).doesNotContain(id);
        assertThat(newest("publishedTo=" + today.minusDays(1))).doesNotContain(id);
        assertThat(newest("publishedFrom=" + today.plusDays(1))).isEmpty();
        house.anonymous()
                .get()
                .uri("/api/notices/newest?publishedFrom=gestern")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private List<String> newest(String query) {
        return purchases
                .get("officer", "/api/notices/newest?size=100&" + query)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void printsTheOfficialForm() {
        var notice = purchases.publish(purchases.lunches("<b>粗体</b>助餐"));
        house.anonymous()
                .get()
                .uri("/api/notices/{id}.html", notice.path("id").asString())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/html;charset=UTF-8")
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'none'; style-src 'self'.*")
                .expectBody(String.class)
                .value(html -> assertThat(html)
                        .contains("限额标准以下采购公告", "&lt;b&gt;粗体&lt;/b&gt;", "内容摘要（SHA-256）", "/forms.css")
                        .doesNotContain("<b>粗体", "<script", "style="));
        house.anonymous().get().uri("/forms.css").exchange().expectStatus().isOk();
    }

    @Test
    void neitherAuthorNorStrangerApproves() {
        var id = purchases.draft(purchases.lunches("助餐"));
        purchases.act("officer", id, "submission");
        post("officer", id, "approval").expectStatus().isForbidden();
        post("organization", id, "approval").expectStatus().isForbidden();
        house.anonymous()
                .post()
                .uri("/api/purchases/{id}/approval", id)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aDraftIsItsDepartmentsOwn() {
        var id = purchases.draft(purchases.lunches("助餐"));
        house.anonymous()
                .get()
                .uri("/api/purchases/{id}", id)
                .exchange()
                .expectStatus()
                .isNotFound();
        house.as("organization")
                .get()
                .uri("/api/purchases/{id}", id)
                .exchange()
                .expectStatus()
                .isNotFound();
        house.as("approver")
                .get()
                .uri("/api/purchases/{id}", id)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void publishesOnce() {
        var id = purchases.draft(purchases.lunches("助餐"));
        post("approver", id, "approval").expectStatus().isEqualTo(409);
        purchases.act("officer", id, "submission");
        post("officer", id, "submission").expectStatus().isEqualTo(409);
        purchases.act("approver", id, "approval");
        post("approver", id, "approval").expectStatus().isEqualTo(409);
    }

    @Test
    void refusesStaleAndUnversionedChanges() {
        var form = purchases.lunches("助餐");
        var id = purchases.draft(form);
        put(id, form, null).expectStatus().isEqualTo(428);
        put(id, form, "\"1\"").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
        put(id, form, "\"1\"").expectStatus().isEqualTo(412);
        house.as("approver")
                .post()
                .uri("/api/purchases/{id}/approval", id)
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isEqualTo(412);
        house.as("officer")
                .delete()
                .uri("/api/purchases/{id}", id)
                .header("If-Match", "\"2\"")
                .exchange()
                .expectStatus()
                .isNoContent();
        house.as("officer")
                .get()
                .uri("/api/purchases/{id}", id)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void refusesAnUnlawfulRequirementByArticle() {
        var form = withRequirement(Map.of("kind", "TEXT", "text", "供应商须成立满三年"));
        var id = purchases.draft(form);
        house.as("officer")
                .get()
                .uri("/api/purchases/{id}/check", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].severity")
                .isEqualTo("ERROR")
                .jsonPath("$[0].code")
                .isEqualTo("F04")
                .jsonPath("$[0].pointer")
                .isEqualTo("/lots/0/requirements/0/text")
                .jsonPath("$[0].rule")
                .isNotEmpty()
                .jsonPath("$[0].suggestion")
                .isNotEmpty();
        post("officer", id, "submission")
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/purchase/not-ready")
                .jsonPath("$.errors[0].code")
                .isEqualTo("F04");
    }

    @Test
    void namesEveryFieldOfADraftThatIsNotWellFormed() {
        house.as("officer")
                .post()
                .uri("/api/purchases")
                .bodyValue(Map.of(
                        "title",
                        "长".repeat(201),
                        "method",
                        "BARTER",
                        "regionCode",
                        "999999",
                        "bidDeadline",
                        "tomorrow",
                        "lots",
                        List.of(Map.of("budgetFen", -1, "categoryCode", "Z99"), Map.of("budgetFen", 1.5))))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].pointer")
                .value(pointers -> assertThat((List<?>) pointers)
                        .hasSize(7)
                        .anyMatch("/lots/0/budgetFen"::equals)
                        .anyMatch("/lots/1/budgetFen"::equals)
                        .anyMatch("/method"::equals));
        house.as("officer")
                .post()
                .uri("/api/purchases")
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .exists("Location");
    }

    @Test
    void returnsWithAReasonAndComparesTheNextSubmission() {
        var form = purchases.lunches("助餐");
        var id = purchases.draft(form);
        purchases.act("officer", id, "submission");
        post("approver", id, "return").expectStatus().is4xxClientError();
        Refusal.post(house.as("approver"), Map.of("reason", "改".repeat(501)), "/api/purchases/{id}/return", id)
                .is(422, "purchase/reason-too-long", "/reason too-long");
        house.as("approver")
                .post()
                .uri("/api/purchases/{id}/return", id)
                .bodyValue(Map.of("reason", "请写清送餐范围"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DRAFT")
                .jsonPath("$.history[2].reason")
                .isEqualTo("请写清送餐范围");
        var changed = new HashMap<>(form);
        changed.put("title", "助餐与送餐");
        var version = purchases
                .get("officer", "/api/purchases/{id}", id)
                .path("version")
                .asLong();
        put(id, changed, "\"" + version + "\"").expectStatus().isOk();
        purchases.act("officer", id, "submission");
        var comparison = purchases.get("approver", "/api/purchases/{id}/comparison", id);
        assertThat(comparison.path("since").isNull()).isFalse();
        assertThat(comparison.path("changes").size()).isEqualTo(1);
        assertThat(comparison.path("changes").get(0).path("before").asString()).isEqualTo("助餐");
        assertThat(comparison.path("changes").get(0).path("after").asString()).isEqualTo("助餐与送餐");
    }

    @Test
    void listsTheDepartmentsPurchasesPageByPage() {
        purchases.draft(purchases.lunches("甲"));
        purchases.draft(purchases.lunches("乙"));
        var first = purchases.get("officer", "/api/purchases?state=DRAFT&size=1");
        assertThat(first.path("items").get(0).path("title").asString()).isEqualTo("乙");
        var second = purchases.get(
                "officer",
                "/api/purchases?state=DRAFT&size=1&after={c}",
                first.path("next").asString());
        assertThat(second.path("items").get(0).path("title").asString()).isEqualTo("甲");
        house.as("officer")
                .get()
                .uri("/api/purchases?state=GONE")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void showsFiguresAndKinds() {
        house.anonymous()
                .get()
                .uri("/api/statistics")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.organizations")
                .isNumber();
        house.anonymous()
                .get()
                .uri("/api/requirement-kinds")
                .header("Accept-Language", "en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].kind")
                .isEqualTo("SPECIAL_QUALIFICATION")
                .jsonPath("$[0].name")
                .isEqualTo("Licence or record");
    }

    @Test
    void aPublishedNoticeCannotBeChangedOrDeleted() {
        var notice = purchases.publish(purchases.lunches("助餐"));
        var id = UUID.fromString(notice.path("id").asString());
        StepVerifier.create(database.sql("update purchase.notice set title = 'x' where id = :id")
                        .bind("id", id)
                        .fetch()
                        .rowsUpdated())
                .verifyErrorMatches(
                        failure -> String.valueOf(failure.getMessage()).contains("never changes"));
        StepVerifier.create(database.sql("delete from purchase.lot where notice_id = :id")
                        .bind("id", id)
                        .fetch()
                        .rowsUpdated())
                .verifyErrorMatches(
                        failure -> String.valueOf(failure.getMessage()).contains("never changes"));
    }

    private String content(UUID notice) {
        return database.sql("select content from purchase.notice where id = :id")
                .bind("id", notice)
                .map(row -> row.get(0, String.class))
                .one()
                .block(Duration.ofSeconds(5));
    }

    private Map<String, Object> withRequirement(Map<String, Object> requirement) {
        var form = new HashMap<>(purchases.lunches("助餐"));
        var lot = new HashMap<>((Map<?, ?>) ((List<?>) form.get("lots")).getFirst());
        var changed = new HashMap<String, Object>();
        lot.forEach((key, value) -> changed.put(String.valueOf(key), value));
        changed.put("requirements", List.of(requirement));
        form.put("lots", List.of(changed));
        return form;
    }

    private ResponseSpec post(String username, UUID id, String act) {
        return house.as(username)
                .post()
                .uri("/api/purchases/{id}/{act}", id, act)
                .exchange();
    }

    private ResponseSpec put(UUID id, Map<String, Object> form, String version) {
        var request = house.as("officer").put().uri("/api/purchases/{id}", id).bodyValue(form);
        return version == null
                ? request.exchange()
                : house.as("officer")
                        .put()
                        .uri("/api/purchases/{id}", id)
                        .header("If-Match", version)
                        .bodyValue(form)
                        .exchange();
    }
}
