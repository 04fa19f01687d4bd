package org.goufu.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.organization.FilingDesk.FILINGS;
import static org.goufu.organization.FilingDesk.filing;
import static org.goufu.organization.FilingDesk.json;
import static org.goufu.organization.FilingDesk.papers;
import static org.goufu.organization.FilingDesk.post;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The life of a filing over HTTP on the real servers. */
@GoufuIT
class FilingIT {
    @Autowired
    TestHouse house;

    @Autowired
    BusinessClock clock;

    private FilingDesk desk() {
        return new FilingDesk(house);
    }

    @Test
    void aGroupIsFiledAndKnownAtOnce() {
        var id = desk().submitted(house.as("community"));
        desk().act("street", id, "review", Map.of("decision", "APPROVE"), 409);
        desk().act("street", id, "opinion", Map.of("supports", true), 403);
        desk().act("community", id, "opinion", Map.of("supports", true, "text", "常年为长者送餐"), 204);
        desk().act("community", id, "review", Map.of("decision", "APPROVE"), 403);
        desk().act("street", id, "review", Map.of("decision", "APPROVE"), 204);
        var filed = filing(house.as("registrar"), id);
        var year = clock.today().block(Duration.ofSeconds(10)).getYear();
        assertThat(filed.path("state").asString()).isEqualTo("FILED_ACTIVE");
        assertThat(filed.path("number").asString()).matches("BA-510114008-" + year + "-\\d{4}");
        assertThat(filed.at("/opinion/text").asString()).isEqualTo("常年为长者送餐");
        var profile = json(house.anonymous().get().uri("/api/organizations/" + id), 200);
        assertThat(profile.path("filingNumber").asString())
                .isEqualTo(filed.path("number").asString());
        assertThat(profile.toString()).contains("ACTIVE").doesNotContain("028-", "某负责人");
        var acts = json(house.as("street").get().uri(FILINGS + "/" + id + "/acts"), 200);
        assertThat(acts.path("items").valueStream().map(act -> act.path("act").asString()))
                .containsExactly("FILED", "SUPPORTED", "SUBMITTED", "APPLIED");
    }

    @Test
    void numbersFollowEachOtherWithoutAGap() {
        var first = serial(desk().filed());
        var refused = desk().submitted(house.as("community"));
        desk().act("community", refused, "opinion", Map.of("supports", true), 204);
        desk().act("street", refused, "review", Map.of("decision", "RETURN", "reason", "场所证明不清楚"), 204);
        assertThat(filing(house.as("community"), refused).path("returned").asString())
                .isEqualTo("场所证明不清楚");
        assertThat(serial(desk().filed())).isEqualTo(first + 1);
    }

    @Test
    void whoWroteItDoesNotReviewIt() {
        var id = desk().submitted(house.as("street"));
        desk().act("community", id, "opinion", Map.of("supports", true), 204);
        var refusal = desk().act("street", id, "review", Map.of("decision", "APPROVE"), 403);
        assertThat(refusal.path("type").asString()).isEqualTo("/problems/filing/same-person");
    }

