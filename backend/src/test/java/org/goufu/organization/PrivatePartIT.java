package org.goufu.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.platform.time.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bank account, contact and evidence of a body are for its own staff and its registrar, whoever asks and as of whenever. */
@GoufuIT
class PrivatePartIT {
    private static final String ACCOUNT = "示例银行新都支行 6217000000998877";
    private static final String PHONE = "028-99887766";
    private static final long INCOME_FEN = 98_765_432_109L;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    TestHouse house;

    @Autowired
    BusinessClock clock;

    private WebTestClient own;
    private String id;
    private String evidence;

    @BeforeEach
    void keepsItsAccountAndContact() {
        own = house.as("organization");
        id = json(own, "/api/me").at("/organization/id").asString();
        name();
        if (items("INCOME").noneMatch(item -> item.path("amountFen").asLong() == INCOME_FEN)) record();
        var standing = items("BANK_ACCOUNT").findFirst();
        if (standing.isEmpty()) declare();
        evidence = items("BANK_ACCOUNT")
                .findFirst()
                .orElseThrow()
                .at("/evidence/id")
                .asString();
    }

    private Stream<JsonNode> items(String kind) {
        return json(own, "/api/me/dossier")
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals(kind)
                        && item.path("withdrawnAt").isNull());
    }

    private void declare() {
        var parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource("%PDF-1.7\n示例".getBytes()))
                .filename("开户证明.pdf")
                .contentType(MediaType.APPLICATION_PDF);
        var file = read(own.post()
                        .uri("/api/me/dossier/evidence")
                        .body(BodyInserters.fromMultipartData(parts.build()))
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
        var today = clock.today().block(Duration.ofSeconds(10));
        own.post()
                .uri("/api/me/dossier/facts")
                .bodyValue(Map.of(
                        "kind", "BANK_ACCOUNT", "value", ACCOUNT, "from", String.valueOf(today), "evidenceId", file))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    /** Out of the annual report: a figure that nobody else has. */
    private void record() {
        house.as("registrar")
                .post()
                .uri("/api/registry/bodies/" + id + "/facts")
                .bodyValue(Map.of(
                        "kind",
                        "INCOME",
                        "value",
                        "2024",
                        "amountFen",
                        INCOME_FEN,
                        "from",
                        "2025-05-20",
                        "source",
                        "年度工作报告"))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    /** The registrar writes the contact into the registration. */
    private void name() {
        var registrar = house.as("registrar");
        var record = json(registrar, "/api/registry/organizations/" + id);
        var form = new HashMap<String, Object>();
        for (var field : List.of("name", "legalForm", "creditCode", "foundedOn", "businessScope", "address")) {
            form.put(field, record.path(field).asString());
        }
        form.put("head", record.path("head").asString("某负责人"));
        form.put("regionCode", record.at("/region/code").asString());
        form.put("registration", Map.of("contact", Map.of("name", "周联系", "phone", PHONE)));
        form.put("acknowledged", List.of("same-name", "same-certificate", "credit-code-inner", "funds-low"));
        registrar
                .put()
                .uri("/api/registry/organizations/" + id)
                .header(HttpHeaders.IF_MATCH, "\"" + record.path("version").asLong() + "\"")
                .bodyValue(form)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void itsOwnStaffReadsAll() {
        var dossier = json(own, "/api/me/dossier");
        assertThat(dossier.at("/contact/phone").asString()).isEqualTo(PHONE);
        assertThat(items("BANK_ACCOUNT").map(item -> item.path("value").asString()))
                .containsExactly(ACCOUNT);
        own.get()
                .uri("/api/me/dossier/evidence/" + evidence)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "officer",
                "approver",
                "federation",
                "group",
                "newcomer",
                "evaluator",
                "supervisor",
                "admin",
                "registrar",
                "street",
                "community"
            })
    void nobodyElseFindsItOnAnyPageNowOrAsOfThen(String username) {
        var other = username.isEmpty() ? house.anonymous() : house.as(username);
        var now = clock.now().block(Duration.ofSeconds(10));
        for (var path : List.of(
                "/api/organizations/" + id,
                "/api/organizations/" + id + "?asOf=" + now,
                "/api/organizations/" + id + "?asOf=" + Instant.parse("2026-01-01T00:00:00Z"),
                "/api/organizations?size=100&q=" + ACCOUNT.substring(ACCOUNT.indexOf(' ') + 1),
                "/api/organizations?size=100&q=" + PHONE,
                "/api/me/dossier")) {
            var answer = other.get()
                    .uri(path)
                    .exchange()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            assertThat(String.valueOf(answer))
                    .as(path)
                    .doesNotContain("6217000000998877", PHONE, evidence, String.valueOf(INCOME_FEN));
        }
        other.get()
                .uri("/api/me/dossier/evidence/" + evidence)
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isIn(401, 403, 404));
    }

    private static JsonNode json(WebTestClient who, String path) {
        return read(who.get().uri(path).exchange().expectStatus().isOk());
    }

    private static JsonNode read(WebTestClient.ResponseSpec answer) {
        return JSON.readTree(answer.expectBody(String.class).returnResult().getResponseBody());
    }
}
