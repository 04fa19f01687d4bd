package org.goufu.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.goufu.Awaiting;
import org.goufu.Feed;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.organization.BodyChanged;
import org.goufu.organization.CreditCode;
import org.goufu.organization.FilingDesk;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A registrar closes a federation: what rested on it ends the same day, and its street may have another. */
@GoufuIT
class ClosureIT {
    private static final String STRANGER = "registrar";
    private static final String KEEPER = "registrar-of-the-street";
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final AtomicInteger SERIALS = new AtomicInteger(9_000);

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

    private String street;
    private String county;
    private String group;
    private String federation;
    private String staff;
    private String contact;

    @BeforeEach
    void aStreetWithoutOneGetsAFederation() {
        street = codes("5101")
                .filter(code -> !code.equals("510114"))
                .flatMap(this::codes)
                .filter(code -> text("select count(*)::text from federation.federation where street_code = '" + code
                                + "' and closed_at is null")
                        .equals("0"))
                .findFirst()
                .orElseThrow();
        county = street.substring(0, 6);
        FilingDesk.employ(database, KEEPER, county);
        group = filed();
        federation = association();
        post(KEEPER, Map.of("organizationId", federation, "streetCode", street), 201, "/api/federations");
        staff = employed("FEDERATION_STAFF", federation);
        contact = employed("GROUP_CONTACT", group);
    }

    private Stream<String> codes(String parent) {
        return get(null, 200, "/api/regions?parent=" + parent)
                .valueStream()
                .map(region -> region.path("code").asString());
    }

    /** A group of the street, in no federation yet. */
    private String filed() {
        var id = UUID.randomUUID().toString();
        var number = "BA-%s-2026-%04d".formatted(street, SERIALS.incrementAndGet());
        var written = database.sql("""
                with body as (
                    insert into organization.body (id, name, kind, filing_number, region_code, founded_on, business_scope,
                                                   address)
                    values ('%s', '示例长者助餐队', 'FILED_GROUP', '%s', '%s', '2024-03-01', '助餐', '社区')
                    returning id)
                insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
                select uuidv7(), id, 'FILING', 'ACTIVE', date '2024-03-01', platform.now(), '街道备案', 'DEMO' from body
                """.formatted(id, number, street)).then();
        // Told as the registry tells it: others count and find it.
        transactions
                .write(written.then(outbox.append(new BodyChanged(UUID.fromString(id)))))
                .block(SOON);
        return id;
    }

    @Test
    void everythingThatRestedOnItEndsTheSameDay() {
        var membership = joined();
        var lot = lunches();
        Awaiting.until(SOON, () -> assertThat(feed()).contains(lot));
        var before = clock.now().block(SOON);
        var verdictThen = get(contact, 200, "/api/lots/{lot}/eligibility?asOf={then}", lot, before);

        var path = "/api/federations/" + federation + "/closure";
        for (var other : List.of(STRANGER, "street", "community")) {
            assertThat(type(get(other, 404, path))).isEqualTo("federation/not-found");
            close(other, "\"1\"", "STANDS_DOWN", "越界", 404);
        }
        for (var other : List.of(staff, contact, "organization", "officer", "supervisor")) {
            get(other, 403, path);
            close(other, "\"1\"", "STANDS_DOWN", "越权", 403);
        }
        var read = get(KEEPER, 200, path);
        assertThat(read.path("members").findValuesAsString("id")).containsExactly(group);
        assertThat(read.path("mandates").asInt()).isOne();
        assertThat(read.at("/agreements/0/scope").asString()).isEqualTo("长者助餐送餐上门");
        var tag = "\"" + read.path("version").asLong() + "\"";
        assertThat(type(close(KEEPER, null, "REVOKED", "理由", 428))).isEqualTo("http/version-required");
        assertThat(type(close(KEEPER, "\"1\"", "REVOKED", "理由", 412))).isEqualTo("http/version-stale");
        assertThat(type(close(KEEPER, tag, "REVOKED", " ", 422))).isEqualTo("federation/reason-missing");
        assertThat(get(contact, 200, "/api/memberships/" + membership)
                        .path("state")
                        .asString())
                .isEqualTo("CONFIRMED");

        close(KEEPER, tag, "REVOKED", "弄虚作假取得登记", 204);
        var ended = get(contact, 200, "/api/memberships/" + membership);
        assertThat(ended.path("state").asString()).isEqualTo("LEFT");
        assertThat(ended.path("to").asString()).isEqualTo(today());
        assertThat(ended.path("mandates").findValuesAsString("state")).containsExactly("REVOKED");
        assertThat(get(contact, 200, "/api/memberships/" + membership + "/agreements")
                        .path("items")
                        .findValuesAsString("state"))
                .containsExactly("ENDED");
        var act = get(contact, 200, "/api/memberships/" + membership + "/acts").at("/items/0");
        assertThat(act.path("act").asString()).isEqualTo("FEDERATION_CLOSED");
        assertThat(act.path("byName").asString()).isEqualTo("别处的登记人员");
        assertThat(act.path("reason").asString()).isEqualTo("弄虚作假取得登记");
        Awaiting.until(SOON, () -> assertThat(feed()).doesNotContain(lot));
        Awaiting.until(
                SOON,
                () -> assertThat(get(contact, 200, "/api/me/inbox?kind=notice").toString())
                        .contains("社联会今天停办", "弄虚作假取得登记"));
        assertThat(get(contact, 200, "/api/lots/{lot}/eligibility?asOf={then}", lot, before))
                .isEqualTo(verdictThen);
    }

