package org.goufu.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.TestHouse.json;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Conflicts, consortiums and the capability board over HTTP, on the demo's bodies. */
@GoufuIT
class ConflictIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final UUID SISTER = UUID.fromString("01900000-0000-7000-8000-00000000c0f1");
    /** A legal person of the organization's county, under its head, and a member of the street's federation. */
    private static final String SISTER_BODY = """
            insert into organization.body (
                   id, name, kind, legal_form, credit_code, region_code, business_scope, address)
            values (:sister, '示例同一负责人助餐服务中心', 'LEGAL_PERSON', 'SERVICE_INSTITUTION', '52510114MJ9000C0F1', '510114', '', '')
            """;

    private static final String HEADS = """
            insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
            select gen_random_uuid(), body, 'HEAD', '某共同负责人', date '2020-01-01', now(), 'ConflictIT', 'DEMO'
              from unnest(array[:sister, :organization]) as body
            """;
    private static final String MEMBERSHIP = """
            insert into federation.membership (
                   id, federation_id, member_id, valid_from, consented_on, known_at, state, consent_known_at, confirmed_at)
            values (:sister, :federation, :sister, '2020-01-01', '2020-01-01', now(), 'CONFIRMED', now(), now())
            """;

    @Autowired
    private TestHouse house;

    @Autowired
    private DatabaseClient database;

    @AfterEach
    void takeTheSisterAway() {
        run("delete from federation.membership where id = :sister");
        run("delete from organization.fact where source = 'ConflictIT'");
        run("delete from organization.body where id = :sister");
    }

    private void run(String statement) {
        var spec = database.sql(statement);
        for (var body : Map.of(
                        "sister",
                        SISTER,
                        "organization",
                        house.body("organization"),
                        "federation",
                        house.body("federation"))
                .entrySet()) {
            if (statement.contains(":" + body.getKey())) spec = spec.bind(body.getKey(), body.getValue());
        }
        spec.then().block(LIMIT);
    }

    private String lot() {
        var purchases = new Purchases(house);
        return purchases
                .publish(purchases.lunches("谁不能一起参加的助餐"))
                .path("lots")
                .path(0)
                .path("id")
                .asString();
    }

    private String body(String account) {
        return house.body(account).toString();
    }

    private ResponseSpec conflicts(String as, String lot, String bidder) {
        return house.as(as)
                .get()
                .uri("/api/lots/{lot}/conflicts?bidder={bidder}", lot, bidder)
                .exchange();
    }

    private ResponseSpec consortium(String as, String lot, String... members) {
        return house.post(as, Map.of("members", List.of(members)), "/api/lots/{lot}/consortium-check", lot);
    }

    @Test
    void theBuyingStreetIsToldThatItSupervisesTheFederation() {
        var lot = lot();
        for (var account : List.of("officer", "supervisor", "federation")) {
            conflicts(account, lot, body("federation"))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.items[0].rule")
                    .isEqualTo("C07")
                    .jsonPath("$.items[0].severity")
                    .isEqualTo("WARN")
                    .jsonPath("$.items[0].bodies[0].name")
                    .isEqualTo("成都市新都区桂湖街道社区社会组织联合会")
                    .jsonPath("$.declared[*].rule")
                    .isEqualTo(List.of("C01", "C04", "C05", "C06", "C08"));
        }
    }

    /** Nobody else bids yet: what stands there is what would arise, with the very bodies, the article and what to do. */
    @Test
    void whatOthersCouldDoIsForeseenBeforeBidding() {
        var lot = lot();
        var organization = body("organization");
        for (var account : List.of("organization", "officer", "approver", "supervisor")) {
            assertThat(foreseenWithSister(account, lot, organization)).isEmpty();
        }
        run(SISTER_BODY);
        run(HEADS);
        run(MEMBERSHIP);
        for (var account : List.of("organization", "officer", "approver", "supervisor")) {
            var answer =
                    json(conflicts(account, lot, organization).expectStatus().isOk());
            assertThat(answer.path("items")).isEmpty();
            var shared = foreseenWithSister(account, lot, organization).getFirst();
            assertThat(shared.path("rule").asString()).isEqualTo("C01");
            assertThat(shared.path("severity").asString()).isEqualTo("BLOCK");
            assertThat(shared.path("bodies").findValuesAsString("id"))
                    .containsExactlyInAnyOrder(organization, SISTER.toString());
            assertThat(shared.path("fact").asString()).contains("某共同负责人");
            assertThat(shared.path("article").asString()).contains("第十八条");
            assertThat(shared.path("remedy").asString()).isNotBlank();
        }
        for (var account : List.of("federation", "officer", "approver", "supervisor")) {
            var member = foreseenWithSister(account, lot, body("federation"));
            assertThat(member).hasSize(1);
            assertThat(member.getFirst().path("rule").asString()).isEqualTo("C02");
            assertThat(member.getFirst().path("severity").asString()).isEqualTo("WARN");
            assertThat(member.getFirst().path("article").asString()).contains("第七十四条");
        }
    }

    /** The demo's bodies have conflicts of their own. */
    private List<JsonNode> foreseenWithSister(String account, String lot, String bidder) {
        return foreseen(account, lot, bidder).stream()
                .filter(conflict ->
                        conflict.path("bodies").findValuesAsString("id").contains(SISTER.toString()))
                .toList();
    }

    @Test
    void whatIsForeseenOfOneBidderIsNobodyElsesBusiness() {
        var lot = lot();
        run(SISTER_BODY);
        run(HEADS);
        for (var account : List.of(
                "federation", "group", "newcomer", "evaluator", "registrar", "street", "clerk", "community", "admin")) {
            conflicts(account, lot, body("organization")).expectStatus().isNotFound();
        }
        for (var account : List.of("organization", "group", "newcomer")) {
            conflicts(account, lot, SISTER.toString()).expectStatus().isNotFound();
        }
        house.anonymous()
                .get()
                .uri("/api/lots/{lot}/conflicts?bidder={bidder}", lot, body("organization"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private List<JsonNode> foreseen(String as, String lot, String bidder) {
        return json(conflicts(as, lot, bidder).expectStatus().isOk())
                .path("foreseen")
                .valueStream()
                .toList();
    }

    @Test
    void othersFindNoLot() {
        var lot = lot();
        for (var account : List.of("organization", "group", "registrar", "evaluator")) {
            conflicts(account, lot, body("federation")).expectStatus().isNotFound();
            consortium(account, lot, body("federation"), body("newcomer"))
                    .expectStatus()
                    .isNotFound();
        }
        conflicts("officer", lot, "00000000-0000-7000-8000-000000000000")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aConsortiumWithAGroupIsRefusedWithTheLawfulWay() {
        var lot = lot();
        consortium("organization", lot, body("organization"), body("group"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.admissible")
                .isEqualTo(false)
                .jsonPath("$.rule")
                .value(String.class, rule -> assertThat(rule).contains("第二十四条").contains("第一百零三条"))
                .jsonPath("$.members[?(@.body.id=='" + body("organization") + "')].admissible")
                .isEqualTo(true)
                .jsonPath("$.members[?(@.body.id=='" + body("group") + "')].through[0].federation.id")
                .isEqualTo(body("federation"));
        consortium("organization", lot, body("organization"), body("federation"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.admissible")
                .isEqualTo(true);
        consortium("organization", lot, body("organization"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/matching/consortium-size");
    }

    @Test
    void theBoardShowsWhatIsThereAndWhatWasMissing() {
        for (var account : List.of("federation", "street", "registrar")) {
            house.as(account)
                    .get()
                    .uri("/api/federations/{id}/capabilities", body("federation"))
                    .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.members[?(@.body.id=='" + body("group") + "')].ready")
                    .isEqualTo(true)
                    .jsonPath("$.services")
                    .isNotEmpty()
                    .jsonPath("$.lots")
                    .isNumber();
        }
        house.as("community")
                .get()
                .uri("/api/federations/{id}/capabilities", body("federation"))
                .exchange()
                .expectStatus()
                .isNotFound();
        house.as("federation")
                .get()
                .uri("/api/federations/{id}/capabilities", body("group"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
