package org.goufu.federation;

import static org.goufu.TestHouse.json;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.federation.FederationDesk.Opened;
import org.goufu.organization.FilingDesk;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Every form about federations says what it refuses, at which field, in both languages; form by form. */
@GoufuIT
class FederationRefusalsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final UUID NOBODY = new UUID(7, 7);

    @Autowired
    private TestHouse house;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Transactions transactions;

    private FederationDesk desk;
    private Opened home;
    private @Nullable Opened elsewhere;
    private String group;
    private String contact;
    private LocalDate today;

    @BeforeEach
    void aStreetWithAFederationAndAGroup() {
        desk = new FederationDesk(house, database, outbox, transactions);
        home = desk.open();
        elsewhere = null;
        group = desk.filed(home.street());
        contact = desk.employed("GROUP_CONTACT", group);
        today = clock.today().block(SOON);
    }

    @AfterEach
    void theStreetsAreFreeAgain() {
        desk.close(home);
        if (elsewhere != null) desk.close(elsewhere);
    }

    private WebTestClient keeper() {
        return house.as(home.keeper());
    }

    private WebTestClient staff() {
        return house.as(home.staff());
    }

    private WebTestClient member() {
        return house.as(contact);
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

    @Test
    void registeringAFederation() {
        var association = desk.association(home.keeper(), home.county());
        var form = Map.<String, Object>of("organizationId", association, "streetCode", home.street());
        registering(with(form, "streetCode", "510114008"), 422, "federation/street-unknown", "/streetCode street");
        registering(with(form, "streetCode", home.county()), 422, "federation/street-unknown", "/streetCode street");
        registering(with(form, "organizationId", NOBODY), 404, "federation/not-found");
        registering(with(form, "organizationId", group), 422, "federation/not-an-association");
        registering(
                with(form, "organizationId", desk.institution(home.keeper(), home.county())),
                422,
                "federation/not-an-association");
        registering(form, 409, "federation/street-has-one");
        Refusal.post(keeper(), Map.of(), "/api/federations")
                .is(422, "http/invalid", "/organizationId not-null", "/streetCode not-null");
        elsewhere = desk.open();
        Refusal.post(
                        house.as(elsewhere.keeper()),
                        Map.of("organizationId", house.body("federation"), "streetCode", elsewhere.street()),
                        "/api/federations")
                .is(422, "federation/of-another-place");
        suspended(association);
        registering(form, 422, "federation/not-in-good-standing");
    }

    private void registering(Map<String, ?> form, int status, String why, String... fields) {
        Refusal.post(keeper(), form, "/api/federations").is(status, why, fields);
    }

    private void suspended(String body) {
        house.post(
                        home.keeper(),
                        Map.of("kind", "STATUS", "value", "SUSPENDED", "from", today, "source", "公告"),
                        "/api/registry/bodies/{id}/facts",
                        body)
                .expectStatus()
                .isCreated();
    }

    @Test
    void inviting() {
        elsewhere = desk.open();
        inviting(Map.of("memberId", NOBODY), 404, "federation/not-found", "/memberId body-unknown");
        inviting(Map.of("memberId", elsewhere.federation()), 422, "federation/federation-as-member");
        inviting(Map.of("memberId", desk.filed("510114008")), 422, "federation/group-of-another-street");
        inviting(Map.of("memberId", desk.group(home.street(), "REVOKED")), 422, "federation/group-not-filed");
        inviting(Map.of("memberId", group, "from", today.minusDays(1)), 422, "federation/day-past", "/from day-past");
        inviting(Map.of(), 422, "http/invalid", "/memberId not-null");
        inviting(Map.of("memberId", "某某"), 400, "http/malformed", "/memberId unreadable");
        Refusal.post(house.as(elsewhere.staff()), Map.of("memberId", group), address())
                .is(404, "federation/not-found");
        var institution = desk.institution(home.keeper(), home.county());
        suspended(institution);
        inviting(Map.of("memberId", institution), 422, "federation/not-in-good-standing");
        desk.accepted(home, group, contact);
        inviting(Map.of("memberId", group), 409, "federation/already-invited");
        var other = desk.filed(home.street());
        desk.confirmed(home, other, desk.employed("GROUP_CONTACT", other));
        inviting(Map.of("memberId", other), 409, "federation/already-member");
        Refusal.get(staff(), "/api/groups-without-federation?street=510107001").is(422, "federation/street-unknown");
    }

    private String address() {
        return "/api/federations/" + home.federation() + "/memberships";
    }

    private void inviting(Map<String, ?> form, int status, String type, String... fields) {
        Refusal.post(staff(), form, address()).is(status, type, fields);
    }

    @Test
    void answeringAnInvitation() {
        var id = desk.invited(home, group);
        var acceptance = "/api/memberships/" + id + "/acceptance";
        Refusal.act(house.as("newcomer"), acceptance).is(404, "federation/membership-not-found");
        Refusal.act(house.as("group"), acceptance).is(404, "federation/membership-not-found");
        Refusal.act(staff(), acceptance).is(403, "http/forbidden");
        Refusal.act(member(), acceptance).seen("\"9\"").is(412, "federation/changed-meanwhile");
        Refusal.act(member(), acceptance).seen("什么").is(412, "http/version-stale");
        var refusal = "/api/memberships/" + id + "/refusal";
        Refusal.post(member(), Map.of("reason", " "), refusal).is(422, "federation/reason-missing", "/reason required");
        Refusal.post(member(), Map.of("reason", "人手不够"), refusal).seen("\"9\"").is(412, "federation/changed-meanwhile");
        Refusal.post(keeper(), Map.of("reason", "还没同意"), refusal).is(409, "federation/not-accepted");
        house.post(contact, Map.of(), acceptance).expectStatus().isOk();
        Refusal.act(member(), acceptance).is(409, "federation/not-invited");
        house.post(contact, Map.of("reason", "想好了，不去"), refusal).expectStatus().isOk();
        Refusal.post(member(), Map.of("reason", "再说一次"), refusal).is(409, "federation/not-open");
        Refusal.act(keeper(), "/api/memberships/" + id + "/confirmation").is(409, "federation/not-accepted");
        Refusal.get(house.as("organization"), "/api/memberships/" + id).is(404, "federation/membership-not-found");
    }

    @Test
    void confirmingAndTransferring() {
        elsewhere = desk.open();
        var legalPerson = desk.institution(home.keeper(), home.county());
        var agent = desk.employed("ORGANIZATION_AGENT", legalPerson);
        var first = desk.accepted(home, legalPerson, agent);
        var second = desk.accepted(elsewhere, legalPerson, agent);
        Refusal.act(house.as("registrar"), "/api/memberships/" + first + "/confirmation")
                .is(404, "federation/membership-not-found");
        Refusal.act(keeper(), "/api/memberships/" + first + "/confirmation")
                .seen("\"9\"")
                .is(412, "federation/changed-meanwhile");
        house.post(home.keeper(), Map.of(), "/api/memberships/{id}/confirmation", first)
                .expectStatus()
                .isOk();
        var there = house.as(elsewhere.keeper());
        Refusal.act(there, "/api/memberships/" + second + "/confirmation").is(409, "federation/member-elsewhere");
        Refusal.act(there, "/api/memberships/" + second + "/release").is(409, "federation/not-a-transfer");
        Refusal.act(house.as("federation"), "/api/memberships/" + second + "/release")
                .is(404, "federation/membership-not-found");
        house.post(elsewhere.staff(), Map.of("reason", "改为转入"), "/api/memberships/{id}/refusal", second)
                .expectStatus()
                .isOk();
        var transfer = desk.accepted(elsewhere, legalPerson, agent);
        Refusal.act(there, "/api/memberships/" + transfer + "/confirmation").is(409, "federation/not-released");
        Refusal.act(house.as("federation"), "/api/memberships/" + transfer + "/release")
                .is(404, "federation/membership-not-found");
        Refusal.get(house.as(home.staff()), "/api/federations/{id}/memberships", elsewhere.federation())
                .is(404, "federation/not-found");
    }

    @Test
    void aGroupWhoseFilingEndedIsNotConfirmed() {
        var id = desk.accepted(home, group, contact);
        desk.unfile(group);
        Refusal.act(keeper(), "/api/memberships/" + id + "/confirmation").is(422, "federation/group-not-filed");
    }

    @Test
    void leaving() {
        var id = desk.confirmed(home, group, contact);
        var end = "/api/memberships/" + id + "/end";
        Refusal.post(member(), Map.of(), end).is(422, "http/invalid", "/lastDay not-null");
        Refusal.post(member(), Map.of("lastDay", today.minusDays(1)), end)
                .is(422, "federation/day-past", "/lastDay day-past");
        Refusal.post(member(), Map.of("lastDay", "明天"), end).is(400, "http/malformed", "/lastDay unreadable");
        Refusal.post(staff(), Map.of("lastDay", today), end).is(422, "federation/reason-missing", "/reason required");
        Refusal.post(member(), Map.of("lastDay", today), end).seen("\"99\"").is(412, "federation/changed-meanwhile");
        Refusal.post(house.as("group"), Map.of("lastDay", today), end).is(404, "federation/membership-not-found");
        hosted(id, "长者食堂");
        Refusal.post(member(), Map.of("lastDay", today), end).is(409, "federation/hosting-runs");
        house.post(contact, Map.of("lastDay", today.plusYears(2)), end)
                .expectStatus()
                .isOk();
        Refusal.post(member(), Map.of("lastDay", today), end).is(409, "federation/not-confirmed");
    }

    /** An agreement that both sides agreed to; its id. */
    private String hosted(String membership, String scope) {
        var id = proposed(membership, scope);
        house.post(contact, Map.of("agrees", true), "/api/memberships/{id}/agreements/{a}/answer", membership, id)
                .expectStatus()
                .isOk();
        return id;
    }

    private String proposed(String membership, String scope) {
        return json(house.post(home.staff(), agreement(scope), "/api/memberships/{id}/agreements", membership)
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
    }

    private Map<String, Object> agreement(String scope) {
        return Map.of("scope", scope, "from", today, "to", today.plusMonths(6));
    }

    @Test
    void givingAMandate() {
        var id = desk.confirmed(home, group, contact);
        var mandates = "/api/memberships/" + id + "/mandates";
        var form = Map.<String, Object>of("amountCapFen", 100, "from", today, "to", today.plusDays(9));
        Refusal.post(member(), Map.of(), mandates)
                .is(422, "http/invalid", "/amountCapFen not-null", "/from not-null", "/to not-null");
        for (var cap : List.of(0L, -1L, 100_000_000_001L)) {
            mandating(mandates, with(form, "amountCapFen", cap), "federation/cap-invalid", "/amountCapFen cap");
        }
        mandating(mandates, with(form, "to", today.minusDays(1)), "federation/days-reversed", "/to days-reversed");
        var past = with(with(form, "from", today.minusDays(3)), "to", today.minusDays(1));
        mandating(mandates, past, "federation/day-past", "/to day-past");
        mandating(
                mandates,
                with(form, "from", today.minusDays(1)),
                "federation/outside-membership",
                "/from outside-membership");
        mandating(
                mandates,
                with(with(form, "categories", List.of("A0402", "Z9")), "places", List.of("99")),
                "federation/code-unknown",
                "/categories/1 code-unknown",
                "/places/0 code-unknown");
        mandating(
                mandates,
                with(form, "categories", Collections.nCopies(51, "A0402")),
                "federation/too-many",
                "/categories too-many-items");
        mandating(
                mandates,
                with(form, "places", Collections.nCopies(51, "51")),
                "federation/too-many",
                "/places too-many-items");
        Refusal.post(member(), with(form, "paperId", NOBODY), mandates).is(404, "file/not-found");
        Refusal.post(member(), form, mandates).seen("\"99\"").is(412, "federation/changed-meanwhile");
        Refusal.post(house.as("group"), form, mandates).is(404, "federation/membership-not-found");
        Refusal.act(member(), "/api/memberships/{id}/mandates/{m}/revocation", id, NOBODY)
                .is(404, "federation/mandate-not-found");
        var given = json(house.post(contact, form, mandates).expectStatus().isCreated())
                .path("id")
                .asString();
        house.post(contact, Map.of(), "/api/memberships/{id}/mandates/{m}/revocation", id, given)
                .expectStatus()
                .isOk();
        Refusal.act(member(), "/api/memberships/{id}/mandates/{m}/revocation", id, given)
                .is(409, "federation/already-revoked");
        house.post(contact, Map.of("lastDay", today.plusDays(3)), "/api/memberships/{id}/end", id)
                .expectStatus()
                .isOk();
        Refusal.post(member(), form, mandates).is(409, "federation/not-confirmed");
    }

    private void mandating(String mandates, Map<String, ?> form, String why, String... fields) {
        Refusal.post(member(), form, mandates).is(422, why, fields);
    }

    @Test
    void proposingAndAnsweringAnAgreement() {
        var id = desk.confirmed(home, group, contact);
        var agreements = "/api/memberships/" + id + "/agreements";
        var form = agreement("送餐上门");
        Refusal.post(staff(), Map.of(), agreements)
                .is(422, "http/invalid", "/scope not-null", "/from not-null", "/to not-null");
        for (var scope : List.of(" ", "长".repeat(201))) {
            Refusal.post(staff(), with(form, "scope", scope), agreements)
                    .is(422, "federation/scope-missing", "/scope length");
        }
        Refusal.post(staff(), with(form, "to", today.minusDays(1)), agreements)
                .is(422, "federation/days-reversed", "/to days-reversed");
        Refusal.post(staff(), with(form, "from", today.minusDays(1)), agreements)
                .is(422, "federation/outside-membership", "/from outside-membership");
        Refusal.post(staff(), with(form, "documentId", NOBODY), agreements).is(404, "file/not-found");
        Refusal.post(house.as("federation"), form, agreements).is(404, "federation/membership-not-found");
        var answer = agreements + "/{a}/answer";
        var end = agreements + "/{a}/end";
        Refusal.post(member(), Map.of("agrees", true), answer, NOBODY).is(404, "federation/agreement-not-found");
        Refusal.act(member(), end, NOBODY).is(404, "federation/agreement-not-found");
        var first = proposed(id, "送餐上门");
        Refusal.post(member(), Map.of(), answer, first).is(422, "http/invalid", "/agrees not-null");
        Refusal.post(house.as("group"), Map.of("agrees", true), answer, first)
                .is(404, "federation/membership-not-found");
        Refusal.act(member(), end, first).is(409, "federation/agreement-not-active");
        house.post(contact, Map.of("agrees", true), answer, first)
                .expectStatus()
                .isOk();
        Refusal.post(member(), Map.of("agrees", false), answer, first).is(409, "federation/agreement-not-proposed");
        var second = proposed(id, "送餐上门");
        Refusal.post(member(), Map.of("agrees", true), answer, second).is(409, "federation/scope-taken");
        house.post(contact, Map.of(), end, first).expectStatus().isOk();

        var legalPerson = desk.institution(home.keeper(), home.county());
        var joined = desk.confirmed(home, legalPerson, desk.employed("ORGANIZATION_AGENT", legalPerson));
        Refusal.post(staff(), form, "/api/memberships/{id}/agreements", joined).is(422, "federation/groups-only");
    }

    @Test
    void papers() {
        var id = desk.confirmed(home, group, contact);
        Refusal.get(member(), "/api/memberships/{id}/papers/{p}", id, NOBODY).is(404, "federation/paper-not-found");
        handingIn(id, "<html>".getBytes(), "kind-not-taken");
        handingIn(id, new byte[0], "empty");
        var large = new byte[11 * 1024 * 1024];
        System.arraycopy("%PDF-1.7".getBytes(), 0, large, 0, 8);
        handingIn(id, large, "too-large");
    }

    private void handingIn(String membership, byte[] content, String why) {
        var parts = new MultipartBodyBuilder();
        parts.part("file", new ByteArrayResource(content)).filename("授权书.pdf");
        Refusal.of(member().post()
                        .uri("/api/memberships/{id}/papers", membership)
                        .bodyValue(parts.build()))
                .is(422, "file/" + why, "/file file-" + why);
    }

    @Test
    void closing() {
        var closure = "/api/federations/" + home.federation() + "/closure";
        var clerk = "clerk-" + home.street();
        FilingDesk.employ(database, clerk, home.street());
        var tag = keeper().get()
                .uri(closure)
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        var form = Map.<String, Object>of("ending", "REVOKED", "reason", "弄虚作假取得登记");
        Refusal.post(keeper(), Map.of(), closure).seen(tag).is(422, "http/invalid", "/ending not-null");
        for (var reason : List.of(" ", "长".repeat(201))) {
            Refusal.post(keeper(), with(form, "reason", reason), closure)
                    .seen(tag)
                    .is(422, "federation/reason-missing", "/reason length");
        }
        Refusal.post(keeper(), form, closure).is(428, "http/version-required");
        Refusal.post(keeper(), form, closure).seen("\"1\"").is(412, "http/version-stale");
        Refusal.post(house.as(clerk), form, closure).seen(tag).is(403, "federation/county-only");
        Refusal.post(house.as("registrar"), form, closure).seen(tag).is(404, "federation/not-found");
        desk.close(home);
        Refusal.get(keeper(), closure).is(409, "federation/closed");
        Refusal.post(keeper(), form, closure).seen(tag).is(409, "federation/closed");
        Refusal.post(keeper(), Map.of(), "/api/federations/{id}/closure", NOBODY)
                .seen(tag)
                .is(422, "http/invalid", "/ending not-null");
        home = desk.open();
    }
}
