package org.goufu.federation;

import static org.goufu.TestHouse.json;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.goufu.TestHouse;
import org.goufu.organization.BodyChanged;
import org.goufu.organization.CreditCode;
import org.goufu.organization.FilingDesk;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Streets of their own with a federation, so that a test invites, confirms and closes where nobody else counts. */
final class FederationDesk {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String DEMO_COUNTY = "510114";
    private static final AtomicInteger NUMBERS = new AtomicInteger(30_000);

    private final TestHouse house;
    private final DatabaseClient database;
    private final Outbox outbox;
    private final Transactions transactions;

    FederationDesk(TestHouse house, DatabaseClient database, Outbox outbox, Transactions transactions) {
        this.house = house;
        this.database = database;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /**
     * A federation and who acts for it.
     *
     * @param keeper a registrar of the county
     */
    record Opened(String street, String federation, String staff, String keeper) {
        String county() {
            return street.substring(0, 6);
        }
    }

    /** In a street that has none yet. */
    Opened open() {
        var street = house.anonymous()
                .get()
                .uri("/api/regions?parent=5101")
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .valueStream()
                .map(county -> county.path("code").asString())
                .filter(county -> !county.equals(DEMO_COUNTY))
                .flatMap(this::streets)
                .filter(this::isFree)
                .findFirst()
                .orElseThrow();
        var keeper = "keeper-" + street.substring(0, 6);
        FilingDesk.employ(database, keeper, street.substring(0, 6));
        var association = association(keeper, street.substring(0, 6));
        house.post(keeper, Map.of("organizationId", association, "streetCode", street), "/api/federations")
                .expectStatus()
                .isCreated();
        return new Opened(street, association, employed("FEDERATION_STAFF", association), keeper);
    }

    private Stream<String> streets(String county) {
        return house.anonymous()
                .get()
                .uri("/api/regions?parent=" + county)
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .valueStream()
                .map(street -> street.path("code").asString());
    }

    private boolean isFree(String street) {
        return database.sql(
                                "select count(*) from federation.federation where street_code = :street and closed_at is null")
                        .bind("street", street)
                        .mapValue(Long.class)
                        .one()
                        .block(SOON)
                == 0;
    }

    String association(String keeper, String county) {
        return registered(keeper, county, "ASSOCIATION", "51");
    }

    /** A legal person that may be a member. */
    String institution(String keeper, String county) {
        return registered(keeper, county, "SERVICE_INSTITUTION", "52");
    }

    private String registered(String keeper, String county, String form, String prefix) {
        var number = NUMBERS.incrementAndGet();
        return json(house.post(
                                keeper,
                                Map.ofEntries(
                                        Map.entry("name", "示例登记组织" + number),
                                        Map.entry("legalForm", form),
                                        Map.entry(
                                                "creditCode",
                                                CreditCode.complete(prefix + county + "MJ5" + number)
                                                        .value()),
                                        Map.entry("regionCode", county),
                                        Map.entry("foundedOn", "2020-05-06"),
                                        Map.entry("businessScope", "联系服务社区社会组织"),
                                        Map.entry("address", "示例路 1 号"),
                                        Map.entry("head", "示例负责人" + number)),
                                "/api/registry/organizations")
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
    }

    /** A validly filed group of the street, in no federation yet. */
    String filed(String street) {
        return group(street, "ACTIVE");
    }

    String group(String street, String filing) {
        var id = UUID.randomUUID();
        var written = database.sql("""
                        with body as (
                            insert into organization.body (id, name, kind, filing_number, region_code, founded_on,
                                                           business_scope, address)
                            values (:id, '示例长者助餐队', 'FILED_GROUP', :number, :street, date '2024-03-01', '助餐', '社区')
                            returning id)
                        insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
                        select uuidv7(), id, 'FILING', :filing, date '2024-03-01', platform.now(), '街道备案', 'DEMO' from body
                        """)
                .bind("id", id)
                .bind("number", "BA-%s-2025-%04d".formatted(street, NUMBERS.incrementAndGet() % 10_000))
                .bind("street", street)
                .bind("filing", filing)
                .then();
        // Told as the registry tells it: others count and find it.
        transactions.write(written.then(outbox.append(new BodyChanged(id)))).block(SOON);
        return id.toString();
    }

    /** Its filing is no more, as if it had never been written down. */
    void unfile(String group) {
        var withdrawn = database.sql("""
                        update organization.fact
                           set withdrawn_at = platform.now()
                         where body_id = cast(:id as uuid) and kind = 'FILING'
                        """).bind("id", group).then();
        transactions
                .write(withdrawn.then(outbox.append(new BodyChanged(UUID.fromString(group)))))
                .block(SOON);
    }

    /** Who acts for a body, with the password of all demo accounts. */
    String employed(String role, String body) {
        var username = role.toLowerCase().replace('_', '-') + "-" + body.substring(24);
        database.sql("""
                        insert into account.account (id, username, display_name, roles, organization_id, password_hash)
                        select gen_random_uuid(), :username, '示例人员', array[:role], cast(:body as uuid), password_hash
                          from account.account
                         where username = 'registrar'
                            on conflict do nothing
                        """)
                .bind("username", username)
                .bind("role", role)
                .bind("body", body)
                .then()
                .block(SOON);
        return username;
    }

    /** The street may have another afterwards. */
    void close(Opened opened) {
        var path = "/api/federations/" + opened.federation() + "/closure";
        var read = house.as(opened.keeper()).get().uri(path).exchange();
        var tag = read.expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        house.as(opened.keeper())
                .post()
                .uri(path)
                .header(HttpHeaders.IF_MATCH, tag)
                .bodyValue(Map.of("ending", "STANDS_DOWN", "reason", "试验完毕"))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    String invited(Opened by, String member) {
        return json(house.post(
                                by.staff(),
                                Map.of("memberId", member),
                                "/api/federations/{id}/memberships",
                                by.federation())
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
    }

    String accepted(Opened by, String member, String contact) {
        var id = invited(by, member);
        act(contact, "/api/memberships/{id}/acceptance", id);
        return id;
    }

    String confirmed(Opened by, String member, String contact) {
        var id = accepted(by, member, contact);
        act(by.keeper(), "/api/memberships/{id}/confirmation", id);
        return id;
    }

    private void act(String who, String uri, String id) {
        house.post(who, Map.of(), uri, id).expectStatus().isOk();
    }
}