    @Test
    void theLegalPersonGoesOnAsWhatItIsAndTheStreetMayHaveAnother() {
        joined();
        var before = clock.now().block(SOON);
        var read = get(KEEPER, 200, "/api/federations/" + federation + "/closure");
        close(KEEPER, "\"" + read.path("version").asLong() + "\"", "REVOKED", "弄虚作假取得登记", 204);
        assertThat(type(get(KEEPER, 409, "/api/federations/" + federation + "/closure")))
                .isEqualTo("federation/closed");

        var profile = get(null, 200, "/api/organizations/" + federation);
        assertThat(profile.path("kind").asString()).isEqualTo("LEGAL_PERSON");
        assertThat(profile.path("status").asString()).isEqualTo("REVOKED");
        assertThat(profile.at("/region/code").asString()).isEqualTo(county);
        assertThat(get(null, 200, "/api/organizations/{id}?asOf={then}", federation, before)
                        .path("kind")
                        .asString())
                .isEqualTo("FEDERATION");
        var history = get(KEEPER, 200, "/api/registry/bodies/" + federation + "/history");
        assertThat(history.path("items").findValuesAsString("act"))
                .containsExactly("FACT_ADDED", "FEDERATION_CLOSED", "FEDERATION_REGISTERED", "REGISTERED");
        assertThat(history.at("/items/1/byName").asString()).isEqualTo("别处的登记人员");
        assertThat(history.at("/items/1/after/reason").asString()).isEqualTo("弄虚作假取得登记");
        Awaiting.until(
                SOON,
                () -> assertThat(get(staff, 200, "/api/me").at("/account/roles").toString())
                        .contains("ORGANIZATION_AGENT")
                        .doesNotContain("FEDERATION_STAFF"));
        var next = association();
        federation = next;
        post(KEEPER, Map.of("organizationId", next, "streetCode", street), 201, "/api/federations");
        var other = employed("FEDERATION_STAFF", next);
        var invited = post(other, Map.of("memberId", group), 201, "/api/federations/" + next + "/memberships");
        var id = invited.path("id").asString();
        post(contact, Map.of(), 200, "/api/memberships/" + id + "/acceptance");
        assertThat(post(KEEPER, Map.of(), 200, "/api/memberships/" + id + "/confirmation")
                        .path("from")
                        .asString())
                .isEqualTo(String.valueOf(clock.today().block(SOON).plusDays(1)));
        close(KEEPER, tag(next), "STANDS_DOWN", "只为试验", 204);
        assertThat(get(contact, 200, "/api/memberships/" + id).path("state").asString())
                .isEqualTo("REFUSED");
        post(KEEPER, Map.of("organizationId", next, "streetCode", street), 201, "/api/federations");
        close(KEEPER, tag(next), "STANDS_DOWN", "收拾", 204);
    }

    @Test
    void aStreetClosesTheFederationAndNotTheLegalPerson() {
        var own = street + "clerk";
        FilingDesk.employ(database, own, street);
        var read = get(own, 200, "/api/federations/" + federation + "/closure");
        assertThat(read.path("endings").valueStream().map(JsonNode::asString)).containsExactly("STANDS_DOWN");
        assertThat(type(close(own, tag(federation), "CANCELLED", "街道不能注销", 403)))
                .isEqualTo("federation/county-only");
        close(own, tag(federation), "STANDS_DOWN", "街道合并", 204);
        assertThat(get(null, 200, "/api/organizations/" + federation)
                        .path("status")
                        .asString())
                .isEqualTo("NORMAL");
    }

