package org.goufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.Awaiting;
import org.goufu.Feed;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.federation.FederationDirectory;
import org.goufu.kernel.CategoryCode;
import org.goufu.kernel.RegionCode;
import org.goufu.matching.PublishedLots.Published;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.Moment;
import org.goufu.matching.domain.Rules;
import org.goufu.matching.usecase.EligibilityDocument;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.Requirement;
import org.goufu.search.Capabilities;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GoufuIT
class MatchingIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Autowired
    private TestHouse house;

    @Autowired
    private ShowcaseLots showcase;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Capabilities capabilities;

    @Autowired
    private OrganizationDirectory organizations;

    @Autowired
    private FederationDirectory federations;

    private void refused(String as, int status, String uri, Object... variables) {
        house.as(as).get().uri(uri, variables).exchange().expectStatus().isEqualTo(status);
    }

    private JsonNode matched(Published published, String kind) {
        return Awaiting.until(LIMIT, () -> {
            var page = house.get("officer", "/api/lots/{id}/matches?kind={kind}&size=100", published.lotId(), kind);
            assertThat(page.path("items")).isNotEmpty();
            return page;
        });
    }

    @Test
    void theThreeOfTheDemoSeeThePurchaseAndUnderstandWhy() {
        var published = showcase.publish("社区长者食堂助餐服务", Requirement.inspection(2020));
        var direct = matched(published, "DIRECT");
        assertThat(direct.path("items").findValuesAsString("id"))
                .contains(house.body("organization").toString());
        var ofFederation = matched(published, "FEDERATION")
                .path("items")
                .valueStream()
                .filter(item -> item.path("bidder")
                        .path("id")
                        .asString()
                        .equals(house.body("federation").toString()))
                .findFirst()
                .orElseThrow();
        assertThat(ofFederation.path("members").findValuesAsString("id"))
                .contains(house.body("group").toString());
        for (var account : List.of("organization", "federation", "group")) {
            var mine = Feed.items(house.as(account)).stream()
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
        var published = showcase.publish("只给本单位看的匹配");
        matched(published, "DIRECT");
        house.get("approver", "/api/lots/{id}/matches", published.lotId());
        house.get("supervisor", "/api/lots/{id}/matches", published.lotId());
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
        var published = showcase.publish("分页");
        var whole = matched(published, "DIRECT");
        var seen = new ArrayList<String>();
        String after = "";
        do {
            var page = house.get(
                    "officer", "/api/lots/{id}/matches?kind=DIRECT&size=2&after={after}", published.lotId(), after);
            page.path("items")
                    .forEach(item -> seen.add(item.path("bidder").path("id").asString()));
            after = page.path("next").isNull() ? null : page.path("next").asString();
        } while (after != null);
        assertThat(seen).doesNotHaveDuplicates().hasSize(whole.path("total").asInt());
    }

    @Test
    void eligibilityIsAnsweredForThoseWhoMayAsk() {
        var published = showcase.publish("谁能参加");
        var group = house.body("group");
        var answer = house.get("officer", "/api/lots/{id}/eligibility?organization={body}", published.lotId(), group);
        assertThat(answer.path("eligibility").asString()).isEqualTo("THROUGH_FEDERATION");
        assertThat(answer.path("through").get(0).path("federation").path("id").asString())
                .isEqualTo(house.body("federation").toString());
        assertThat(house.get("group", "/api/lots/{id}/eligibility", published.lotId())
                        .path("eligibility")
                        .asString())
                .isEqualTo("THROUGH_FEDERATION");
        house.get("federation", "/api/lots/{id}/eligibility?organization={body}", published.lotId(), group);
        refused("organization", 404, "/api/lots/{id}/eligibility?organization={body}", published.lotId(), group);
        refused(
                "group",
                404,
                "/api/lots/{id}/eligibility?organization={body}",
                published.lotId(),
                house.body("organization"));
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
        var published = showcase.publish("同一时点");
        var now = clock.now().block(LIMIT);
        var uri = "/api/lots/{id}/eligibility?organization={body}&asOf={asOf}";
        var first = house.get("officer", uri, published.lotId(), house.body("group"), now)
                .toString();
        assertThat(house.get("officer", uri, published.lotId(), house.body("group"), now))
                .hasToString(first);
    }

    /** As a bid's papers have it, where no condition stands beside. */
    @Test
    void everyListOnWhichABodyIsNotIsNamed() {
        var published = showcase.publish("不在哪些名单上");
        var answer = house.get("organization", "/api/lots/{id}/eligibility", published.lotId());
        assertThat(Stream.of("SERIOUS_LIST", "COURT_DEFAULT", "TAX_CREDIT", "PROCUREMENT_BAN")
                        .map(kind -> verdict(answer, kind).path("fact").asString()))
                .containsExactly(
                        "截至判定日未列入严重违法失信名单", "截至判定日未列入失信被执行人名单", "截至判定日未列入重大税收违法失信主体名单", "截至判定日未列入政府采购严重违法失信行为记录名单");
    }

    /** What was not there is asked for, by an act with its form filled in, and rests on nothing. */
    @Test
    void anUnknownIsAnActAndAFactIsCited() {
        var published = showcase.publish("缺哪一项", Requirement.inspection(1999));
        var answer = house.get("organization", "/api/lots/{id}/eligibility", published.lotId());
        var unknown = verdict(answer, "ANNUAL_INSPECTION");
        assertThat(unknown.path("action").path("code").asString()).isEqualTo("UPLOAD_INSPECTION");
        assertThat(unknown.path("action").path("parameters").path("year").asString())
                .isEqualTo("1999");
        assertThat(unknown.path("action").path("bodyId").asString())
                .isEqualTo(house.body("organization").toString());
        assertThat(unknown.path("action").path("inTime").asBoolean()).isTrue();
        assertThat(unknown.path("citations")).isEmpty();
        assertThat(unknown.path("plain").asString()).isNotBlank();
        var status = verdict(answer, "REGISTRATION_STATUS").path("citations").get(0);
        assertThat(status.path("type").asString()).isEqualTo("FACT");
        assertThat(status.path("value").asString()).isEqualTo("NORMAL");
        assertThat(status.path("source").asString()).isNotBlank();
        assertThat(answer.path("field").path("fits").asBoolean()).isTrue();
    }

    private static JsonNode verdict(JsonNode answer, String kind) {
        return answer.path("verdicts")
                .valueStream()
                .filter(verdict ->
                        verdict.path("requirement").path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDigestIsOfTheDocumentAndStandsOnTheSheet() {
        var published = showcase.publish("判定单");
        var group = house.body("group");
        var answer = house.get("officer", "/api/lots/{id}/eligibility?organization={body}", published.lotId(), group);
        var asked = "?organization={body}&asOf={asOf}";
        var moment = answer.path("asOf").asString();
        var document =
                house.read("officer", "/api/lots/{id}/eligibility.json" + asked, published.lotId(), group, moment);
        var digest = answer.path("digest").asString();
        assertThat(EligibilityDocument.digest(document)).isEqualTo(digest);
        var sheet = house.read("officer", "/api/lots/{id}/eligibility.html" + asked, published.lotId(), group, moment);
        assertThat(sheet)
                .contains(digest.substring(0, 4) + " " + digest.substring(4, 8))
                .contains("资格判定单")
                .contains(house.get("group", "/api/me")
                        .path("organization")
                        .path("name")
                        .asString())
                .doesNotContain("<script")
                .doesNotContain("style=");
        for (var form : List.of("html", "json")) {
            refused(
                    "organization",
                    404,
                    "/api/lots/{id}/eligibility." + form + asked,
                    published.lotId(),
                    group,
                    moment);
            refused("evaluator", 404, "/api/lots/{id}/eligibility." + form + asked, published.lotId(), group, moment);
        }
    }

    @Test
    void matchesOfAnEarlierMomentAreThoseThatWereOnRecordThen() {
        var before = clock.now().block(LIMIT);
        var published = showcase.publish("当时有谁");
        var whole = matched(published, "DIRECT");
        var uri = "/api/lots/{id}/matches?size=100&kind=DIRECT&asOf={asOf}";
        assertThat(house.get("officer", uri, published.lotId(), before).path("items"))
                .isEmpty();
        var moment = clock.now().block(LIMIT);
        var then = house.get("officer", uri, published.lotId(), moment);
        assertThat(then.path("items")).isEqualTo(whole.path("items"));
        assertThat(then.path("computedAt").asString()).isEqualTo(moment.toString());
        refused("officer", 400, uri, published.lotId(), "2999-01-01T00:00:00Z");
    }

    @Test
    void manyNoticesAreAnsweredAtOnce() {
        var published = showcase.publish("一次问清");
        matched(published, "DIRECT");
        var answer = house.get(
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
                                ShowcaseLots.MEALS,
                                "budgetFen",
                                ShowcaseLots.BUDGET_FEN,
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
                .bodyValue(Map.of("categoryCode", ShowcaseLots.MEALS))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    /** The index and the Java reading answer alike for lots of every kind over the whole registry. */
    @Test
    void elasticsearchFindsExactlyWhomJavaJudgesPossible() {
        var moment = Moment.of(clock.now().block(LIMIT));
        var registry = BruteForce.of(organizations, federations);
        for (var lot : lots()) {
            var rules = Rules.of(lot);
            var found = capabilities
                    .candidates(rules.candidates(moment.day()))
                    .collectList()
                    .block(LIMIT);
            assertThat(found).doesNotHaveDuplicates();
            assertThat(Set.copyOf(found)).as(lot.toString()).isEqualTo(registry.candidates(rules, moment));
        }
    }

    private static List<LotTerms> lots() {
        var lots = new ArrayList<LotTerms>();
        for (var category : List.of("A", "A04", "A0402", "A0402-01", "A1001", "A1003-02", "A0802-01", "B02")) {
            for (long budget : new long[] {1, ShowcaseLots.BUDGET_FEN, 30_000_000}) {
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
