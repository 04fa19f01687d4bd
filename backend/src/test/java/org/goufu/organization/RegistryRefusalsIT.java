package org.goufu.organization;

import static org.goufu.TestHouse.json;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.goufu.GoufuIT;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Every form about registered bodies and their facts says what it refuses, at which field, in both languages; form by form. */
@GoufuIT
class RegistryRefusalsIT {
    private static final String COUNTY = "510114";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final UUID NOBODY = new UUID(7, 7);
    private static final AtomicInteger NUMBERS = new AtomicInteger(40_000);

    @Autowired
    private TestHouse house;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private BusinessClock clock;

    private WebTestClient registrar;
    private LocalDate today;

    @BeforeEach
    void signIn() {
        registrar = house.as("registrar");
        today = clock.today().block(SOON);
        FilingDesk.employ(database, "registrar-elsewhere", "510104");
    }

    private static String code() {
        return CreditCode.complete("52510114MJ4" + NUMBERS.incrementAndGet()).value();
    }

    private static Map<String, Object> form() {
        var form = new HashMap<String, Object>();
        form.put("name", "示例拒绝中心" + NUMBERS.incrementAndGet());
        form.put("legalForm", "SERVICE_INSTITUTION");
        form.put("creditCode", code());
        form.put("regionCode", COUNTY);
        form.put("foundedOn", "2020-05-06");
        form.put("businessScope", "社区服务");
        form.put("address", "示例路 1 号");
        form.put("head", "某负责人");
        return form;
    }

    private static Map<String, Object> with(Map<String, ?> form, String field, @Nullable Object value) {
        var changed = new HashMap<String, Object>(form);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return changed;
    }

