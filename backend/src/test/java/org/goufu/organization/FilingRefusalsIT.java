package org.goufu.organization;

import static org.goufu.organization.FilingDesk.FILINGS;
import static org.goufu.organization.FilingDesk.filing;
import static org.goufu.organization.FilingDesk.papers;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.GoufuIT;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Every step of a filing says what it refuses, at which field, in both languages; step by step. */
@GoufuIT
class FilingRefusalsIT {
    private static final UUID NOBODY = new UUID(7, 7);
    private static final List<String> BLANK_OR_LONG = List.of(" ", "长".repeat(501));

    @Autowired
    private TestHouse house;

    @Autowired
    private DatabaseClient database;

    private FilingDesk desk;
    private WebTestClient community;
    private WebTestClient street;
    private WebTestClient registrar;

    @BeforeEach
    void atTheCounter() {
        desk = new FilingDesk(house);
        community = house.as("community");
        street = house.as("street");
        registrar = house.as("registrar");
        FilingDesk.employ(database, "registrar-elsewhere", "510104");
    }

    private Map<String, Object> form(String field, @Nullable Object value) {
        var form = new HashMap<>(desk.form());
        form.put(field, value);
        return form;
    }

    /** Each row: what is wrong about the form, and where that is said. */
    static Stream<Arguments> wrongForms() {
        return Stream.of(
                arguments("name", "", "/name required"),
                arguments("name", "长".repeat(61), "/name too-long"),
                arguments("communityCode", null, "/communityCode required"),
                arguments("communityCode", "519999999999", "/communityCode place-unknown"),
                arguments("communityCode", "510104022", "/communityCode out-of-region"),
                arguments("type", null, "/type required"),
                arguments("nature", null, "/nature required"),
                arguments("leader", Map.of("name", "某负责人", "phone", "打不通"), "/leader/phone phone"),
                arguments("leader", Map.of("name", "名".repeat(61), "phone", "028-1234567"), "/leader/name too-long"),
                arguments(
                        "leader",
                        Map.of("name", "某负责人", "phone", "028-1234567", "politicalStatus", "众".repeat(201)),
                        "/leader/politicalStatus too-long"),
                arguments("memberCount", null, "/memberCount required"),
                arguments("memberCount", 2, "/memberCount range"),
                arguments("foundedOn", null, "/foundedOn required"),
                arguments("foundedOn", "2999-01-01", "/foundedOn fact-day"),
                arguments("venue", " ", "/venue required"),
                arguments("venue", "远".repeat(201), "/venue too-long"),
                arguments("purpose", null, "/purpose required"),
                arguments("purpose", "做".repeat(2_001), "/purpose too-long"),
                arguments("categories", List.of(), "/categories not-empty"),
                arguments("categories", List.of("A0402-01", "Z9"), "/categories/1 fact-value"),
                arguments("categories", Collections.nCopies(11, "A0402-01"), "/categories too-many-items"),
                arguments("guidanceUnit", "会".repeat(201), "/guidanceUnit too-long"),
                arguments("host", "会".repeat(201), "/host too-long"),
                arguments("partyBranch", "会".repeat(201), "/partyBranch too-long"),
                arguments("funding", "会".repeat(201), "/funding too-long"),
                arguments(
                        "attachments",
                        Collections.nCopies(21, Map.of("kind", "FORM", "fileId", NOBODY)),
                        "/attachments too-many-items"));
    }

    @ParameterizedTest
    @MethodSource("wrongForms")
    void writingDownAGroup(String field, @Nullable Object value, String expected) {
        Refusal.post(community, form(field, value), FILINGS).is(422, "filing/not-well-formed", expected);
    }

    /** Each row: what may not be filed, and where else it belongs (domain.md 2.3). */
    static Stream<Arguments> notFileable() {
        return Stream.of(
                arguments("nature", "COMMITTEE_BODY", "/nature filing-nature-COMMITTEE_BODY"),
                arguments("nature", "OWNERS_COMMITTEE", "/nature filing-nature-OWNERS_COMMITTEE"),
                arguments("nature", "BUILDING_SELF_GOVERNANCE", "/nature filing-nature-BUILDING_SELF_GOVERNANCE"),
                arguments("nature", "PROFIT", "/nature filing-nature-PROFIT"),
                arguments("name", "示例小区业主委员会", "/name filing-nature-OWNERS_COMMITTEE"),
                arguments("name", "示例社区书画协会", "/name filing-name-claims"));
    }

