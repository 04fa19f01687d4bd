package org.goufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.federation.FederationDirectory;
import org.goufu.federation.Membership;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.RegionCode;
import org.goufu.matching.PublishedLots.Published;
import org.goufu.matching.domain.Evidence;
import org.goufu.matching.domain.Link;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.Moment;
import org.goufu.matching.domain.Rules;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.Requirement;
import org.goufu.search.Capabilities;
import org.goufu.search.Capabilities.Candidate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GoufuIT
class MatchingIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String MEALS = "A0402-01";
    private static final long BUDGET = 9_800_000;

    @Autowired
    private TestHouse house;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Outbox outbox;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Capabilities capabilities;

    @Autowired
    private OrganizationDirectory organizations;

    @Autowired
    private FederationDirectory federations;

    private JsonNode get(String as, String uri, Object... variables) {
        return JsonMapper.shared()
                .readTree(house.as(as)
                        .get()
                        .uri(uri, variables)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private void refused(String as, int status, String uri, Object... variables) {
        house.as(as).get().uri(uri, variables).exchange().expectStatus().isEqualTo(status);
    }

    private UUID body(String account) {
        return UUID.fromString(
                get(account, "/api/me").path("organization").path("id").asString());
    }

    private Published publish(String title, Requirement... requirements) {
        var department = get("officer", "/api/me").path("department");
        return new PublishedLots(database, transactions, outbox)
                .publish(
                        UUID.fromString(department.path("id").asString()),
                        department.path("regionCode").asString(),
                        MEALS,
                        BUDGET,
                        title,
                        List.of(requirements))
                .block(LIMIT);
    }

    private JsonNode matched(Published published, String kind) {
        return Awaiting.until(LIMIT, () -> {
            var page = get("officer", "/api/lots/{id}/matches?kind={kind}&size=100", published.lotId(), kind);
            assertThat(page.path("items")).isNotEmpty();
            return page;
        });
    }

    @Test
    void theThreeOfTheDemoSeeThePurchaseAndUnderstandWhy() {
        var published = publish("社区长者食堂助餐服务", Requirement.inspection(2020));
        var direct = matched(published, "DIRECT");
        assertThat(direct.path("items").findValuesAsString("id"))
                .contains(body("organization").toString());
        var ofFederation = matched(published, "FEDERATION")
                .path("items")
                .valueStream()
                .filter(item -> item.path("bidder")
                        .path("id")
                        .asString()
                        .equals(body("federation").toString()))
                .findFirst()
                .orElseThrow();
        assertThat(ofFederation.path("members").findValuesAsString("id"))
                .contains(body("group").toString());
        for (var account : List.of("organization", "federation", "group")) {
            var mine = get(account, "/api/me/matches?size=100")
                    .path("items")
                    .valueStream()
                    .filter(item -> item.path("lotId")
                            .asString()
                            .equals(published.lotId().toString()))
                    .findFirst()
                    .orElseThrow();
            assertThat(mine.path("reasons")).isNotEmpty();
            assertThat(mine.path("reasons").toString()).doesNotContain("@");
        }
    }

    @Test
    void matchesAreForTheDepartmentAndSupervisorsOnly() {
        var published = publish("只给本单位看的匹配");
        matched(published, "DIRECT");
        get("approver", "/api/lots/{id}/matches", published.lotId());
        get("supervisor", "/api/lots/{id}/matches", published.lotId());
        for (var account : List.of("organization", "federation", "group", "registrar", "evaluator", "admin")) {
            refused(account, 404, "/api/lots/{id}/matches", published.lotId());
        }
        house.anonymous()
                .get()
                .uri("/api/lots/{id}/matches", published.lotId())
                .exchange()
                .expectStatus()
                .isUnauthorized();
        refused("officer", 404, "/api/lots/{id}/matches", UUID.randomUUID());
        refused("officer", 400, "/api/lots/{id}/matches?kind=THROUGH", published.lotId());
        refused("officer", 400, "/api/lots/{id}/matches?after=oops", published.lotId());
    }

    @Test
    void pagesOfMatchesNeitherRepeatNorSkip() {
        var published = publish("分页");
        var whole = matched(published, "DIRECT");
        var seen = new ArrayList<String>();
        String after = "";
        do {
            var page =
                    get("officer", "/api/lots/{id}/matches?kind=DIRECT&size=2&after={after}", published.lotId(), after);
            page.path("items")
                    .forEach(item -> seen.add(item.path("bidder").path("id").asString()));
            after = page.path("next").isNull() ? null : page.path("next").asString();
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().hasSize(whole.path("total").asInt());
    }

    @Test
    void eligibilityIsAnsweredForThoseWhoMayAsk() {
        var published = publish("谁能参加");
        var group = body("group");
        var answer = get("officer", "/api/lots/{id}/eligibility?organization={body}", published.lotId(), group);
        assertThat(answer.path("eligibility").asString()).isEqualTo("THROUGH_FEDERATION");
        assertThat(answer.path("through").get(0).path("federation").path("id").asString())
                .isEqualTo(body("federation").toString());
        assertThat(get("group", "/api/lots/{id}/eligibility", published.lotId())
                        .path("eligibility")
                        .asString())
                .isEqualTo("THROUGH_FEDERATION");
        get("federation", "/api/lots/{id}/eligibility?organization={body}", published.lotId(), group);
        refused("organization", 404, "/api/lots/{id}/eligibility?organization={body}", published.lotId(), group);
        refused(
                "group",
                404,
                "/api/lots/{id}/eligibility?organization={body}",
                published.lotId(),
                body("organization"));
        refused("evaluator", 404, "/api/lots/{id}/eligibility?organization={body}", published.lotId(), group);
        refused("officer", 404, "/api/lots/{id}/eligibility?organization={body}", UUID.randomUUID(), group);
        refused(
                "officer",
                400,
                "/api/lots/{id}/eligibility?organization={body}&asOf=2999-01-01T00:00:00Z",
                published.lotId(),
                group);
    }

    @Test
    void sameMomentGivesTheSameBytes() {
        var published = publish("同一时点");
        var now = clock.now().block(LIMIT);
        var uri = "/api/lots/{id}/eligibility?organization={body}&asOf={asOf}";
        var first = get("officer", uri, published.lotId(), body("group"), now).toString();
        assertThat(get("officer", uri, published.lotId(), body("group"), now)).hasToString(first);
    }

    @Test
    void manyNoticesAreAnsweredAtOnce() {
        var published = publish("一次问清");
        matched(published, "DIRECT");
        var answer = get(
                "organization",
                "/api/me/eligibility?notice={one}&notice={other}",
                published.noticeId(),
                UUID.randomUUID());
        assertThat(answer.path("items")).hasSize(1);
        assertThat(answer.path("items").get(0).path("eligibility").asString()).startsWith("ELIGIBLE");
        refused("officer", 403, "/api/me/eligibility?notice={one}", published.noticeId());
    }

    @Test
    void theEstimateIsRoundedAndNameless() {
        var answer = JsonMapper.shared()
                .readTree(house.as("officer")
                        .post()
                        .uri("/api/pool-estimates")
                        .bodyValue(Map.of(
                                "categoryCode",
                                MEALS,
                                "budgetFen",
                                BUDGET,
                                "serviceRegionCodes",
                                List.of(),
                                "requirements",
                                List.of(Map.of("kind", "SPECIAL_QUALIFICATION", "qualification", "MEDICAL_LICENSE"))))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
        assertThat(answer.path("direct").asLong() % 5).isZero();
        assertThat(answer.path("costs")).hasSize(1);
        house.as("organization")
                .post()
                .uri("/api/pool-estimates")
                .bodyValue(Map.of("categoryCode", MEALS))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    /** The index and the Java reading answer alike for lots of every kind over the whole registry. */
    @Test
    void elasticsearchFindsExactlyWhomJavaJudgesPossible() {
        var moment = Moment.of(clock.now().block(LIMIT));
        var bodies =
                organizations.after(null, 10_000).collectMap(BodyProfile::id).block(LIMIT);
        var links = federations.ofFederations(bodies.keySet()).collectList().block(LIMIT);
        for (var lot : lots()) {
            var rules = Rules.of(lot);
            var found = capabilities
                    .candidates(rules.candidates(moment.day()))
                    .collectList()
                    .block(LIMIT);
            assertThat(found).doesNotHaveDuplicates();
            assertThat(Set.copyOf(found)).as(lot.toString()).isEqualTo(judged(rules, moment, bodies, links));
        }
    }

    private static Set<Candidate> judged(
            Rules rules, Moment moment, Map<UUID, BodyProfile> bodies, List<Membership> links) {
        var possible = new HashSet<Candidate>();
        for (var body : bodies.values()) {
            if (body.kind() != BodyKind.FILED_GROUP && fits(rules, Evidence.direct(body), moment)) {
                possible.add(new Candidate(body.id(), body.id()));
            }
        }
        for (var link : links) {
            var between = new Link(bodies.get(link.federationId()), bodies.get(link.memberId()), link);
            if (between.evidence().anyMatch(evidence -> fits(rules, evidence, moment))) {
                possible.add(new Candidate(link.federationId(), link.memberId()));
            }
        }
        return possible;
    }

    private static boolean fits(Rules rules, Evidence evidence, Moment moment) {
        return rules.fits(evidence, moment) && rules.judge(evidence, moment).possible();
    }

    private static List<LotTerms> lots() {
        var lots = new ArrayList<LotTerms>();
        for (var category : List.of("A", "A04", "A0402", "A0402-01", "A1001", "A1003-02", "A0802-01", "B02")) {
            for (long budget : new long[] {1, BUDGET, 30_000_000}) {
                for (var requirements : List.of(
                        List.<Requirement>of(),
                        List.of(Requirement.inspection(2025)),
                        List.of(Requirement.qualification("FOOD_BUSINESS_LICENSE"), Requirement.text("其他")),
                        List.of(Requirement.staff("SOCIAL_WORKER", 3)))) {
                    lots.add(new LotTerms(
                            UUID.randomUUID(),
                            new CategoryCode(category),
                            budget,
                            List.of(new RegionCode("51")),
                            requirements));
                }
            }
        }
        return lots;
    }
}