    private String registered() {
        return json(house.post("registrar", form(), "/api/registry/organizations")
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
    }

    /** Each row: a field of the registration, what is wrong with it, and where that is said. */
    static Stream<Arguments> wrongRegistrations() {
        var code = code();
        return Stream.of(
                arguments("name", null, "/name required"),
                arguments("name", "长".repeat(101), "/name too-long"),
                arguments("legalForm", null, "/legalForm required"),
                arguments("creditCode", " ", "/creditCode required"),
                arguments("creditCode", code.substring(1), "/creditCode credit-code-length"),
                arguments("creditCode", code.substring(0, 17) + "I", "/creditCode credit-code-character"),
                arguments("creditCode", "52510114MJ4000000A", "/creditCode credit-code-check"),
                arguments(
                        "creditCode",
                        CreditCode.complete("51510114MJ4" + NUMBERS.incrementAndGet())
                                .value(),
                        "/creditCode credit-code-form"),
                arguments("regionCode", null, "/regionCode required"),
                arguments("regionCode", "519999", "/regionCode place-unknown"),
                arguments("regionCode", "510104", "/regionCode out-of-region"),
                arguments("regionCode", "510114008", "/regionCode region-too-deep"),
                arguments("foundedOn", null, "/foundedOn required"),
                arguments("foundedOn", "2999-01-01", "/foundedOn fact-day"),
                arguments("foundedOn", "1949-09-30", "/foundedOn fact-day"),
                arguments("changedOn", "2999-01-01", "/changedOn fact-day"),
                arguments("changedOn", "2019-01-01", "/changedOn fact-day"),
                arguments("businessScope", "", "/businessScope required"),
                arguments("businessScope", "做".repeat(5_001), "/businessScope too-long"),
                arguments("address", null, "/address required"),
                arguments("address", "远".repeat(201), "/address too-long"),
                arguments("head", null, "/head required"),
                arguments("head", "名".repeat(51), "/head too-long"),
                arguments("legacyCertNo", "证".repeat(201), "/legacyCertNo too-long"),
                arguments("registrationAuthority", "局".repeat(201), "/registrationAuthority too-long"));
    }

    @ParameterizedTest
    @MethodSource("wrongRegistrations")
    void registering(String field, @Nullable Object value, String expected) {
        refusedForm(with(form(), field, value), expected);
    }

    /** Each row: an item of the certificate, what is wrong with it, and where that is said. */
    static Stream<Arguments> wrongItems() {
        return Stream.of(
                arguments(Map.of("purpose", "旨".repeat(5_001)), "/registration/purpose too-long"),
                arguments(Map.of("competentUnit", "局".repeat(201)), "/registration/competentUnit too-long"),
                arguments(Map.of("industryUnit", "局".repeat(201)), "/registration/industryUnit too-long"),
                arguments(Map.of("fundsFen", 0), "/registration/fundsFen positive"),
                arguments(Map.of("foundationKind", "PUBLIC"), "/registration/foundationKind not-for-form"),
                arguments(Map.of("activityArea", "新都区"), "/registration/activityArea not-for-form"),
                arguments(
                        Map.of("certificateFrom", "2026-01-02", "certificateTo", "2026-01-01"),
                        "/registration/certificateTo fact-days"),
                arguments(
                        Map.of("party", Map.of("kind", "OWN", "members", -1)),
                        "/registration/party/members positive-or-zero"),
                arguments(
                        Map.of("party", Map.of("kind", "OWN", "name", "支".repeat(201))),
                        "/registration/party/name too-long"),
                arguments(
                        Map.of("organs", Map.of("individualMembers", 5)),
                        "/registration/organs/individualMembers not-for-form"),
                arguments(Map.of("organs", Map.of("unitMembers", 5)), "/registration/organs/unitMembers not-for-form"),
                arguments(Map.of("organs", Map.of("council", -1)), "/registration/organs/council positive-or-zero"),
                arguments(
                        Map.of("organs", Map.of("supervisors", -1)),
                        "/registration/organs/supervisors positive-or-zero"),
                arguments(Map.of("contact", Map.of("name", "名".repeat(201))), "/registration/contact/name too-long"),
                arguments(Map.of("contact", Map.of("phone", "1".repeat(201))), "/registration/contact/phone too-long"),
                arguments(Map.of("contact", Map.of("email", "nobody")), "/registration/contact/email email"));
    }

    @ParameterizedTest
    @MethodSource("wrongItems")
    void registeringItemsOfTheCertificate(Map<String, Object> items, String expected) {
        refusedForm(with(form(), "registration", items), expected);
    }

    @Test
    void aServiceInstitutionsKindIsNoOtherFormsAndAnAssociationsMembersMayBeAnyNumber() {
        var association = with(
                with(form(), "legalForm", "ASSOCIATION"),
                "creditCode",
                CreditCode.complete("51510114MJ4" + NUMBERS.incrementAndGet()).value());
        refusedForm(
                with(association, "registration", Map.of("institutionKind", "LEGAL_PERSON")),
                "/registration/institutionKind not-for-form");
        refusedForm(
                with(association, "registration", Map.of("organs", Map.of("individualMembers", -1, "unitMembers", -1))),
                "/registration/organs/individualMembers positive-or-zero",
                "/registration/organs/unitMembers positive-or-zero");
        refusedForm(
                with(association, "registration", Map.of("activityArea", "区".repeat(201))),
                "/registration/activityArea too-long");
    }

    private void refusedForm(Map<String, ?> form, String... expected) {
        Refusal.post(registrar, form, "/api/registry/organizations").is(422, "organization/not-well-formed", expected);
    }

    @Test
    void registeringWhatIsThereOrOdd() {
        var form = with(form(), "legacyCertNo", "川民证字拒" + NUMBERS.incrementAndGet());
        house.post("registrar", form, "/api/registry/organizations")
                .expectStatus()
                .isCreated();
        Refusal.post(registrar, with(form(), "creditCode", form.get("creditCode")), "/api/registry/organizations")
                .is(409, "organization/credit-code-taken", "/creditCode credit-code-taken");
        var same = with(with(form(), "name", form.get("name")), "registration", Map.of());
        odd(same, "/name same-name");
        odd(with(form(), "legacyCertNo", form.get("legacyCertNo")), "/legacyCertNo same-certificate");
        var association = with(
                with(form(), "legalForm", "ASSOCIATION"),
                "creditCode",
                CreditCode.complete("51510114MJ4" + NUMBERS.incrementAndGet()).value());
        odd(
                with(
                        association,
                        "registration",
                        Map.of("fundsFen", 2_000_000, "organs", Map.of("individualMembers", 3))),
                "/registration/fundsFen funds-low",
                "/registration/organs/individualMembers members-few");
        odd(with(form(), "creditCode", "52510114MJ4000071F"), "/creditCode credit-code-inner");
        Refusal.post(house.as("street"), with(form(), "regionCode", "510114008"), "/api/registry/organizations")
                .is(422, "organization/not-well-formed", "/regionCode region-too-deep");
        Refusal.post(registrar, Map.of("colour", "red"), "/api/registry/organizations")
                .is(400, "http/malformed", "/colour unknown");
    }

    private void odd(Map<String, ?> form, String... expected) {
        Refusal.post(registrar, form, "/api/registry/organizations").is(422, "organization/to-acknowledge", expected);
    }

    @Test
    void changing() {
        var id = registered();
        var path = "/api/registry/organizations/" + id;
        changing("registrar", path, null).is(428, "http/version-required");
        changing("registrar", path, "\"99\"").is(412, "http/version-stale");
        changing("registrar-elsewhere", path, "\"1\"").is(404, "organization/not-found");
        changing("street", path, "\"1\"").is(404, "organization/not-found");
        changing("registrar", "/api/registry/organizations/" + house.body("group"), "\"1\"")
                .is(404, "organization/not-found");
        Refusal.get(registrar, "/api/registry/bodies/" + NOBODY).is(404, "organization/not-found");
        Refusal.get(registrar, "/api/registry/organizations?region=510104").is(404, "organization/not-found");
        Refusal.get(registrar, "/api/registry/organizations?region=999999")
                .is(400, "http/parameter-invalid", "region invalid");
    }

    private Refusal changing(String as, String path, @Nullable String ifMatch) {
        return Refusal.of(house.as(as)
                        .put()
                        .uri(path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(form()))
                .seen(ifMatch);
    }

    /** Each row: a fact, and what is said about it. */
    static Stream<Arguments> wrongFacts() {
        return Stream.of(
                arguments(Map.of("kind", "FILING", "value", "ACTIVE"), "/kind fact-kind-elsewhere"),
                arguments(Map.of("kind", "STATUS", "value", "FINE"), "/value fact-value"),
                arguments(Map.of("kind", "CREDIT_LIST", "value", "GREY"), "/value fact-value"),
                arguments(Map.of("kind", "INSPECTION", "value", "2024:"), "/value required"),
                arguments(Map.of("kind", "INSPECTION", "value", "2024:FINE"), "/value fact-value"),
                arguments(Map.of("kind", "INSPECTION", "value", "2999:QUALIFIED"), "/value inspection-year"),
                arguments(
                        Map.of("kind", "INSPECTION", "value", "2024:QUALIFIED", "from", "2024-05-01"),
                        "/from inspection-day"),
                arguments(
                        Map.of("kind", "INSPECTION", "value", "2024:QUALIFIED", "to", "2999-05-01"),
                        "/to inspection-end"),
                arguments(Map.of("kind", "GRADE", "value", "A9", "to", "2030-01-01"), "/value fact-value"),
                arguments(Map.of("kind", "GRADE", "value", "A4"), "/to grade-end"),
                arguments(Map.of("kind", "GRADE", "value", "A4", "to", "2999-01-01"), "/to grade-too-long"),
                arguments(Map.of("kind", "QUALIFICATION", "value", "MAGIC"), "/value fact-value"),
                arguments(Map.of("kind", "STAFF", "value", "NURSE"), "/number range"),
                arguments(Map.of("kind", "STAFF", "value", "NURSE", "number", 100_001), "/number range"),
                arguments(Map.of("kind", "STAFF", "value", "WIZARD", "number", 1), "/value fact-value"),
                arguments(Map.of("kind", "CATEGORY", "value", "Z9"), "/value fact-value"),
                arguments(Map.of("kind", "CATEGORY", "value", "A0402", "number", 3), "/number fact-number"),
                arguments(Map.of("kind", "PLACE", "value", "99"), "/value fact-value"),
                arguments(Map.of("kind", "EXPERIENCE", "value", "A0402"), "/number range"),
                arguments(Map.of("kind", "TAX", "value", "TAX_EXEMPT", "to", "2030-01-01"), "/value fact-value"),
                arguments(Map.of("kind", "HEADCOUNT", "value", "2024"), "/number required"),
                arguments(Map.of("kind", "HEADCOUNT", "value", "去年", "number", 3), "/value year"),
                arguments(Map.of("kind", "HEADCOUNT", "value", "2024", "number", -1), "/number range"),
                arguments(Map.of("kind", "HEADCOUNT", "value", "2999", "number", 3), "/value report-year"),
                arguments(
                        Map.of("kind", "HEADCOUNT", "value", "2024", "number", 3, "from", "2024-05-01"),
                        "/from report-day"),
                arguments(
                        Map.of("kind", "HEADCOUNT", "value", "2024", "number", 3, "to", "2999-01-01"),
                        "/to report-end"),
                arguments(Map.of("kind", "INCOME", "value", "2024"), "/amountFen required"),
                arguments(Map.of("kind", "INCOME", "value", "2024", "amountFen", -1), "/amountFen positive-or-zero"),
                arguments(
                        Map.of("kind", "NET_ASSETS", "value", "2024", "amountFen", 1_000_000_000_001L),
                        "/amountFen fact-amount"),
                arguments(Map.of("kind", "BANK_ACCOUNT", "value", "只有银行"), "/value bank-account"),
                arguments(Map.of("kind", "CATEGORY", "value", "A0402", "from", "2999-01-01"), "/from fact-day"),
                arguments(Map.of("kind", "CATEGORY", "value", "A0402", "from", "1949-01-01"), "/from fact-day"),
                arguments(Map.of("kind", "CATEGORY", "value", "A0402", "to", "2025-01-01"), "/to fact-days"),
                arguments(Map.of("kind", "CATEGORY", "value", "A0402", "source", " "), "/source required"),
                arguments(Map.of("kind", "CATEGORY", "value", "A0402", "source", "长".repeat(101)), "/source too-long"));
    }

    @ParameterizedTest
    @MethodSource("wrongFacts")
    void recordingAFact(Map<String, Object> fact, String expected) {
        Refusal.post(registrar, fact(fact), "/api/registry/bodies/{id}/facts", house.body("organization"))
                .is(422, "organization/fact-refused", expected);
    }

    private Map<String, Object> fact(Map<String, ?> of) {
        var fact = new HashMap<String, Object>(of);
        fact.putIfAbsent("from", "2026-01-01");
        fact.putIfAbsent("source", "公告");
        return fact;
    }

    @Test
    void aTaxQualificationHasAnEnd() {
        var known =
                Stream.of(TaxQualification.values()).findFirst().orElseThrow().name();
        recordingAFact(Map.of("kind", "TAX", "value", known), "/to tax-end");
    }

    @Test
    void recordingAFactWithoutItsParts() {
        Refusal.post(registrar, Map.of(), "/api/registry/bodies/{id}/facts", house.body("organization"))
                .is(422, "http/invalid", "/kind not-null", "/value not-blank", "/from not-null");
    }

    @Test
    void correctingTakingBackAndConfirmingFacts() {
        var id = registered();
        var facts = "/api/registry/bodies/" + id + "/facts";
        var staff = fact(Map.of("kind", "STAFF", "value", "NURSE", "number", 2, "from", "2026-03-01"));
        var known = json(house.post("registrar", staff, facts).expectStatus().isCreated())
                .path("id")
                .asString();
        Refusal.post(registrar, with(staff, "from", "2026-02-01"), facts)
                .is(409, "organization/fact-overlaps", "/from fact-overlaps");
        for (var reason : List.of(" ", "长".repeat(201))) {
            Refusal.post(registrar, Map.of("reason", reason), facts + "/{f}/withdrawal", known)
                    .is(422, "organization/reason-needed", "/reason length");
        }
        Refusal.post(registrar, staff, facts + "/{f}/replacement", known)
                .is(422, "organization/reason-needed", "/reason length");
        Refusal.post(registrar, Map.of("reason", "登记有误"), facts + "/{f}/withdrawal", NOBODY)
                .is(404, "organization/fact-not-found");
        Refusal.act(registrar, facts + "/{f}/confirmation", known).is(409, "organization/nothing-to-confirm");
        Refusal.post(registrar, Map.of("reason", "看不清"), facts + "/{f}/rejection", known)
                .is(409, "organization/nothing-to-confirm");
        Refusal.post(house.as("registrar-elsewhere"), staff, facts).is(404, "organization/not-found");
        house.post("registrar", Map.of("reason", "登记有误"), facts + "/{f}/withdrawal", known)
                .expectStatus()
                .isNoContent();
        Refusal.post(registrar, Map.of("reason", "再撤一次"), facts + "/{f}/withdrawal", known)
                .is(409, "organization/fact-gone");
        var group = new FilingDesk(house).filed();
        Refusal.post(
                        house.as("community"),
                        fact(Map.of("kind", "CATEGORY", "value", "A0402")),
                        "/api/registry/bodies/{id}/facts",
                        group)
                .is(403, "organization/not-your-office");
        Refusal.post(
                        house.as("street"),
                        fact(Map.of("kind", "GRADE", "value", "A4", "to", "2030-12-31")),
                        "/api/registry/bodies/{id}/facts",
                        group)
                .is(422, "organization/fact-refused", "/kind fact-kind-elsewhere");
        Refusal.get(registrar, "/api/registry/bodies/{id}/evidence/{f}", id, NOBODY)
                .is(404, "file/not-found");
    }

    @Test
    void declaring() {
        var own = house.as("organization");
        var facts = "/api/me/dossier/facts";
        Refusal.post(own, fact(Map.of("kind", "STATUS", "value", "NORMAL")), facts)
                .is(422, "organization/fact-refused", "/kind fact-kind-registrars");
        Refusal.post(own, fact(Map.of("kind", "STAFF", "value", "NURSE", "number", 2)), facts)
                .is(422, "organization/fact-refused", "/evidenceId evidence-needed");
        Refusal.post(own, fact(Map.of("kind", "STAFF", "value", "NURSE", "number", 2, "evidenceId", NOBODY)), facts)
                .is(404, "file/not-found");
        var known = json(own.get()
                        .uri("/api/me/dossier")
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("items")
                .valueStream()
                .filter(item -> item.path("kind").asString().equals("STATUS")
                        && item.path("withdrawnAt").isNull())
                .findFirst()
                .orElseThrow();
        Refusal.post(
                        own,
                        Map.of("reason", "不对"),
                        facts + "/{f}/withdrawal",
                        known.path("id").asString())
                .is(409, "organization/registrar-knows");
        Refusal.post(own, Map.of("reason", "不对"), facts + "/{f}/withdrawal", NOBODY)
                .is(404, "organization/fact-not-found");
        var paper = json(own.post()
                        .uri("/api/me/dossier/evidence")
                        .bodyValue(paper("%PDF-1.7 等级证书"))
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
        var grade =
                Map.of("kind", "GRADE", "value", "A5", "to", today.plusYears(1), "from", today, "evidenceId", paper);
        Refusal.post(own, fact(grade), facts).is(409, "organization/registrar-knows", "/value registrar-knows");
        Refusal.of(own.post().uri("/api/me/dossier/evidence").bodyValue(paper("<html>")))
                .is(422, "file/kind-not-taken", "/file file-kind-not-taken");
    }

    private static Object paper(String content) {
        var parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource(content.getBytes())).filename("证.pdf");
        return parts.build();
    }

    @Test
    void choosingWhereToBeTold() {
        var own = house.as("organization");
        var version = own.get()
                .uri("/api/me/telling")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders();
        telling(Map.of("places", List.of("51", "99")), version.getETag())
                .is(422, "organization/place-unknown", "/places/1 place-unknown");
        telling(Map.of("places", Collections.nCopies(101, "51")), version.getETag())
                .is(422, "organization/too-many-places", "/places too-many-items");
        telling(Map.of(), version.getETag()).is(422, "http/invalid", "/places not-null");
        telling(Map.of("places", List.of("51")), null).is(428, "http/version-required");
        telling(Map.of("places", List.of("51")), "\"999999\"").is(412, "http/version-stale");
    }

    private Refusal telling(Map<String, ?> form, @Nullable String ifMatch) {
        return Refusal.of(house.as("organization")
                        .put()
                        .uri("/api/me/telling")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(form))
                .seen(ifMatch);
    }

    @Test
    void settlingAConflict() {
        var path = "/api/registry/conflict-settlements";
        var two = List.of(registered(), registered());
        Refusal.post(registrar, Map.of(), path).is(422, "http/invalid", "/matter not-null", "/bodies not-null");
        Refusal.post(registrar, Map.of("matter", "REVIEW", "bodies", two, "reason", "核实过"), path)
                .is(422, "organization/no-conflict");
        for (var reason : List.of("", "长".repeat(501))) {
            Refusal.post(registrar, Map.of("matter", "SAME_NAME", "bodies", two, "reason", reason), path)
                    .is(422, "organization/reason-needed", "/reason length");
        }
        Refusal.post(
                        house.as("registrar-elsewhere"),
                        Map.of("matter", "SAME_NAME", "bodies", two, "reason", "核实过"),
                        path)
                .is(404, "organization/not-found");
    }

    /** What an account is for, decides what it can ask: one that stands for nothing is told so. */
    @Test
    void accountsThatStandForNothing() {
        for (var role : List.of("REGISTRAR", "ORGANIZATION_AGENT", "DEPARTMENT_OFFICER")) {
            database.sql("""
                            insert into account.account (id, username, display_name, roles, password_hash)
                            select gen_random_uuid(), :username, '无所属', array[:role], password_hash
                              from account.account
                             where username = 'registrar'
                                on conflict do nothing
                            """)
                    .bind("username", "nobody-" + role.toLowerCase())
                    .bind("role", role)
                    .then()
                    .block(SOON);
        }
        Refusal.get(house.as("nobody-registrar"), "/api/registry/organizations").is(403, "actor/no-region");
        Refusal.get(house.as("nobody-organization_agent"), "/api/me/dossier").is(403, "actor/no-organization");
        Refusal.post(house.as("nobody-department_officer"), Map.of("title", "助餐"), "/api/purchases")
                .is(403, "actor/no-department");
    }

    @Test
    void openingAnAccount() {
        var path = "/api/activations";
        Refusal.post(house.anonymous(), Map.of(), path)
                .is(422, "http/invalid", "/code not-blank", "/password not-blank");
        Refusal.post(house.anonymous(), Map.of("code", "不是激活码", "password", "三只竹篮 oranges 四月雨水"), path)
                .is(422, "activation/code-unknown", "/code activation-code");
        var desk = new FilingDesk(house);
        var id = desk.filed();
        var number = FilingDesk.filing(house.as("street"), id)
                .path("number")
                .asString()
                .toLowerCase();
        var given =
                desk.act("street", id, "contact", Map.of(), 201).path("code").asString();
        weak(given, "too short", "password-short");
        weak(given, "aaaaaaaaaaaaaaaaab", "password-simple");
        weak(given, "我们的 goufu 平台 password", "password-simple");
        weak(given, "my " + number + " pass", "password-name");
        var other = desk.filed();
        var taken = FilingDesk.filing(house.as("street"), other)
                .path("number")
                .asString()
                .toLowerCase();
        database.sql("""
                        insert into account.account (id, username, display_name, roles, organization_id, password_hash)
                        values (gen_random_uuid(), :username, '别的组织', array['GROUP_CONTACT'], cast(:body as uuid), '')
                        """).bind("username", taken).bind("body", id).then().block(SOON);
        Refusal.act(house.as("street"), "/api/filings/{id}/contact", other).is(409, "activation/name-taken");
    }

    private void weak(String code, String password, String why) {
        Refusal.post(house.anonymous(), Map.of("code", code, "password", password), "/api/activations")
                .is(422, "activation/password-weak", "/password " + why);
    }

    @Test
    void signingIn() {
        Refusal.post(house.anonymous(), Map.of("username", "谁也不是", "password", "x"), "/api/tokens")
                .is(401, "sign-in/wrong-credentials");
    }

    @Test
    void entriesOfReferenceAndFigures() {
        var admin = house.as("admin");
        Refusal.post(admin, Map.of(), "/api/operations/calendar-years")
                .is(422, "http/invalid", "/year not-null", "/document not-null", "/csv not-null");
        Refusal.post(admin, Map.of("year", 2999, "document", " ", "csv", "日期,种类"), "/api/operations/calendar-previews")
                .is(
                        422,
                        "reference/calendar-invalid",
                        "/year calendar-year",
                        "/document document-number",
                        "/csv calendar-header");
        calendar("2027-01-01,holiday", "calendar-lacks");
        calendar(
                "2027-02-09\n2026-01-01,holiday\n2027-02-06,holiday\n2027-02-09,workday\n2027-10-01,holiday\n2027-10-01,holiday",
                "calendar-line",
                "calendar-other-year",
                "calendar-no-weekday",
                "calendar-no-weekend",
                "calendar-twice");
        calendar("x\n".repeat(200), "calendar-long");
        Refusal.post(admin, Map.of(), "/api/operations/thresholds")
                .is(
                        422,
                        "reference/threshold-invalid",
                        "/regionCode required",
                        "/level required",
                        "/kind required",
                        "/amountFen threshold-amount",
                        "/from required",
                        "/document document-number");
        Refusal.post(admin, with(amount("PURCHASE_LIMIT", 100), "level", "PROVINCE"), "/api/operations/thresholds")
                .is(422, "reference/threshold-invalid", "/level threshold-level");
        Refusal.post(admin, amount("PURCHASE_LIMIT", 400_000_100), "/api/operations/thresholds")
                .is(422, "reference/threshold-invalid", "/amountFen limit-above-tender");
        Refusal.post(admin, amount("OPEN_TENDER", 100), "/api/operations/thresholds")
                .is(422, "reference/threshold-invalid", "/amountFen tender-below-limit");
        Refusal.get(house.anonymous(), "/api/regions?parent=999999").is(400, "reference/parent-unknown");
        Refusal.get(house.anonymous(), "/api/regions/999999").is(404, "reference/region-unknown");
        Refusal.get(house.anonymous(), "/api/service-categories/Z9").is(404, "reference/category-unknown");
        var calendar = "/api/work-calendar?from={from}&to={to}";
        Refusal.get(house.anonymous(), calendar, "2026-02-01", "2026-01-01").is(400, "reference/span-invalid");
        Refusal.get(house.anonymous(), calendar, "2026-01-01", "2028-01-01").is(400, "reference/span-invalid");
        Refusal.get(house.anonymous(), calendar, "2999-01-01", "2999-01-02").is(409, "reference/calendar-not-loaded");
        Refusal.get(house.anonymous(), "/api/indicators?day=1999-01-01")
                .is(400, "opendata/day-not-counted", "day code-unknown");
    }

    private static Map<String, Object> amount(String kind, long fen) {
        return Map.of(
                "regionCode", "5132",
                "level", "COUNTY",
                "kind", kind,
                "amountFen", fen,
                "from", "2027-01-01",
                "document", "川财采〔2026〕1 号");
    }

    private void calendar(String lines, String... codes) {
        Refusal.of(house.as("admin")
                        .method(HttpMethod.POST)
                        .uri("/api/operations/calendar-previews")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("year", 2027, "document", "国办发明电〔2026〕1 号", "csv", "date,kind\n" + lines)))
                .is(
                        422,
                        "reference/calendar-invalid",
                        Stream.of(codes).map(code -> "/csv " + code).toArray(String[]::new));
    }
}