    @ParameterizedTest
    @MethodSource("notFileable")
    void writingDownWhatMayNotBeFiled(String field, String value, String expected) {
        Refusal.post(community, form(field, value), FILINGS).is(422, "filing/not-fileable", expected);
    }

    @Test
    void writingDownAndChanging() {
        Refusal.post(registrar, desk.form(), FILINGS).is(403, "filing/community-or-street");
        Refusal.post(street, form("communityCode", "510114008"), FILINGS)
                .is(422, "filing/not-well-formed", "/communityCode filing-community");
        Refusal.post(community, form("nature", "FRIENDS"), FILINGS).is(400, "http/malformed", "/nature unreadable");
        Refusal.post(community, form("attachments", List.of(Map.of("kind", "FORM", "fileId", NOBODY))), FILINGS)
                .is(404, "file/not-found");
        var form = new HashMap<>(desk.form());
        var id = desk.begun(community, form);
        Refusal.post(community, form, FILINGS).is(422, "filing/to-acknowledge", "/name filing-same-name");
        changing(community, id, form, null).is(428, "http/version-required");
        changing(community, id, form, "\"99\"").is(412, "http/version-stale");
        changing(house.as("registrar-elsewhere"), id, form, "\"1\"").is(404, "filing/not-found");
        changing(registrar, id, form, "\"1\"").is(403, "filing/community-or-street");
        Refusal.get(registrar, FILINGS + "/" + NOBODY).is(404, "filing/not-found");
        Refusal.get(house.as("group"), FILINGS + "/" + id).is(404, "filing/not-found");
        Refusal.get(community, FILINGS + "/rule?place=510104022").is(404, "filing/not-found");
        Refusal.get(community, FILINGS + "/rule?place=哪里").is(400, "http/parameter-invalid", "place invalid");
        Refusal.get(community, FILINGS + "/{id}/attachments/{f}", id, NOBODY).is(404, "file/not-found");
    }

    private static Refusal changing(WebTestClient who, String id, Map<String, Object> form, @Nullable String ifMatch) {
        return Refusal.of(who.put()
                        .uri(FILINGS + "/" + id)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(form))
                .seen(ifMatch);
    }

    @Test
    void submitting() {
        var bare = new HashMap<>(desk.form());
        bare.put("coreMembers", List.of("甲", "乙"));
        var id = desk.begun(community, bare);
        act(community, id, "submission", Map.of())
                .is(
                        422,
                        "filing/incomplete",
                        "/coreMembers filing-members",
                        "/attachments/FORM filing-paper-FORM",
                        "/attachments/CHARTER filing-paper-CHARTER",
                        "/attachments/LEADER_ID filing-paper-LEADER_ID",
                        "/attachments/VENUE filing-paper-VENUE");
        act(registrar, id, "submission", Map.of()).is(403, "filing/community-or-street");
        act(house.as("registrar-elsewhere"), id, "submission", Map.of()).is(404, "filing/not-found");
        for (var reason : BLANK_OR_LONG) {
            act(community, id, "cancellation", Map.of("reason", reason))
                    .is(422, "filing/reason-needed", "/reason length");
        }
        act(registrar, id, "cancellation", Map.of("reason", "不办了")).is(403, "filing/community-or-street");
        var whole = desk.submitted(community);
        act(community, whole, "submission", Map.of()).is(409, "filing/wrong-state");
    }

    @Test
    void givingAnOpinionAndReviewing() {
        var id = desk.submitted(community);
        act(street, id, "opinion", Map.of("supports", true)).is(403, "filing/community-only");
        act(community, id, "opinion", Map.of()).is(422, "http/invalid", "/supports not-null");
        for (var text : BLANK_OR_LONG) {
            act(community, id, "opinion", Map.of("supports", false, "text", text))
                    .is(422, "filing/reason-needed", "/text length");
        }
        act(street, id, "review", Map.of("decision", "APPROVE")).is(409, "filing/wrong-state");
        desk.act("community", id, "opinion", Map.of("supports", true), 204);
        act(community, id, "opinion", Map.of("supports", true)).is(409, "filing/wrong-state");
        act(registrar, id, "review", Map.of("decision", "APPROVE")).is(403, "filing/street-only");
        act(street, id, "review", Map.of()).is(422, "http/invalid", "/decision not-null");
        act(street, id, "review", Map.of("decision", "MAYBE")).is(400, "http/malformed", "/decision unreadable");
        for (var reason : BLANK_OR_LONG) {
            act(street, id, "review", Map.of("decision", "RETURN", "reason", reason))
                    .is(422, "filing/reason-needed", "/reason length");
        }
        var own = desk.submitted(street);
        desk.act("community", own, "opinion", Map.of("supports", true), 204);
        act(street, own, "review", Map.of("decision", "APPROVE")).is(403, "filing/same-person");
    }

