package org.goufu.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.opendata.domain.CommunityKind;
import org.goufu.opendata.domain.Standing;
import org.goufu.organization.BodyChanged;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The indicators of the demo province against a count in plain Java, and what news and lost news do to them. */
@GoufuIT
class IndicatorsIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long SEED = 20261125;
    private static final UUID TOLD = UUID.fromString("01900000-0000-7000-8000-00000000d0d0");
    private static final UUID UNTOLD = UUID.fromString("01900000-0000-7000-8000-00000000d0d1");

    @Autowired
    TestHouse house;

    @Autowired
    OrganizationDirectory organizations;

    @Autowired
    FederationDirectory federations;

    @Autowired
    Regions regions;

    @Autowired
    IndicatorRecount recount;

    @Autowired
    DatabaseClient database;

    @Autowired
    Transactions transactions;

    @Autowired
    Outbox outbox;

    @AfterEach
    void takeBack() {
        transactions
                .write(remove(TOLD).then(outbox.append(new BodyChanged(TOLD))))
                .block(SOON);
        transactions.write(remove(UNTOLD)).block(SOON);
    }

    private Mono<Void> remove(UUID id) {
        return database.sql("delete from organization.body where id = :id")
                .bind("id", id)
                .then();
    }

    private JsonNode indicators(String region, String parameters) {
        var answer = house.anonymous()
                .get()
                .uri("/api/indicators?size=100&region=" + region + parameters)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(answer);
    }

    private List<Standing> standings() {
        var bodies = new ArrayList<BodyProfile>();
        for (UUID last = null; ; last = bodies.getLast().id()) {
            var page = organizations.after(last, 500).collectList().block(SOON);
            bodies.addAll(page);
            if (page.size() < 500) break;
        }
        var memberships = federations
                .ofMembers(bodies.stream().map(BodyProfile::id).toList())
                .collect(Collectors.groupingBy(Membership::memberId))
                .block(SOON);
        return bodies.stream()
                .map(body -> Standing.of(body, memberships.getOrDefault(body.id(), List.of())))
                .toList();
    }

    /** Once the news that other tests told is counted. */
    @Test
    void everyFigureIsWhatACountInPlainJavaGives() {
        Awaiting.until(SOON, () -> {
            counted();
            return true;
        });
    }

    private void counted() {
        var standings = standings();
        var random = new Random(SEED);
        var places = new ArrayList<>(List.of("51", "5101", "510114", "510114008"));
        for (int level = 2; level <= 4; level++) {
            var all = regions.level(level);
            for (int i = 0; i < 6; i++)
                places.add(all.get(random.nextInt(all.size())).code());
        }
        var days = indicators("51", "").path("days");
        assertThat(days.size()).isBetween(12, 13);
        for (var place : places) {
            var day = LocalDate.parse(days.get(random.nextInt(days.size())).asString());
            var page = indicators(place, "&day=" + day);
            assertThat(page.path("day").asString()).isEqualTo(day.toString());
            check(page.path("whole"), standings, place, day);
            page.path("items").forEach(item -> {
                if (!item.path("itself").asBoolean()) {
                    check(item, standings, item.path("region").path("code").asString(), day);
                }
            });
        }
    }

    private void check(JsonNode row, List<Standing> all, String place, LocalDate day) {
        var here = all.stream()
                .filter(standing -> standing.regionCode().startsWith(place)
                        && standing.onRecord().contains(day))
                .toList();
        Predicate<Standing> group = standing -> standing.kind() == BodyKind.FILED_GROUP;
        Predicate<Standing> active = standing -> standing.active().contains(day);
        assertThat(row.path("registered").asLong()).as(place).isEqualTo(count(here, group.negate()));
        assertThat(row.path("filed").asLong()).as(place).isEqualTo(count(here, group));
        assertThat(row.path("active").asLong()).as(place).isEqualTo(count(here, active));
        assertThat(row.path("activeGroups").asLong()).as(place).isEqualTo(count(here, active.and(group)));
        assertThat(row.path("serving").asLong())
                .as(place)
                .isEqualTo(count(here, group.and(standing -> standing.serving().contains(day))));
        assertThat(row.path("unfederated").asLong())
                .as(place)
                .isEqualTo(count(here, group.and(standing -> !standing.member().contains(day))));
        assertThat(row.path("federatedStreets").asLong())
                .as(place)
                .isEqualTo(here.stream()
                        .filter(standing -> standing.kind() == BodyKind.FEDERATION)
                        .map(standing -> standing.regionCode().substring(0, 9))
                        .distinct()
                        .count());
        for (var kind : CommunityKind.values()) {
            var progress = row.path(kind == CommunityKind.URBAN ? "urban" : "rural");
            var communities = regions.level(5).stream()
                    .map(Region::code)
                    .filter(code -> code.startsWith(place) && CommunityKind.of(code) == kind)
                    .toList();
            var counts = here.stream()
                    .filter(standing ->
                            standing.regionCode().length() == 12 && CommunityKind.of(standing.regionCode()) == kind)
                    .filter(active)
                    .collect(Collectors.groupingBy(Standing::regionCode, Collectors.counting()));
            long sum = counts.values().stream().mapToLong(Long::longValue).sum();
            assertThat(progress.path("communities").asInt()).as(place).isEqualTo(communities.size());
            assertThat(progress.path("active").asLong()).as(place).isEqualTo(sum);
            assertThat(progress.path("gap").asLong())
                    .as(place)
                    .isEqualTo(Math.max(0, progress.path("target").asLong() * communities.size() - sum));
            assertThat(progress.at("/spread/none").asLong()).as(place).isEqualTo(communities.size() - counts.size());
            assertThat(progress.at("/spread/upTo3").asLong())
                    .as(place)
                    .isEqualTo(
                            counts.values().stream().filter(many -> many <= 3).count());
        }
    }

    private static long count(List<Standing> standings, Predicate<Standing> which) {
        return standings.stream().filter(which).count();
    }

    @Test
    void theRowsAddUpToTheWhole() {
        for (var place : List.of("51", "5101", "510114", "510114008")) {
            var page = indicators(place, "");
            for (var figure : List.of("registered", "filed", "active", "serving", "unfederated")) {
                assertThat(page.path("items")
                                .valueStream()
                                .mapToLong(item -> item.path(figure).asLong())
                                .sum())
                        .as(place + " " + figure)
                        .isEqualTo(page.path("whole").path(figure).asLong());
            }
        }
    }

    @Test
    void pagesOfASortedListHoldEveryRegionOnce() {
        var seen = new ArrayList<String>();
        var figures = new ArrayList<Integer>();
        var next = "";
        do {
            var page = JsonMapper.shared()
                    .readTree(house.anonymous()
                            .get()
                            .uri("/api/indicators?region=51&level=3&sort=filed&size=50" + next)
                            .exchange()
                            .expectBody(String.class)
                            .returnResult()
                            .getResponseBody());
            page.path("items").forEach(item -> {
                seen.add(item.path("region").path("code").asString());
                if (!item.path("itself").asBoolean())
                    figures.add(item.path("filed").asInt());
            });
            next = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!next.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(183);
        assertThat(figures).isSortedAccordingTo((one, other) -> other - one);
    }

    private int filed(String region) {
        return indicators(region, "").path("whole").path("filed").asInt();
    }

    private Mono<Void> addGroup(UUID id, String region) {
        return database.sql("""
                        insert into organization.body (id, name, kind, filing_number, region_code, business_scope, address)
                        values (:id, '示例新备案小组', 'FILED_GROUP', cast(:id as text), :region, '', '')
                        """)
                .bind("id", id)
                .bind("region", region)
                .then()
                .then(database.sql("""
                        insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
                        values (:id, :id, 'FILING', 'ACTIVE', date '2020-01-01', now(), 'test', 'DEMO')
                        """).bind("id", id).then());
    }

    @Test
    void newsOfAFiledGroupCountsWithinSeconds() {
        var community = regions.children("510114008").getLast().code();
        int before = filed("510114008");
        transactions
                .write(addGroup(TOLD, community).then(outbox.append(new BodyChanged(TOLD))))
                .block(SOON);
        Awaiting.until(() -> assertFiled("510114008", before + 1));
        var trend = JsonMapper.shared()
                .readTree(house.anonymous()
                        .get()
                        .uri("/api/indicators/trend?region=" + community)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
        assertThat(trend.path("points").get(0).path("filed").asInt()).isPositive();
        takeBack();
        Awaiting.until(() -> assertFiled("510114008", before));
    }

    private Boolean assertFiled(String region, int expected) {
        assertThat(filed(region)).isEqualTo(expected);
        return true;
    }

    @Test
    void aRecountFindsWhatNewsWasLost() {
        int before = filed("510104");
        var community = regions.children(regions.children("510104").getFirst().code())
                .getFirst()
                .code();
        transactions.write(addGroup(UNTOLD, community)).block(SOON);
        assertThat(recount.all(bodies -> {}).block(SOON)).isPositive();
        assertThat(filed("510104")).isEqualTo(before + 1);
        transactions.write(remove(UNTOLD)).block(SOON);
        assertThat(recount.all(bodies -> {}).block(SOON)).isPositive();
        assertThat(filed("510104")).isEqualTo(before);
    }

    @Test
    void aSheetHoldsTheSameRowsAndOpensInOfficePrograms() {
        var answer = house.anonymous()
                .get()
                .uri("/api/indicators.csv?region=5101")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/csv;charset=UTF-8")
                .expectHeader()
                .valueMatches(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"goufu-indicators-5101.csv\"")
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        var lines = new String(answer, StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines[0]).startsWith("\uFEFF行政区划,代码,").endsWith("农村社区差额");
        assertThat(Stream.of(lines).skip(1).map(line -> line.split(",")[1]))
                .containsExactlyElementsOf(indicators("5101", "").path("items").findValuesAsString("code"));
        assertThat(lines).anyMatch(line -> line.startsWith("锦江区,510104,"));
    }

    @ParameterizedTest
    @CsvSource({
        "region, 999999",
        "level, 2",
        "level, 6",
        "level, x",
        "day, 1999-01-01",
        "day, yesterday",
        "sort, best",
        "size, 0",
        "colour, red"
    })
    void whatIsNotUnderstoodIsRefused(String name, String value) {
        for (var path : List.of("/api/indicators", "/api/indicators.csv")) {
            if (name.equals("size") && path.endsWith("csv")) continue;
            house.anonymous()
                    .get()
                    .uri(uri -> uri.path(path)
                            .queryParam("region", name.equals("region") ? value : "5101")
                            .queryParam(name.equals("region") ? "sort" : name, name.equals("region") ? "code" : value)
                            .build())
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectHeader()
                    .contentTypeCompatibleWith("application/problem+json");
        }
    }
}
