package org.goufu.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.organization.FilingDesk.json;
import static org.goufu.organization.FilingDesk.papers;
import static org.goufu.organization.FilingDesk.post;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.organization.FilingDesk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Each office finds what waits for it, and nothing that waits for another. */
@GoufuIT
class WorklistIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String MEMBERSHIP = """
            insert into federation.membership (
                   id, federation_id, member_id, valid_from, consented_on, known_at, state, consent_known_at, confirmed_at)
            select gen_random_uuid(), :federation, :member, now::date, now::date, now, 'CONFIRMED', now, now
              from platform.now() as now
            """;
    private static final String LOOSE = """
            select count(*)
              from organization.body b
             where b.kind = 'FILED_GROUP' and starts_with(b.region_code, :county)
               and exists (
                   select from organization.fact f
                    where f.body_id = b.id and f.kind = 'FILING' and f.value = 'ACTIVE' and f.withdrawn_at is null
                      and daterange(f.valid_from, f.valid_to, '[]') @> (platform.now() at time zone 'Asia/Shanghai')::date)
               and not exists (
                   select from federation.membership m
                    where m.member_id = b.id and m.confirmed_at is not null
                      and (m.valid_to is null or m.valid_to >= (platform.now() at time zone 'Asia/Shanghai')::date))
            """;

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void anotherCountyHasARegistrarToo() {
        FilingDesk.employ(database, "registrar-elsewhere", "510104");
    }

    @Test
    void anApplicationWandersFromListToList() {
        var desk = new FilingDesk(house);
        var id = desk.submitted(house.as("community"));
        assertThat(matters("community", "REVIEW", id)).containsExactly("OPINION");
        assertThat(matters("street", "REVIEW", id)).isEmpty();
        desk.act("community", id, "opinion", Map.of("supports", true), 204);
        assertThat(matters("community", "REVIEW", id)).isEmpty();
        assertThat(matters("street", "REVIEW", id)).containsExactly("REVIEW");
        desk.act("street", id, "review", Map.of("decision", "RETURN", "reason", "场所证明不清楚"), 204);
        assertThat(matters("street", "REVIEW", id)).containsExactly("APPLICATION");
        assertThat(matters("community", "REVIEW", id)).containsExactly("APPLICATION");
        assertThat(matters("registrar", "REVIEW", id)).isEmpty();
    }

    @Test
    void whoWroteItDoesNotFindItUnderReview() {
        var desk = new FilingDesk(house);
        var id = desk.submitted(house.as("street"));
        desk.act("community", id, "opinion", Map.of("supports", true), 204);
        assertThat(matters("street", "REVIEW", id)).isEmpty();
    }

    @Test
    void aFilingThatRunsOutStandsThereUntilItIsConfirmed() {
        var desk = new FilingDesk(house);
        var id = desk.filed();
        assertThat(matters("street", "EXPIRING", id)).isEmpty();
        database.sql("update organization.filing set valid_to = platform.now()::date + 20 where id = cast(:id as uuid)")
                .bind("id", id)
                .then()
                .block();
        assertThat(matters("street", "EXPIRING", id)).containsExactly("FILING_ENDS");
        assertThat(matters("registrar", "EXPIRING", id)).isEmpty();
        desk.act("street", id, "confirmation", Map.of(), 204);
        assertThat(matters("street", "EXPIRING", id)).isEmpty();
    }

    @Test
    void oneTelephoneForTwoGroupsIsAskedAboutOnce() {
        var desk = new FilingDesk(house);
        var first = begunWith("028-77001234", desk);
        var second = begunWith("028-77001234", desk);
        assertThat(matters("community", "CONFLICTS", first)).containsExactly("SAME_LEADER");
        var settlement = Map.<String, Object>of(
                "matter", "SAME_LEADER", "bodies", List.of(second, first), "reason", "同一位居民热心带两支队，已见面核实");
        var noReason = Map.<String, Object>of("matter", "SAME_LEADER", "bodies", List.of(second, first));
        assertThat(settle("community", noReason, 422)).isEqualTo("/problems/organization/reason-needed");
        var alone = Map.<String, Object>of("matter", "SAME_LEADER", "bodies", List.of(first), "reason", "无");
        assertThat(settle("community", alone, 422)).isEqualTo("/problems/organization/no-conflict");
        assertThat(settle("registrar-elsewhere", settlement, 404)).isEqualTo("/problems/organization/not-found");
        settle("community", settlement, 204);
        assertThat(matters("community", "CONFLICTS", first)).isEmpty();
        var third = begunWith("028-77001234", desk);
        assertThat(matters("community", "CONFLICTS", first)).containsExactly("SAME_LEADER");
        assertThat(third).isNotEqualTo(first);
    }

    @Test
    void aGroupInNoFederationStandsThereUntilItIsInOne() {
        var id = new FilingDesk(house).filed();
        for (var office : List.of("community", "street", "registrar")) {
            Awaiting.until(
                    SOON, () -> assertThat(matters(office, "UNFEDERATED", id)).containsExactly("UNFEDERATED"));
        }
        assertThat(matters("registrar-elsewhere", "UNFEDERATED", id)).isEmpty();
        database.sql(MEMBERSHIP)
                .bind("federation", house.body("federation"))
                .bind("member", UUID.fromString(id))
                .then()
                .block();
        assertThat(matters("street", "UNFEDERATED", id)).isEmpty();
    }

    @Test
    void aGroupWhoseFilingIsTakenBackStandsThereNoMore() {
        var desk = new FilingDesk(house);
        var id = desk.filed();
        Awaiting.until(
                SOON, () -> assertThat(matters("street", "UNFEDERATED", id)).containsExactly("UNFEDERATED"));
        desk.act("street", id, "revocation", Map.of("reason", "长期未开展活动"), 204);
        Awaiting.until(
                SOON, () -> assertThat(matters("street", "UNFEDERATED", id)).isEqualTo(List.of()));
    }

    /** What the demo laid down and what news did to it since, against a look across the registry's own tables. */
    @Test
    void countsThoseInNoFederationAsTheRegistryHasThem() {
        Awaiting.until(SOON, () -> {
            var counts = house.get("registrar", "/api/registry/worklist").path("counts");
            return assertThat(counts.path("unfederated").asLong()).isPositive().isEqualTo(loose("510114"));
        });
    }

    @Test
    void countsWhatThePagesHold() {
        new FilingDesk(house).submitted(house.as("community"));
        for (var office : List.of("community", "street", "registrar", "registrar-elsewhere")) {
            for (var list : List.of("REVIEW", "EXPIRING", "CONFLICTS", "UNFEDERATED")) {
                var first = page(office, list, null);
                assertThat(all(office, list)).hasSize(first.path("total").asInt());
                assertThat(first.path("counts").path(list.toLowerCase()).asInt())
                        .isEqualTo(first.path("total").asInt());
            }
        }
        json(house.as("street").get().uri("/api/registry/worklist?list=OTHER"), 400);
    }

    private long loose(String county) {
        return database.sql(LOOSE)
                .bind("county", county)
                .mapValue(Long.class)
                .one()
                .block(SOON);
    }

    private String begunWith(String phone, FilingDesk desk) {
        var form = desk.form();
        form.put("leader", Map.of("name", "某热心人", "phone", phone));
        form.put("attachments", papers(house.as("community")));
        return desk.begun(house.as("community"), form);
    }

    private String settle(String office, Map<String, Object> settlement, int status) {
        return json(post(house.as(office), "/api/registry/conflict-settlements", settlement), status)
                .path("type")
                .asString();
    }

    private List<String> matters(String office, String list, String subject) {
        return all(office, list).stream()
                .filter(item -> item.path("subjectId").asString().equals(subject)
                        || item.path("others").findValuesAsString("id").contains(subject))
                .map(item -> item.path("matter").asString())
                .toList();
    }

    private List<JsonNode> all(String office, String list) {
        var items = new ArrayList<JsonNode>();
        String after = null;
        do {
            var page = page(office, list, after);
            page.path("items").forEach(items::add);
            after = page.path("next").isNull() ? null : page.path("next").asString();
        } while (after != null);
        return items;
    }

    private JsonNode page(String office, String list, @Nullable String after) {
        return json(
                house.as(office)
                        .get()
                        .uri(
                                "/api/registry/worklist?size=7&list={list}&after={after}",
                                list,
                                after == null ? "" : after),
                200);
    }
}