    private String joined() {
        post(KEEPER, fact("CATEGORY", "A0402-01"), 201, "/api/registry/bodies/" + group + "/facts");
        var id = post(staff, Map.of("memberId", group), 201, "/api/federations/" + federation + "/memberships")
                .path("id")
                .asString();
        post(contact, Map.of(), 200, "/api/memberships/" + id + "/acceptance");
        post(KEEPER, Map.of(), 200, "/api/memberships/" + id + "/confirmation");
        var until = clock.today().block(SOON).plusYears(1);
        post(
                contact,
                Map.of("categories", List.of("A0402"), "amountCapFen", 10_000_000, "from", today(), "to", until),
                201,
                "/api/memberships/" + id + "/mandates");
        var agreement = post(
                        staff,
                        Map.of("scope", "长者助餐送餐上门", "from", today(), "to", until),
                        201,
                        "/api/memberships/" + id + "/agreements")
                .path("id")
                .asString();
        post(contact, Map.of("agrees", true), 200, "/api/memberships/" + id + "/agreements/" + agreement + "/answer");
        return id;
    }

    private Map<String, Object> fact(String kind, String value) {
        return Map.of("kind", kind, "value", value, "from", today(), "source", "公告");
    }

    private String lunches() {
        var purchases = new Purchases(house);
        return purchases
                .publish(purchases.lunches("停办之前的长者助餐"))
                .at("/lots/0/id")
                .asString();
    }

    private List<String> feed() {
        return Feed.lots(house.as(contact));
    }

    private String association() {
        var number = ThreadLocalRandom.current().nextInt(10_000, 99_999);
        return post(
                        KEEPER,
                        Map.ofEntries(
                                Map.entry("name", "新都区示例街道社区社会组织联合会" + number),
                                Map.entry("legalForm", "ASSOCIATION"),
                                Map.entry(
                                        "creditCode",
                                        CreditCode.complete("51" + county + "MJ7" + number)
                                                .value()),
                                Map.entry("regionCode", county),
                                Map.entry("foundedOn", "2020-05-06"),
                                Map.entry("businessScope", "联系服务社区社会组织"),
                                Map.entry("address", "示例路 1 号"),
                                Map.entry("head", "示例负责人")),
                        201,
                        "/api/registry/organizations")
                .path("id")
                .asString();
    }

    private String employed(String role, String body) {
        var username = role.toLowerCase().replace('_', '-') + body.substring(24);
        execute("""
                insert into account.account (id, username, display_name, roles, organization_id, password_hash)
                select gen_random_uuid(), '%s', '示例人员', array['%s'], '%s', password_hash
                  from account.account
                 where username = 'registrar'
                    on conflict do nothing
                """.formatted(username, role, body));
        return username;
    }

    private String tag(String id) {
        return "\""
                + get(KEEPER, 200, "/api/federations/" + id + "/closure")
                        .path("version")
                        .asLong() + "\"";
    }

    private JsonNode close(String as, @Nullable String ifMatch, String ending, String reason, int status) {
        var asked = house.as(as)
                .post()
                .uri("/api/federations/" + federation + "/closure")
                .contentType(MediaType.APPLICATION_JSON);
        return json(
                (ifMatch == null ? asked : asked.header(HttpHeaders.IF_MATCH, ifMatch))
                        .bodyValue(Map.of("ending", ending, "reason", reason)),
                status);
    }

    private String today() {
        return String.valueOf(clock.today().block(SOON));
    }

    private JsonNode get(@Nullable String as, int status, String uri, Object... variables) {
        var client = as == null ? house.anonymous() : house.as(as);
        return json(client.get().uri(uri, variables), status);
    }

    private JsonNode post(String as, Map<String, ?> body, int status, String uri) {
        return json(
                house.as(as)
                        .post()
                        .uri(uri)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body),
                status);
    }

    private static JsonNode json(WebTestClient.RequestHeadersSpec<?> asked, int status) {
        var body = asked.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body == null ? "{}" : body);
    }

    private static String type(JsonNode problem) {
        return problem.path("type").asString().replace("/problems/", "");
    }

    private String text(String sql) {
        return database.sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .one()
                .block(SOON);
    }

    private void execute(String sql) {
        database.sql(sql).then().block(SOON);
    }
}