    @Test
    void keepingFromYearToYear() {
        var id = desk.filed();
        act(community, id, "confirmation", Map.of()).is(403, "filing/street-only");
        act(street, id, "confirmation", Map.of()).is(409, "filing/too-early");
        act(community, id, "dormancy", Map.of("reason", "没有活动")).is(403, "filing/street-only");
        act(street, id, "dormancy", Map.of("reason", "没有活动")).is(409, "filing/active-lately");
        for (var end : List.of("dormancy", "revocation", "cancellation")) {
            for (var reason : BLANK_OR_LONG) {
                act(street, id, end, Map.of("reason", reason)).is(422, "filing/reason-needed", "/reason length");
            }
        }
        act(community, id, "revocation", Map.of("reason", "违规")).is(403, "filing/street-only");
        act(community, id, "contact", Map.of()).is(403, "filing/street-only");
        var ended = desk.filed();
        desk.act("street", ended, "revocation", Map.of("reason", "超出备案范围活动"), 204);
        for (var end : List.of("confirmation", "revocation", "cancellation", "dormancy", "contact")) {
            act(street, ended, end, Map.of("reason", "再来一次")).is(409, "filing/wrong-state");
        }
    }

    @Test
    void askingForAChange() {
        var own = house.as("group");
        var id = house.body("group").toString();
        for (var text : BLANK_OR_LONG) {
            act(own, id, "request", Map.of("wish", "CHANGE", "text", text))
                    .is(422, "filing/reason-needed", "/text length");
        }
        act(own, id, "request", Map.of()).is(422, "http/invalid", "/wish not-null");
        act(own, desk.filed(), "request", Map.of("wish", "CONFIRMATION")).is(404, "filing/not-found");
    }

    @Test
    void registeringAndJoining() {
        var id = desk.filed();
        var tag = "\"" + filing(registrar, id).path("version").asLong() + "\"";
        var registration = new HashMap<String, Object>();
        act(street, id, "registration", registration).seen(tag).is(403, "filing/county-only");
        act(registrar, id, "registration", registration).is(428, "http/version-required");
        act(registrar, id, "registration", registration).seen("\"1\"").is(412, "http/version-stale");
        act(registrar, id, "registration", registration)
                .seen(tag)
                .is(
                        422,
                        "organization/not-well-formed",
                        "/name required",
                        "/creditCode required",
                        "/regionCode required",
                        "/foundedOn required",
                        "/businessScope required",
                        "/address required",
                        "/head required",
                        "/legalForm required");
        act(house.as("registrar-elsewhere"), id, "registration", registration)
                .seen(tag)
                .is(404, "filing/not-found");
        act(registrar, id, "joining", Map.of()).seen(tag).is(422, "http/invalid", "/organizationId not-null");
        act(street, id, "joining", joined(house.body("organization"))).seen(tag).is(403, "filing/county-only");
        act(registrar, id, "joining", joined(house.body("federation")))
                .seen(tag)
                .is(422, "filing/not-joinable");
        act(registrar, id, "joining", joined(UUID.fromString(id))).seen(tag).is(422, "filing/not-joinable");
        act(registrar, id, "joining", joined(NOBODY)).seen(tag).is(404, "organization/not-found");
        act(registrar, id, "joining", joined(house.body("organization")))
                .seen(tag)
                .is(409, "filing/body-in-use");
        act(registrar, id, "joining", joined(house.body("organization")))
                .seen("\"1\"")
                .is(412, "http/version-stale");
        act(registrar, id, "joining", joined(house.body("organization"))).is(428, "http/version-required");
    }

    private static Map<String, Object> joined(UUID organization) {
        return Map.of("organizationId", organization);
    }

    @Test
    void papersOfOthersAreNotShown() {
        var stolen = form("attachments", papers(community));
        Refusal.post(street, stolen, FILINGS).is(404, "file/not-found");
    }

    private static Refusal act(WebTestClient who, String id, String act, Map<String, Object> body) {
        return Refusal.post(who, body, FILINGS + "/" + id + "/" + act);
    }
}
