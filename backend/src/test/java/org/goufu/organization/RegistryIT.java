package org.goufu.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Registrars, and a body with its own dossier, over HTTP on the real servers. */
@GoufuIT
class RegistryIT {
    private static final String COUNTY = "510114";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] PDF = "%PDF-1.7\n示例".getBytes();
    private static final AtomicInteger NUMBERS = new AtomicInteger(70_000);

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    @Autowired
    BusinessClock clock;

    private WebTestClient registrar;
    private LocalDate today;

    @BeforeEach
    void signIn() {
        registrar = house.as("registrar");
        today = clock.today().block(Duration.ofSeconds(10));
    }

    @Test
    void whoActsForARegionKnowsIt() {
        for (var each : Map.of("supervisor", 2, "registrar", 6, "street", 9, "community", 12)
                .entrySet()) {
            var me = json(house.as(each.getKey()).get().uri("/api/me"), 200);
            assertThat(me.at("/region/code").asString()).hasSize(each.getValue());
            assertThat(me.at("/region/name").asString()).isNotEmpty();
        }
        assertThat(json(house.as("admin").get().uri("/api/me"), 200)
                        .path("region")
                        .isNull())
                .isTrue();
    }

    @Test
    void registersAnOrganization() {
        var made = register(form("新津示例社区服务中心"));
        var id = made.path("id").asString();
        assertThat(made.path("version").asLong()).isEqualTo(1);
        assertThat(made.path("head").asString()).isEqualTo("某负责人");
        assertThat(made.at("/registration/fundsFen").asLong()).isEqualTo(5_000_000);
        assertThat(values(facts(id))).contains("STATUS NORMAL", "HEAD 某负责人", "SCOPE 社区服务");
        var profile = json(house.anonymous().get().uri("/api/organizations/" + id), 200);
        assertThat(profile.path("status").asString()).isEqualTo("NORMAL");
        var history = json(registrar.get().uri("/api/registry/bodies/" + id + "/history"), 200);
        assertThat(history.at("/items/0/act").asString()).isEqualTo("REGISTERED");
        assertThat(history.at("/items/0/byName").asString()).isEqualTo("演示登记人员");
        assertThat(history.at("/items/0/names/" + COUNTY).asString()).endsWith("新都区");
    }

    @Test
    void showsThePublicTheCertificateAndNeverTheContact() {
        var form = form("新津示例会员协会" + NUMBERS.get());
        form.put("legalForm", "ASSOCIATION");
        form.put(
                "creditCode",
                CreditCode.complete("51" + COUNTY + "MJ9%05d".formatted(NUMBERS.incrementAndGet()))
                        .value());
        form.put("registrationAuthority", "新津区民政局");
        form.put(
                "registration",
                Map.of(
                        "fundsFen",
                        5_000_000,
                        "competentUnit",
                        "新津区民政局",
                        "organs",
                        Map.of("individualMembers", 12, "unitMembers", 5, "council", 9, "supervisors", 3),
                        "contact",
                        Map.of("name", "周联系", "phone", "028-00001234")));
        var problem = json(post(registrar, "/api/registry/organizations", form), 422);
        assertThat(codes(problem)).containsExactly("/registration/organs/individualMembers members-few");
        form.put("acknowledged", List.of("members-few"));
        var id = register(form).path("id").asString();
        var then = clock.now().block(Duration.ofSeconds(10));

        var version = json(registrar.get().uri("/api/registry/organizations/" + id), 200);
        form.put("registration", Map.of("organs", Map.of("individualMembers", 60, "council", 11)));
        json(
                registrar
                        .put()
                        .uri("/api/registry/organizations/" + id)
                        .header(
                                HttpHeaders.IF_MATCH,
                                "\"" + version.path("version").asLong() + "\"")
                        .bodyValue(form),
                200);
        var now = json(house.anonymous().get().uri("/api/organizations/" + id), 200)
                .path("registration");
        assertThat(now.path("individualMembers").asInt()).isEqualTo(60);
        assertThat(now.path("fundsFen").isNull()).isTrue();
        var before = json(house.anonymous().get().uri("/api/organizations/" + id + "?asOf=" + then), 200)
                .path("registration");
        assertThat(before.path("unitMembers").asInt()).isEqualTo(5);
        assertThat(before.path("fundsFen").asLong()).isEqualTo(5_000_000);
        assertThat(before.path("registrationAuthority").asString()).isEqualTo("新津区民政局");
        assertThat(before.toString()).doesNotContain("周联系", "028-00001234");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        var form = form("");
        form.put("creditCode", code().substring(0, 17) + "0");
        form.put("regionCode", "510104");
        form.put("foundedOn", "2999-01-01");
        form.put(
                "registration",
                Map.of(
                        "foundationKind",
                        "PUBLIC",
                        "party",
                        Map.of("kind", "OWN", "members", -1),
                        "contact",
                        Map.of("email", "nobody")));
        var problem = json(post(registrar, "/api/registry/organizations", form), 422);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/organization/not-well-formed");
        assertThat(codes(problem))
                .contains(
                        "/name required",
                        "/creditCode credit-code-check",
                        "/regionCode out-of-region",
                        "/foundedOn fact-day",
                        "/registration/foundationKind not-for-form",
                        "/registration/party/members positive-or-zero",
                        "/registration/contact/email email");
    }

    @Test
    void namesTheRecordThatHasTheCode() {
        var form = form("示例同码一中心" + NUMBERS.get());
        register(form);
        var again = form("示例同码二中心");
        again.put("creditCode", form.get("creditCode"));
        var problem = json(post(registrar, "/api/registry/organizations", again), 409);
        assertThat(problem.path("detail").asString()).contains(String.valueOf(form.get("name")));
    }

    @Test
    void asksToAcknowledgeWhatLooksLikeTheSame() {
        var form = form("示例同名中心" + NUMBERS.get());
        form.put("legacyCertNo", "川民证字第" + NUMBERS.get() + "号");
        register(form);
        var again = form(String.valueOf(form.get("name")));
        var problem = json(post(registrar, "/api/registry/organizations", again), 422);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/organization/to-acknowledge");
        assertThat(codes(problem)).containsExactly("/name same-name");
        again.put("acknowledged", List.of("same-name"));
        json(post(registrar, "/api/registry/organizations", again), 201);
        var third = form("示例另名中心");
        third.put("legacyCertNo", form.get("legacyCertNo"));
        assertThat(codes(json(post(registrar, "/api/registry/organizations", third), 422)))
                .containsExactly("/legacyCertNo same-certificate");
    }

    @Test
    void theSecondOfTwoRegistrarsIsToldAndSeesWhatChanged() {
        var form = form("示例两人中心" + NUMBERS.get());
        var id = register(form).path("id").asString();
        var path = "/api/registry/organizations/" + id;
        form.put("address", "新地址 2 号");
        form.put("head", "新负责人");
        json(put(path, "\"1\"", form), 200);
        form.put("address", "旧人的地址");
        assertThat(json(put(path, "\"1\"", form), 412).path("type").asString())
                .isEqualTo("/problems/http/version-stale");
        json(put(path, null, form), 428);
        var change = json(registrar.get().uri("/api/registry/bodies/" + id + "/history"), 200)
                .at("/items/0");
        assertThat(change.at("/before/address").asString()).isEqualTo("示例路 1 号");
        assertThat(change.at("/after/address").asString()).isEqualTo("新地址 2 号");
        assertThat(change.path("before").has("name")).isFalse();
        assertThat(values(facts(id))).contains("HEAD 新负责人", "HEAD 某负责人");
        assertThat(json(registrar.get().uri(path), 200).path("head").asString()).isEqualTo("新负责人");
    }

    @Test
    void whatLiesElsewhereDoesNotExist() {
        var elsewhere = text(
                "select id::text from organization.body where region_code not like '510114%' and kind <> 'FILED_GROUP' limit 1");
        for (var path : List.of("/organizations/%s", "/bodies/%s", "/bodies/%s/facts", "/bodies/%s/history")) {
            json(registrar.get().uri("/api/registry" + path.formatted(elsewhere)), 404);
        }
        json(put("/api/registry/organizations/" + elsewhere, "\"1\"", form("别处")), 404);
        json(post(registrar, "/api/registry/bodies/" + elsewhere + "/facts", fact("STAFF", "NURSE", 1)), 404);
        json(upload(registrar, "/api/registry/bodies/" + elsewhere + "/evidence", PDF, "a.pdf"), 404);
        json(registrar.get().uri("/api/registry/organizations?region=510104"), 404);
        var listed = json(registrar.get().uri("/api/registry/organizations?size=100"), 200);
        assertThat(listed.path("items")
                        .valueStream()
                        .map(item -> item.at("/region/code").asString()))
                .isNotEmpty()
                .allMatch(code -> code.startsWith(COUNTY));
    }

    @Test
    void aBodyTakesBackItsOwnWordAndNotTheRegistrars() {
        var own = house.as("organization");
        var dossier = json(own.get().uri("/api/me/dossier"), 200).path("items");
        for (var kind : List.of("INSPECTION", "STATUS", "GRADE", "TAX", "HEADCOUNT")) {
            var known = dossier.valueStream()
                    .filter(fact -> fact.path("kind").asString().equals(kind)
                            && fact.path("withdrawnAt").isNull())
                    .findFirst()
                    .orElseThrow();
            var path = "/api/me/dossier/facts/" + known.path("id").asString() + "/withdrawal";
            var refused = json(post(own, path, Map.of("reason", "不利于投标")), 409);
            assertThat(refused.path("type").asString()).as(kind).isEqualTo("/problems/organization/registrar-knows");
        }
        assertThat(values(json(own.get().uri("/api/me/dossier"), 200))).contains("STATUS NORMAL");
    }

    @Test
    void streetsFileAndDoNotRegister() {
        var street = house.as("street");
        var federation = house.as("federation").get().uri("/api/me");
        var id = json(federation, 200).at("/organization/id").asString();
        json(street.get().uri("/api/registry/bodies/" + id), 200);
        json(post(street, "/api/registry/bodies/" + id + "/facts", fact("STAFF", "NURSE", 1)), 403);
        var form = form("街道登记");
        form.put("regionCode", COUNTY);
        assertThat(codes(json(post(street, "/api/registry/organizations", form), 422)))
                .contains("/regionCode out-of-region");
    }

    @Test
    void factsAreSucceededCorrectedAndTakenBack() {
        var id = register(form("示例事实中心" + NUMBERS.get())).path("id").asString();
        var path = "/api/registry/bodies/" + id + "/facts";
        var suspended = json(post(registrar, path, fact("STATUS", "SUSPENDED", null)), 201)
                .path("id")
                .asString();
        assertThat(values(facts(id)).stream().filter(value -> value.startsWith("STATUS")))
                .containsExactlyInAnyOrder("STATUS NORMAL", "STATUS NORMAL", "STATUS SUSPENDED");
        assertThat(profileStatus(id)).isEqualTo("SUSPENDED");
        json(post(registrar, path + "/" + suspended + "/withdrawal", Map.of("reason", "")), 422);
        json(post(registrar, path + "/" + suspended + "/withdrawal", Map.of("reason", "登记有误")), 204);
        json(post(registrar, path + "/" + suspended + "/withdrawal", Map.of("reason", "再撤")), 409);
        var normal = json(post(registrar, path, fact("STATUS", "NORMAL", null)), 201);
        assertThat(profileStatus(id)).isEqualTo("NORMAL");
        var corrected = fact("STATUS", "LIQUIDATING", null);
        corrected.put("reason", "应为清算中");
        json(post(registrar, path + "/" + normal.path("id").asString() + "/replacement", corrected), 201);
        assertThat(profileStatus(id)).isEqualTo("LIQUIDATING");
        assertThat(codes(json(post(registrar, path, fact("GRADE", "A4", null)), 422)))
                .containsExactly("/to grade-end");
    }

    @Test
    void evidenceIsSeenByThoseItIsFor() {
        var id = register(form("示例证明中心" + NUMBERS.get())).path("id").asString();
        var path = "/api/registry/bodies/" + id;
        assertThat(json(upload(registrar, path + "/evidence", "<html>".getBytes(), "a.pdf"), 422)
                        .path("type")
                        .asString())
                .isEqualTo("/problems/file/kind-not-taken");
        assertThat(json(upload(registrar, path + "/evidence", Arrays.copyOf(PDF, 11 * 1024 * 1024), "a.pdf"), 422)
                        .path("type")
                        .asString())
                .isEqualTo("/problems/file/too-large");
        var file = json(upload(registrar, path + "/evidence", PDF, "护士证.pdf"), 201)
                .path("id")
                .asString();
        json(registrar.get().uri(path + "/evidence/" + file), 404);
        var fact = fact("STAFF", "NURSE", 2);
        fact.put("evidenceId", file);
        json(post(registrar, path + "/facts", fact), 201);
        registrar
                .get()
                .uri(path + "/evidence/" + file)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectHeader()
                .valueMatches(HttpHeaders.CONTENT_DISPOSITION, "attachment;.*")
                .expectBody(byte[].class)
                .isEqualTo(PDF);
        json(house.as("organization").get().uri("/api/me/dossier/evidence/" + file), 404);
        // A stranger cannot show with it what he likes.
        var stolen = fact("STAFF", "LAWYER", 1);
        stolen.put("evidenceId", file);
        json(post(house.as("organization"), "/api/me/dossier/facts", stolen), 404);
    }

    @Test
    void aBodyDeclaresAndTheRegistrarLooks() {
        var own = house.as("organization");
        var id = json(own.get().uri("/api/me"), 200).at("/organization/id").asString();
        var paper = json(upload(own, "/api/me/dossier/evidence", PDF, "律师证.pdf"), 201)
                .path("id")
                .asString();
        assertThat(codes(json(post(own, "/api/me/dossier/facts", fact("STAFF", "LAWYER", 2)), 422)))
                .containsExactly("/evidenceId evidence-needed");
        assertThat(codes(json(post(own, "/api/me/dossier/facts", fact("STATUS", "NORMAL", null)), 422)))
                .containsExactly("/kind fact-kind-registrars");
        var lawyers = fact("STAFF", "LAWYER", 2);
        lawyers.put("evidenceId", paper);
        var declared = json(post(own, "/api/me/dossier/facts", lawyers), 201)
                .path("id")
                .asString();
        assertThat(profileFact(id, "LAWYER").path("unconfirmed").asBoolean()).isTrue();
        assertThat(waiting()).contains(declared);
        var path = "/api/registry/bodies/" + id + "/facts/" + declared;
        json(post(house.as("street"), path + "/confirmation", Map.of()), 404);
        json(post(registrar, path + "/confirmation", Map.of()), 204);
        json(post(registrar, path + "/rejection", Map.of("reason", "已确认")), 409);
        assertThat(waiting()).doesNotContain(declared);
        assertThat(profileFact(id, "LAWYER").path("unconfirmed").asBoolean()).isFalse();
        // The registrar has the grade: the body cannot overwrite it.
        var grade = fact("GRADE", "A5", null);
        grade.put("to", today.plusYears(1).toString());
        grade.put("evidenceId", paper);
        json(post(own, "/api/me/dossier/facts", grade), 409);
    }

    @Test
    void aRejectionIsReadWithItsReason() {
        var own = house.as("organization");
        var id = json(own.get().uri("/api/me"), 200).at("/organization/id").asString();
        var paper = json(upload(own, "/api/me/dossier/evidence", PDF, "康复证.pdf"), 201)
                .path("id")
                .asString();
        var therapists = fact("STAFF", "REHABILITATION", 3);
        therapists.put("evidenceId", paper);
        var declared = json(post(own, "/api/me/dossier/facts", therapists), 201)
                .path("id")
                .asString();
        json(
                post(
                        registrar,
                        "/api/registry/bodies/" + id + "/facts/" + declared + "/rejection",
                        Map.of("reason", "照片看不清")),
                204);
        var dossier = json(own.get().uri("/api/me/dossier"), 200);
        var rejected = dossier.path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(declared))
                .findFirst()
                .orElseThrow();
        assertThat(rejected.path("withdrawnReason").asString()).isEqualTo("照片看不清");
        assertThat(rejected.path("state").asString()).isEqualTo("WITHDRAWN");
    }

    @Test
    void anInspectionThatIsMissingIsDeclaredAndGivesWayToTheRegistrar() {
        var own = house.as("federation");
        var id = json(own.get().uri("/api/me"), 200).at("/organization/id").asString();
        int year = today.getMonthValue() >= 10 ? today.getYear() - 1 : today.getYear() - 2;
        var known = facts(id)
                .path("items")
                .valueStream()
                .filter(item -> item.path("value").asString().startsWith(year + ":"))
                .findFirst()
                .orElseThrow();
        var path = "/api/registry/bodies/" + id + "/facts";
        json(post(registrar, path + "/" + known.path("id").asString() + "/withdrawal", Map.of("reason", "试验")), 204);
        assertThat(missing(own)).contains("INSPECTION " + year);
        var paper = json(upload(own, "/api/me/dossier/evidence", PDF, "年检结论.pdf"), 201)
                .path("id")
                .asString();
        var inspection = fact("INSPECTION", year + ":QUALIFIED", null);
        inspection.put("evidenceId", paper);
        json(post(own, "/api/me/dossier/facts", inspection), 201);
        assertThat(missing(own)).doesNotContain("INSPECTION " + year);
        json(post(registrar, path, fact("INSPECTION", year + ":QUALIFIED", null)), 201);
        var standing = facts(id)
                .path("items")
                .valueStream()
                .filter(item -> item.path("value").asString().startsWith(year + ":"))
                .filter(item -> item.path("withdrawnAt").isNull())
                .map(item -> item.path("origin").asString())
                .toList();
        assertThat(standing).containsExactly("REGISTRAR");
    }

    @Test
    void thePastStaysAsItWasKnown() {
        var form = form("示例往日中心" + NUMBERS.get());
        var before = now();
        var id = register(form).path("id").asString();
        var path = "/api/organizations/" + id + "?asOf=";
        json(house.anonymous().get().uri(path + before), 404);
        var then = now();
        var known = bytes(path + then);
        assertThat(known).contains(String.valueOf(form.get("name")));
        form.put("name", "示例新名中心" + NUMBERS.get());
        form.put("head", "后来的负责人");
        json(put("/api/registry/organizations/" + id, "\"1\"", form), 200);
        json(post(registrar, "/api/registry/bodies/" + id + "/facts", fact("STATUS", "CANCELLED", null)), 201);
        assertThat(bytes(path + then)).isEqualTo(known);
        assertThat(bytes("/api/organizations/" + id)).contains("示例新名中心", "CANCELLED");
        json(house.anonymous().get().uri(path + "2999-01-01T00:00:00Z"), 400);
    }

    @Test
    void aBankAccountIsPrivate() {
        var id = register(form("示例账户中心" + NUMBERS.get())).path("id").asString();
        json(
                post(
                        registrar,
                        "/api/registry/bodies/" + id + "/facts",
                        fact("BANK_ACCOUNT", "示例银行新都支行 5101140012345678", null)),
                201);
        assertThat(values(facts(id))).contains("BANK_ACCOUNT 示例银行新都支行 5101140012345678");
        assertThat(bytes("/api/organizations/" + id)).doesNotContain("5101140012345678");
    }

    private JsonNode register(Map<String, Object> form) {
        return json(post(registrar, "/api/registry/organizations", form), 201);
    }

    private static String code() {
        return CreditCode.complete("52510114MJ8" + NUMBERS.incrementAndGet()).value();
    }

    private static Map<String, Object> form(String name) {
        var form = new HashMap<String, Object>();
        form.put("name", name);
        form.put("legalForm", "SERVICE_INSTITUTION");
        form.put("creditCode", code());
        form.put("regionCode", COUNTY);
        form.put("foundedOn", "2020-05-06");
        form.put("businessScope", "社区服务");
        form.put("address", "示例路 1 号");
        form.put("head", "某负责人");
        form.put("registration", Map.of("purpose", "服务社区", "fundsFen", 5_000_000));
        return form;
    }

    private Map<String, Object> fact(String kind, String value, @Nullable Integer number) {
        var fact = new HashMap<String, Object>();
        fact.put("kind", kind);
        fact.put("value", value);
        if (number != null) fact.put("number", number);
        fact.put("from", today.toString());
        fact.put("source", "公告");
        return fact;
    }

    private JsonNode facts(String id) {
        return json(registrar.get().uri("/api/registry/bodies/" + id + "/facts?size=100"), 200);
    }

    private static List<String> values(JsonNode facts) {
        return facts.path("items")
                .valueStream()
                .map(item ->
                        item.path("kind").asString() + " " + item.path("value").asString())
                .toList();
    }

    private String profileStatus(String id) {
        return json(house.anonymous().get().uri("/api/organizations/" + id), 200)
                .path("status")
                .asString();
    }

    private JsonNode profileFact(String id, String value) {
        return json(house.anonymous().get().uri("/api/organizations/" + id), 200)
                .path("facts")
                .valueStream()
                .filter(fact -> fact.path("value").asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private List<String> waiting() {
        return json(registrar.get().uri("/api/registry/confirmations?size=100"), 200)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static List<String> missing(WebTestClient own) {
        return json(own.get().uri("/api/me/dossier"), 200)
                .path("missing")
                .valueStream()
                .map(gap -> gap.path("kind").asString() + " " + gap.path("year").asString(""))
                .toList();
    }

    private static List<String> codes(JsonNode problem) {
        return problem.path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    private String text(String sql) {
        return database.sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .one()
                .block(Duration.ofSeconds(10));
    }

    private Instant now() {
        return clock.now().block(Duration.ofSeconds(10));
    }

    private String bytes(String path) {
        return String.valueOf(house.anonymous()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static WebTestClient.RequestHeadersSpec<?> post(WebTestClient who, String path, Object body) {
        return who.post().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    private WebTestClient.RequestHeadersSpec<?> put(String path, @Nullable String version, Object body) {
        var request = registrar.put().uri(path).contentType(MediaType.APPLICATION_JSON);
        return (version == null ? request : request.header(HttpHeaders.IF_MATCH, version)).bodyValue(body);
    }

    private static WebTestClient.RequestHeadersSpec<?> upload(
            WebTestClient who, String path, byte[] content, String name) {
        var parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource(content)).filename(name).contentType(MediaType.APPLICATION_PDF);
        return who.post().uri(path).body(BodyInserters.fromMultipartData(parts.build()));
    }

    private static JsonNode json(WebTestClient.RequestHeadersSpec<?> request, int status) {
        var body = request.exchange().expectBody(byte[].class).returnResult();
        assertThat(body.getStatus().value())
                .as(() -> body.getResponseBody() == null ? "" : new String(body.getResponseBody()))
                .isEqualTo(status);
        var content = body.getResponseBody();
        return content == null || content.length == 0 ? JSON.createObjectNode() : JSON.readTree(content);
    }

    @Test
    void nothingIsFoundUnderAnIdOfNobody() {
        json(registrar.get().uri("/api/registry/bodies/" + UUID.randomUUID()), 404);
    }
}