    @Test
    void refusesInWordsWhatMayNotBeFiled() {
        var form = desk().form();
        form.put("nature", "OWNERS_COMMITTEE");
        assertThat(refusal(form)).isEqualTo("/problems/filing/not-fileable");
        form = desk().form();
        form.put("name", "桂湖街道示例社区书画协会");
        assertThat(refusal(form)).isEqualTo("/problems/filing/not-fileable");
        form = desk().form();
        form.put("coreMembers", List.of("甲", "乙"));
        form.put("attachments", List.of());
        var id = desk().begun(house.as("community"), form);
        var incomplete = desk().act("community", id, "submission", Map.of(), 422);
        assertThat(incomplete
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("code").asString()))
                .containsExactly(
                        "filing-members",
                        "filing-paper-FORM",
                        "filing-paper-CHARTER",
                        "filing-paper-LEADER_ID",
                        "filing-paper-VENUE");
    }

    @Test
    void showsAGroupOfTheSameNameBeforeASecondIsFiled() {
        var form = desk().form();
        desk().begun(house.as("community"), form);
        form.put("attachments", papers(house.as("community")));
        assertThat(refusal(form)).isEqualTo("/problems/filing/to-acknowledge");
        form.put("acknowledged", List.of("filing-same-name"));
        desk().begun(house.as("community"), form);
    }

    @Test
    void aChangeNamesTheVersionThatWasRead() {
        var form = desk().form();
        form.put("attachments", papers(house.as("community")));
        var id = desk().begun(house.as("community"), form);
        form.put("venue", "新的活动场所");
        json(change(id, "\"1\"", form), 200);
        json(change(id, "\"1\"", form), 412);
        json(
                house.as("community")
                        .put()
                        .uri(FILINGS + "/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(form),
                428);
    }

    @Test
    void theStreetKeepsItFromYearToYear() {
        var id = desk().filed();
        assertThat(desk().act("street", id, "confirmation", Map.of(), 409)
                        .path("type")
                        .asString())
                .isEqualTo("/problems/filing/too-early");
        desk().act("street", id, "dormancy", Map.of("reason", "没有活动"), 409);
        desk().act("registrar", id, "revocation", Map.of("reason", "违规"), 403);
        desk().act("street", id, "revocation", Map.of(), 422);
        desk().act("street", id, "revocation", Map.of("reason", "超出备案范围活动"), 204);
        var profile = json(house.anonymous().get().uri("/api/organizations/" + id), 200);
        assertThat(profile.toString()).contains("REVOKED");
    }

    @Test
    void theGroupsOwnContactReadsAndAsks() {
        var own = house.as("group");
        var id = json(own.get().uri("/api/me"), 200).at("/organization/id").asString();
        assertThat(filing(own, id).path("state").asString()).isEqualTo("FILED_ACTIVE");
        desk().act("group", id, "request", Map.of("wish", "CHANGE", "text", "换了活动场所"), 204);
        assertThat(filing(house.as("street"), id).at("/request/text").asString())
                .isEqualTo("换了活动场所");
        json(own.get().uri(FILINGS + "/" + desk().filed()), 404);
    }

    @Test
    void papersAreSeenByThoseWhoSeeTheFiling() {
        var form = desk().form();
        var papers = papers(house.as("community"));
        form.put("attachments", papers);
        var id = desk().begun(house.as("community"), form);
        var path = FILINGS + "/" + id + "/attachments/" + papers.getFirst().get("fileId");
        house.as("street")
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(text -> assertThat(text).startsWith("%PDF-1.7"));
        json(house.as("group").get().uri(path), 404);
        var stolen = desk().form();
        stolen.put("attachments", papers);
        json(post(house.as("street"), FILINGS, stolen), 404);
    }

    /** Each row: what is wrong about the form, and what the clerk reads. */
    static Stream<Arguments> wrongForms() {
        return Stream.of(
                arguments("name", "", "/name required"),
                arguments("name", "长".repeat(61), "/name too-long"),
                arguments("communityCode", null, "/communityCode required"),
                arguments("communityCode", "519999999999", "/communityCode place-unknown"),
                arguments("communityCode", "510104022", "/communityCode out-of-region"),
                arguments("type", null, "/type required"),
                arguments("nature", null, "/nature required"),
                arguments("leader", null, "/leader/name required"),
                arguments("leader", Map.of("name", "某负责人", "phone", "打不通"), "/leader/phone phone"),
                arguments("leader", Map.of("name", "某负责人", "phone", ""), "/leader/phone required"),
                arguments("memberCount", null, "/memberCount required"),
                arguments("memberCount", 2, "/memberCount range"),
                arguments("memberCount", 10_001, "/memberCount range"),
                arguments("foundedOn", null, "/foundedOn required"),
                arguments("foundedOn", "2999-01-01", "/foundedOn fact-day"),
                arguments("foundedOn", "1949-09-30", "/foundedOn fact-day"),
                arguments("venue", " ", "/venue required"),
                arguments("venue", "远".repeat(201), "/venue too-long"),
                arguments("purpose", null, "/purpose required"),
                arguments("purpose", "做".repeat(2_001), "/purpose too-long"),
                arguments("categories", List.of(), "/categories not-empty"),
                arguments("categories", List.of("A0402-01", "Z9"), "/categories/1 fact-value"),
                arguments("categories", Collections.nCopies(11, "A0402-01"), "/categories too-many-items"),
                arguments("host", "会".repeat(201), "/host too-long"));
    }

    @ParameterizedTest
    @MethodSource("wrongForms")
    void namesTheFieldThatIsWrong(String field, @Nullable Object value, String expected) {
        var form = desk().form();
        form.put(field, value);
        var refusal = json(post(house.as("community"), FILINGS, form), 422);
        assertThat(refusal.path("type").asString()).isEqualTo("/problems/filing/not-well-formed");
        assertThat(refusal.path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString() + " "
                                + error.path("code").asString()))
                .contains(expected);
        assertThat(refusal.path("errors")
                        .valueStream()
                        .map(error -> error.path("detail").asString()))
                .allSatisfy(detail -> assertThat(detail).isNotBlank().doesNotContain("{"));
    }

    @ParameterizedTest
    @CsvSource({
        "COMMITTEE_BODY, filing-nature-COMMITTEE_BODY",
        "OWNERS_COMMITTEE, filing-nature-OWNERS_COMMITTEE",
        "BUILDING_SELF_GOVERNANCE, filing-nature-BUILDING_SELF_GOVERNANCE",
        "PROFIT, filing-nature-PROFIT"
    })
    void saysWhyAndWhereElseWhatMayNotBeFiledBelongs(String nature, String code) {
        var form = desk().form();
        form.put("nature", nature);
        var refusal = json(post(house.as("community"), FILINGS, form), 422);
        assertThat(refusal.path("type").asString()).isEqualTo("/problems/filing/not-fileable");
        assertThat(refusal.at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void eachActBelongsToOneOffice() {
        assertThat(json(post(house.as("registrar"), FILINGS, desk().form()), 403)
                        .path("type")
                        .asString())
                .isEqualTo("/problems/filing/community-or-street");
        var id = desk().submitted(house.as("community"));
        refused("street", id, "opinion", Map.of("supports", true), 403, "community-only");
        refused("community", id, "opinion", Map.of("supports", false), 422, "reason-needed");
        refused("street", id, "review", Map.of("decision", "APPROVE"), 409, "wrong-state");
        refused("community", id, "submission", Map.of(), 409, "wrong-state");
        desk().act("community", id, "opinion", Map.of("supports", false, "text", "场地太小"), 204);
        refused("registrar", id, "review", Map.of("decision", "APPROVE"), 403, "street-only");
        refused("street", id, "review", Map.of("decision", "RETURN"), 422, "reason-needed");
        refused("street", id, "review", Map.of("decision", "RETURN", "reason", "长".repeat(501)), 422, "reason-needed");
        refused("street", id, "confirmation", Map.of(), 409, "wrong-state");
        desk().act("street", id, "review", Map.of("decision", "APPROVE"), 204);
        refused("community", id, "confirmation", Map.of(), 403, "street-only");
        refused("street", id, "confirmation", Map.of(), 409, "too-early");
        refused("street", id, "dormancy", Map.of("reason", "没有活动"), 409, "active-lately");
        refused("street", id, "dormancy", Map.of(), 422, "reason-needed");
        refused("community", id, "revocation", Map.of("reason", "违规"), 403, "street-only");
        refused("street", id, "cancellation", Map.of(), 422, "reason-needed");
        desk().act("street", id, "cancellation", Map.of("reason", "团队解散"), 204);
        refused("street", id, "revocation", Map.of("reason", "违规"), 409, "wrong-state");
    }

    private void refused(String username, String id, String act, Map<String, Object> body, int status, String why) {
        assertThat(desk().act(username, id, act, body, status).path("type").asString())
                .isEqualTo("/problems/filing/" + why);
    }

    private int serial(String id) {
        var number = filing(house.as("street"), id).path("number").asString();
        return Integer.parseInt(number.substring(number.length() - 4));
    }

    private String refusal(Map<String, Object> form) {
        return json(post(house.as("community"), FILINGS, form), 422)
                .path("type")
                .asString();
    }

    private WebTestClient.RequestHeadersSpec<?> change(String id, String version, Map<String, Object> form) {
        return house.as("community")
                .put()
                .uri(FILINGS + "/" + id)
                .header(HttpHeaders.IF_MATCH, version)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(form);
    }
}
