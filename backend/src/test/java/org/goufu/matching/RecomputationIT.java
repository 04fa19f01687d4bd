package org.goufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Role;
import org.goufu.matching.usecase.AssessEligibility;
import org.goufu.matching.usecase.AssessEligibility.Assessed;
import org.goufu.matching.usecase.EligibilityDocument;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.PurchaseDirectory;
import org.goufu.purchase.Requirement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** A verdict as of its day keeps its bytes, whatever becomes of the registry: on an installation of its own, for all of it changes. */
@GoufuIT
@Tag("alone")
class RecomputationIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int LOTS = 25;
    private static final int BODIES = 40;
    private static final int AT_ONCE = 4;

    /** What befalls the registry; every statement touches a good part of it. */
    private static final List<String> CHANGES = List.of(
            """
            update organization.fact
               set withdrawn_at = platform.now()
             where withdrawn_at is null and hashtext(id::text) % 2 = 0
            """,
            """
            insert into organization.fact (id, body_id, kind, value, number, valid_from, known_at, source, origin)
            select gen_random_uuid(), b.id, f.kind, f.value, f.number, '2020-01-01', platform.now(), '补录', 'DEMO'
              from organization.body b,
                   (values ('CREDIT_LIST', 'SERIOUS', 0), ('INSPECTION', '2025:UNQUALIFIED', 0), ('STATUS', 'SUSPENDED', 0),
                           ('STAFF', 'SOCIAL_WORKER', 9), ('QUALIFICATION', 'FOOD_BUSINESS_LICENSE', 0),
                           ('FILING', 'DORMANT', 0), ('CATEGORY', 'A0402-01', 0)) as f (kind, value, number)
             where hashtext(b.id::text || f.kind) % 2 = 0
            """,
            """
            update organization.body
               set name = name || '（更名）', founded_on = founded_on - 1, version = version + 1,
                   credit_code = reverse(credit_code), filing_number = filing_number || '-1',
                   region_code = case when kind = 'FILED_GROUP' and hashtext(id::text) % 3 = 0 then '510199001001'
                                      else region_code end
            """,
            "update organization.body set name = name || '（再更名）', version = version + 1 where hashtext(id::text) % 2 = 0",
            """
            update federation.mandate
               set revoked_at = platform.now()
             where revoked_at is null and hashtext(id::text) % 2 = 0
            """,
            """
            insert into federation.mandate (id, membership_id, categories, amount_cap_fen, places, valid_from, valid_to, known_at)
            select gen_random_uuid(), m.id, '{}', 100000000, '{}', '2020-01-01', '2099-12-31', platform.now()
              from federation.membership m
            """,
            """
            update federation.membership
               set state = 'LEFT', valid_to = greatest(valid_from, current_date - 1), end_known_at = platform.now()
             where state = 'CONFIRMED' and valid_to is null and hashtext(id::text) % 2 = 0
            """,
            """
            insert into organization.tell_place (body_id, region_code) select id, '51' from organization.body
                on conflict do nothing
            """);

    /** Every street whose groups had no federation gets one. */
    private static final String NEW_FEDERATIONS = """
            with fresh as (
                insert into organization.body (id, name, kind, legal_form, credit_code, region_code, founded_on, business_scope, address)
                select gen_random_uuid(), '新成立的社联会' || street, 'FEDERATION', 'ASSOCIATION', 'NEW' || street, street,
                       '2020-01-01', '', ''
                  from (select distinct substr(region_code, 1, 9) as street
                          from organization.body where kind = 'FILED_GROUP') streets
                returning id, region_code)
            select id, region_code from fresh
            """;

    @Autowired
    private TestHouse house;

    @Autowired
    private ShowcaseLots showcase;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private OrganizationDirectory organizations;

    @Autowired
    private PurchaseDirectory purchases;

    @Autowired
    private AssessEligibility assess;

    private record Pair(UUID lot, UUID body) {}

    @Test
    void aThousandVerdictsKeepTheirBytes() {
        var pairs = pairs();
        assertThat(pairs).hasSize(LOTS * BODIES);
        var asOf = clock.now().block(LIMIT);
        var before = documents(pairs, asOf);
        var shown = pages(pairs.subList(0, BODIES), asOf);
        assertThat(before.values()).anyMatch(text -> text.contains("\"THROUGH_FEDERATION\""));

        everythingChanges();

        var now = documents(pairs, null);
        long changed = pairs.stream()
                .filter(pair -> !withoutMoment(now.get(pair)).equals(withoutMoment(before.get(pair))))
                .count();
        assertThat(changed).isGreaterThan(pairs.size() / 2);
        var after = documents(pairs, asOf);
        assertThat(pairs).allSatisfy(pair -> {
            assertThat(after.get(pair)).isEqualTo(before.get(pair));
            assertThat(EligibilityDocument.digest(after.get(pair)))
                    .isEqualTo(EligibilityDocument.digest(before.get(pair)));
        });
        assertThat(pages(pairs.subList(0, BODIES), asOf)).isEqualTo(shown);
    }

    /** Without moments, which differ by nature. */
    private static String withoutMoment(@Nullable String text) {
        return String.valueOf(text).replaceAll("\"asOf\":\"[^\"]*\"", "");
    }

    private List<Pair> pairs() {
        var title = "重新计算";
        showcase.publish(title, Requirement.inspection(2025));
        showcase.publish(
                title, ShowcaseLots.MEALS, 30_000_000, Requirement.staff("SOCIAL_WORKER", 3), Requirement.text("能上门"));
        showcase.publish(title, "A0402", 1, Requirement.qualification("FOOD_BUSINESS_LICENSE"));
        showcase.publish(title, "B02", 5_000_000);
        var lots = purchases.openLotsAfter(null, 10_000).collectList().block(LIMIT).reversed().stream()
                .limit(LOTS)
                .map(PublishedLot::id)
                .toList();
        var bodies = someOfEachKind();
        return lots.stream()
                .flatMap(lot -> bodies.stream().map(body -> new Pair(lot, body)))
                .toList();
    }

    /** Kinds by turns, each in order of id. */
    private List<UUID> someOfEachKind() {
        var places = new HashMap<Object, Integer>();
        var ranked = new ArrayList<Map.Entry<Integer, UUID>>();
        for (BodyProfile body : organizations.after(null, 10_000).collectList().block(LIMIT)) {
            ranked.add(Map.entry(places.merge(body.kind(), 1, Integer::sum), body.id()));
        }
        return ranked.stream()
                .sorted(Map.Entry.<Integer, UUID>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .limit(BODIES)
                .map(Map.Entry::getValue)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private Map<Pair, String> documents(List<Pair> pairs, @Nullable Instant asOf) {
        var supervisor = new Actor(Ids.next(), "supervisor", "监管", Set.of(Role.SUPERVISOR), null, null, null);
        return Flux.fromIterable(pairs)
                .flatMap(
                        pair -> assess.by(supervisor, pair.lot(), pair.body(), asOf)
                                .map(answer -> Map.entry(pair, text(answer))),
                        AT_ONCE)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block(LIMIT);
    }

    private static String text(Assessed answer) {
        return EligibilityDocument.text(answer);
    }

    /** The whole answers as they are shown, with their names and sentences. */
    private List<String> pages(List<Pair> pairs, Instant asOf) {
        return pairs.stream()
                .map(pair -> house.read(
                        "officer",
                        "/api/lots/{lot}/eligibility?organization={body}&asOf={asOf}",
                        pair.lot(),
                        pair.body(),
                        asOf))
                .toList();
    }

    private void everythingChanges() {
        CHANGES.forEach(this::change);
        var federations = database.sql(NEW_FEDERATIONS)
                .map(row -> Map.entry(row.get("id", UUID.class), row.get("region_code", String.class)))
                .all()
                .collectList()
                .block(LIMIT);
        federations.forEach(this::found);
        house.as("admin")
                .post()
                .uri("/api/demo/clock")
                .bodyValue(Map.of("advance", "PT960H"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void found(Map.Entry<UUID, String> federation) {
        database.sql("""
                        insert into federation.federation (id, street_code)
                        select :id, :street
                         where not exists (select from federation.federation where street_code = :street)
                        """)
                .bind("id", federation.getKey())
                .bind("street", federation.getValue())
                .then()
                .block(LIMIT);
    }

    private void change(String statement) {
        assertThat(database.sql(statement).fetch().rowsUpdated().block(LIMIT))
                .as(statement)
                .isPositive();
    }
}
