package org.goufu.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.TestHouse.json;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.Feed;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.federation.usecase.Expiries;
import org.goufu.platform.time.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** The way of a group into its street's federation, to a purchase, and out again. */
@GoufuIT
class MembershipIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String STREET = "510114008";

    @Autowired
    private TestHouse house;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Expiries expiries;

    private ResponseSpec act(String as, String uri, Object... variables) {
        return house.as(as).post().uri(uri, variables).exchange();
    }

    private static void refused(ResponseSpec response, int status, String type) {
        response.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + type)
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    private String body(String account) {
        return house.body(account).toString();
    }

    private boolean isInFeed(String account, String lotId) {
        return Feed.lots(house.as(account)).contains(lotId);
    }

    private JsonNode eligibility(String lotId, Instant asOf) {
        return house.get("newcomer", "/api/lots/{lot}/eligibility?asOf={asOf}", lotId, asOf);
    }

    @Test
    void aGroupJoinsIsMandatedAndLeaves() {
        var federation = body("federation");
        var group = body("newcomer");
        assertThat(house.get("street", "/api/groups-without-federation?street={street}&size=100", STREET)
                        .path("items")
                        .findValuesAsString("id"))
                .contains(group);

        var invitation = json(
                house.post("federation", Map.of("memberId", group), "/api/federations/{id}/memberships", federation)
                        .expectStatus()
                        .isCreated()
                        .expectHeader()
                        .valueEquals("ETag", "\"1\""));
        var id = invitation.path("id").asString();
        assertThat(invitation.path("state").asString()).isEqualTo("INVITED");
        refused(
                house.post("federation", Map.of("memberId", group), "/api/federations/{id}/memberships", federation),
                409,
                "federation/already-invited");
        assertThat(house.get("newcomer", "/api/me/memberships?state=INVITED")
                        .path("items")
                        .findValuesAsString("id"))
                .contains(id);
        Awaiting.until(() -> assertThat(house.get("newcomer", "/api/me/inbox?kind=notice")
                        .path("items")
                        .findValuesAsString("membershipId"))
                .contains(id));

        refused(act("street", "/api/memberships/{id}/confirmation", id), 409, "federation/not-accepted");
        refused(act("group", "/api/memberships/{id}/acceptance", id), 404, "federation/membership-not-found");
        act("newcomer", "/api/memberships/{id}/acceptance", id).expectStatus().isOk();
        refused(act("newcomer", "/api/memberships/{id}/acceptance", id), 409, "federation/not-invited");

        refused(act("community", "/api/memberships/{id}/confirmation", id), 404, "federation/membership-not-found");
        assertThat(house.get("street", "/api/memberships?state=ACCEPTED")
                        .path("items")
                        .findValuesAsString("id"))
                .contains(id);
        refused(
                house.post("newcomer", mandate(10_000_000), "/api/memberships/{id}/mandates", id),
                409,
                "federation/not-confirmed");
        assertThat(json(act("street", "/api/memberships/{id}/confirmation", id)
                                .expectStatus()
                                .isOk())
                        .path("state")
                        .asString())
                .isEqualTo("CONFIRMED");

        var purchases = new Purchases(house);
        var notice = purchases.publish(purchases.lunches("新成员也能参与的长者助餐"));
        var lotId = notice.path("lots").path(0).path("id").asString();
        var mandate = json(house.post("newcomer", mandate(10_000_000), "/api/memberships/{id}/mandates", id)
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
        Awaiting.until(SOON, () -> assertThat(isInFeed("newcomer", lotId)).isTrue());
        assertThat(eligibility(lotId, clock.now().block(SOON))
                        .path("eligibility")
                        .asString())
                .isEqualTo("THROUGH_FEDERATION");
        var before = clock.now().block(SOON);
        var then = eligibility(lotId, before).toString();

        house.post("newcomer", Map.of("reason", "人手不够"), "/api/memberships/{id}/mandates/{m}/revocation", id, mandate)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("REVOKED");
        Awaiting.until(SOON, () -> assertThat(isInFeed("newcomer", lotId)).isFalse());
        refused(
                house.post("federation", Map.of(), "/api/memberships/{id}/mandates/{m}/revocation", id, mandate),
                409,
                "federation/already-revoked");

        var today = clock.today().block(SOON);
        refused(
                house.post("newcomer", Map.of("lastDay", today.minusDays(1)), "/api/memberships/{id}/end", id),
                422,
                "federation/day-past");
        refused(
                house.post("federation", Map.of("lastDay", today), "/api/memberships/{id}/end", id),
                422,
                "federation/reason-missing");
        house.post("newcomer", Map.of("lastDay", today), "/api/memberships/{id}/end", id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("LEFT")
                .jsonPath("$.to")
                .isEqualTo(today.toString());
        assertThat(eligibility(lotId, before).toString()).isEqualTo(then);
        assertThat(house.get("federation", "/api/memberships/{id}/acts", id)
                        .path("items")
                        .findValuesAsString("act"))
                .containsExactly("LEFT", "MANDATE_REVOKED", "MANDATE_GIVEN", "CONFIRMED", "ACCEPTED", "INVITED");
    }

    private Map<String, Object> mandate(long cap) {
        var today = clock.today().block(SOON);
        return Map.of("categories", List.of("A0402"), "amountCapFen", cap, "from", today, "to", today.plusYears(1));
    }

    @Test
    void aMandateIsCheckedFieldByField() {
        var id = membershipOf("group");
        var today = clock.today().block(SOON);
        var wrong = Map.of(
                "categories", List.of("A0402", "Z9"), "amountCapFen", 100, "from", today, "to", today.plusDays(1));
        house.post("group", wrong, "/api/memberships/{id}/mandates", id)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/categories/1");
        refused(house.post("group", mandate(0), "/api/memberships/{id}/mandates", id), 422, "federation/cap-invalid");
        var early = Map.of("amountCapFen", 100, "from", LocalDate.of(2000, 1, 1), "to", today);
        refused(house.post("group", early, "/api/memberships/{id}/mandates", id), 422, "federation/outside-membership");
        refused(
                house.post("organization", mandate(100), "/api/memberships/{id}/mandates", id),
                404,
                "federation/membership-not-found");
    }

    @Test
    void aSignedPaperStaysWithItsMandate() {
        var id = membershipOf("group");
        var scan = new MultipartBodyBuilder();
        scan.part("file", "%PDF-1.7 授权书".getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_PDF)
                .filename("授权书.pdf");
        var paper = json(house.as("group")
                        .post()
                        .uri("/api/memberships/{id}/papers", id)
                        .bodyValue(scan.build())
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
        var today = clock.today().block(SOON);
        var given = Map.of("amountCapFen", 100, "from", today, "to", today.plusDays(100), "paperId", paper);
        house.post("group", given, "/api/memberships/{id}/mandates", id)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.paperId")
                .isEqualTo(paper);
        house.as("federation")
                .get()
                .uri("/api/memberships/{id}/papers/{paper}", id, paper)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF);
        for (var stranger : List.of("organization", "newcomer")) {
            house.as(stranger)
                    .get()
                    .uri("/api/memberships/{id}/papers/{paper}", id, paper)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        var stolen =
                Map.of("amountCapFen", 100, "from", today, "to", today.plusDays(100), "paperId", UUID.randomUUID());
        house.post("group", stolen, "/api/memberships/{id}/mandates", id)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void expiryIsToldOnceForEachDistance() {
        var id = UUID.fromString(membershipOf("group"));
        var today = clock.today().block(SOON);
        var soon = Map.of("amountCapFen", 100, "from", today, "to", today.plusDays(20));
        house.post("group", soon, "/api/memberships/{id}/mandates", id)
                .expectStatus()
                .isCreated();
        assertThat(expiring(id, today)).containsExactly(today.plusDays(20));
        assertThat(expiring(id, today)).isEmpty();
        assertThat(expiring(id, today.plusDays(13))).containsExactly(today.plusDays(20));
        assertThat(expiring(id, today.plusDays(14))).isEmpty();
    }

    private List<LocalDate> expiring(UUID membershipId, LocalDate today) {
        return expiries.take(today, 10_000)
                .filter(expiring -> expiring.membershipId().equals(membershipId))
                .map(Expiries.Expiring::lastDay)
                .filter(today.plusDays(21)::isAfter)
                .collectList()
                .block(SOON);
    }

    private String membershipOf(String account) {
        return house.get(account, "/api/me/memberships?state=CONFIRMED")
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    @Test
    void aGroupIsHostedOnceForAProject() {
        var id = membershipOf("group");
        var today = clock.today().block(SOON);
        var proposal =
                Map.<String, Object>of("scope", "长者食堂 " + UUID.randomUUID(), "from", today, "to", today.plusMonths(6));
        var first = agreement(id, proposal);
        house.post("group", Map.of("agrees", true), "/api/memberships/{id}/agreements/{a}/answer", id, first)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("ACTIVE");
        var second = agreement(id, proposal);
        refused(
                house.post("group", Map.of("agrees", true), "/api/memberships/{id}/agreements/{a}/answer", id, second),
                409,
                "federation/scope-taken");
        refused(
                house.post("group", Map.of("lastDay", today), "/api/memberships/{id}/end", id),
                409,
                "federation/hosting-runs");
        act("federation", "/api/memberships/{id}/agreements/{a}/end", id, first)
                .expectStatus()
                .isOk();
        house.post("group", Map.of("agrees", true), "/api/memberships/{id}/agreements/{a}/answer", id, second)
                .expectStatus()
                .isOk();
        act("group", "/api/memberships/{id}/agreements/{a}/end", id, second)
                .expectStatus()
                .isOk();
    }

    private String agreement(String membershipId, Map<String, Object> proposal) {
        return json(house.post("federation", proposal, "/api/memberships/{id}/agreements", membershipId)
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
    }

    @Test
    void othersFindNothing() {
        var id = membershipOf("group");
        for (var account : List.of("organization", "newcomer", "community")) {
            house.as(account)
                    .get()
                    .uri("/api/memberships/{id}", id)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        house.as("community")
                .get()
                .uri("/api/federations/{id}/memberships", body("federation"))
                .exchange()
                .expectStatus()
                .isNotFound();
        house.as("federation")
                .get()
                .uri("/api/groups-without-federation?street=510107001")
                .exchange()
                .expectStatus()
                .isEqualTo(422);
        house.get("registrar", "/api/memberships/{id}", id);
        house.get("street", "/api/federations/{id}/memberships?size=1", body("federation"));
    }

    @Test
    void walksThroughARosterPageByPage() {
        var federation = body("federation");
        var first = house.get("federation", "/api/federations/{id}/memberships?size=2", federation);
        assertThat(first.path("items")).hasSize(2);
        var next = house.get(
                "federation",
                "/api/federations/{id}/memberships?size=2&after={after}",
                federation,
                first.path("next").asString());
        assertThat(next.path("items").findValuesAsString("version")).isNotEmpty();
        assertThat(next.path("items").path(0).path("id").asString())
                .isNotEqualTo(first.path("items").path(1).path("id").asString());
    }

    @Test
    void onlyAnAssociationBecomesTheFederationOfAStreetWithoutOne() {
        var street = Map.<String, Object>of("organizationId", body("organization"), "streetCode", STREET);
        refused(house.post("registrar", street, "/api/federations"), 422, "federation/not-an-association");
        var elsewhere = Map.<String, Object>of("organizationId", body("organization"), "streetCode", "510107001");
        refused(house.post("registrar", elsewhere, "/api/federations"), 422, "federation/street-unknown");
        var own = Map.<String, Object>of("organizationId", body("federation"), "streetCode", STREET);
        refused(house.post("street", own, "/api/federations"), 409, "federation/street-has-one");
    }

    @Test
    void everyoneWhoStandsWasConfirmed() {
        var unconfirmed = database.sql("""
                        select count(*) from federation.membership
                         where state in ('CONFIRMED', 'LEFT', 'TRANSFERRED') and confirmed_at is null
                        """).mapValue(Long.class).one().block(SOON);
        assertThat(unconfirmed).isZero();
    }
}
