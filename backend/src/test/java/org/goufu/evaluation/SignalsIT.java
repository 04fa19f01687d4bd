package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.bidding.OpeningScene.bytes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.bidding.Envelopes;
import org.goufu.bidding.OpeningScene;
import org.goufu.bidding.OpeningScene.Lot;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bids that one hand wrote are shown to those who judge them, after the opening, and nobody else hears of it (财政部令第87号 第37条). */
@GoufuIT
class SignalsIT {
    private static final String SIGNALS = "/api/lots/{id}/signals";
    private static final String PLAN = """
            项目团队由三名持证社会工作者和两名专职送餐员组成，每个工作日上午九点前完成备餐检查，十一点起按照楼栋顺序送餐上门，\
            逐户核对姓名和忌口；对独居老人当面询问身体状况并登记，发现异常立即联系家属和社区网格员；每周五汇总满意度，\
            连续两次不满意的由负责人入户回访；每月公布菜谱和食材来源，接受居民代表现场查看。项目负责人：何晓雨，电话 139 0000 8765。
            """;

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    DatabaseClient database;

    private static SequencedMap<String, byte[]> contents(long fen, String plan, String file, String content) {
        var contents = OpeningScene.contents(fen);
        contents.put(
                "tech",
                JsonMapper.shared()
                        .writeValueAsBytes(Map.of(
                                "format",
                                "goufu-tech/1",
                                "answers",
                                List.of(Map.of("criterion", "服务方案", "text", plan)),
                                "attachments",
                                List.of(Map.of("segment", "att-1", "name", file, "type", "text/plain", "bytes", 6)))));
        contents.put("att-1", bytes(content));
        return contents;
    }

    /** Two of three from one hand, given from one address; their prices and the third's lie in equal steps. */
    private Lot planted() {
        var lot = scene.lot(Map.of());
        give("organization", lot, contents(9_000_000, PLAN, "方案.txt", "食谱"));
        give("organization2", lot, contents(9_200_000, "我单位承诺：" + PLAN, "我们的方案.txt", "食谱"));
        scene.put(
                scene.bodies(1).getFirst(),
                lot,
                contents(9_400_000, "由本社区食堂现做现送，厨师和配送人员都住在本社区，老人随时可以到厨房看一看。", "菜单.txt", "菜单"),
                List.of());
        return lot;
    }

    private void give(String username, Lot lot, SequencedMap<String, byte[]> contents) {
        var bidder = Envelopes.of(house, username);
        scene.give(bidder, house.body(username), lot, bidder.seal(lot.id(), lot.keyset(), contents));
    }

    private JsonNode found(String username, Lot lot) {
        return Awaiting.until(OpeningScene.PATIENCE, () -> {
            var signals = house.get(username, SIGNALS, lot.id());
            assertThat(signals.path("foundAt").isNull()).isFalse();
            return signals;
        });
    }

    private static List<String> kinds(JsonNode signals) {
        return signals.path("items")
                .valueStream()
                .map(signal -> signal.path("kind").asString())
                .toList();
    }

    private void refused(String username, Lot lot) {
        Refusal.get(house.as(username), SIGNALS, lot.id()).is(404, "evaluation/not-found");
    }

    @Test
    void thoseWhoJudgeAreShownWhatBidsHaveInCommon() {
        var lot = planted();
        nothingIsKeptInClear(lot);
        for (var who : List.of("officer", "approver", "supervisor", "evaluator")) refused(who, lot);
        scene.opened(lot);

        var signals = found("officer", lot);
        assertThat(signals.path("bids").asInt()).isEqualTo(3);
        assertThat(kinds(signals))
                .containsExactly("SAME_ORIGIN", "SAME_PERSON", "SAME_PHONE", "SIMILAR_TEXT", "SAME_FILE");
        var names = List.of(scene.name(house.body("organization")), scene.name(house.body("organization2")));
        for (var signal : signals.path("items")) {
            assertThat(signal.path("bids")
                            .valueStream()
                            .map(bid -> bid.path("name").asString()))
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(signal.path("article").asString()).contains("第三十七条");
        }
        assertThat(signals.toString()).contains("13900008765", "何晓雨", "方案.txt", "逐户核对姓名和忌口");
        theyLieWrapped(lot);
        inEnglish(lot);
        nobodyElseIsShownThem(lot);
        nothingIsRejected(lot);
        assertThat(kinds(found("supervisor", lot))).hasSize(5);
        pricesComeWithThePrices(lot);
    }

    /** Before the opening a mark of the address is all there is, and it is not the address. */
    private void nothingIsKeptInClear(Lot lot) {
        var marks = Awaiting.until(OpeningScene.PATIENCE, () -> {
            var kept = database.sql("select encode(mark, 'hex') from bidding.origin where lot = :lot")
                    .bind("lot", lot.id())
                    .mapValue(String.class)
                    .all()
                    .collectList()
                    .block(OpeningScene.PATIENCE);
            assertThat(kept).hasSize(2);
            return kept;
        });
        assertThat(marks.getFirst()).isEqualTo(marks.getLast()).hasSize(64);
        assertThat(database.sql("select count(*) from evaluation.signals where lot = :lot")
                        .bind("lot", lot.id())
                        .mapValue(Long.class)
                        .one()
                        .block(OpeningScene.PATIENCE))
                .isZero();
    }

    /** They quote bids, and these lie wrapped. */
    private void theyLieWrapped(Lot lot) {
        var kept = database.sql("select document from evaluation.signals where lot = :lot")
                .bind("lot", lot.id())
                .mapValue(byte[].class)
                .one()
                .block(OpeningScene.PATIENCE);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("SAME_PHONE", "13900008765");
    }

    private void inEnglish(Lot lot) {
        var english = house.as("officer")
                .get()
                .uri(SIGNALS, lot.id())
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(english)
                .contains("One telephone number", "Given from one network address", "MOF Order 87, art. 37 (3)");
    }

    private void nobodyElseIsShownThem(Lot lot) {
        refused("evaluator", lot);
        for (var bidder : List.of("organization", "organization2", "federation", "group", "registrar", "admin")) {
            house.as(bidder)
                    .get()
                    .uri(SIGNALS, lot.id())
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        house.anonymous().get().uri(SIGNALS, lot.id()).exchange().expectStatus().isUnauthorized();
        for (var path : List.of("opening", "opening/record")) {
            var open = house.read("organization", "/api/lots/{id}/" + path, lot.id());
            assertThat(open).doesNotContain("SAME_ORIGIN", "13900008765", "第三十七条");
        }
    }

    private void nothingIsRejected(Lot lot) {
        var evaluation = house.get("officer", "/api/lots/{id}/evaluation", lot.id());
        assertThat(evaluation.path("bids").valueStream().map(bid -> bid.path("excludedAt")))
                .hasSize(3)
                .allMatch(JsonNode::isNull);
    }

    /** As if all had scored. */
    private void pricesComeWithThePrices(Lot lot) {
        scene.time.change("""
                update evaluation.evaluation
                   set phase = 'PRICING', document = jsonb_set(document, '{phase}', '"PRICING"')
                 where lot = :id
                """, lot.id());
        var signals = found("officer", lot);
        assertThat(kinds(signals)).hasSize(6).last().isEqualTo("PRICES_IN_STEPS");
        assertThat(signals.toString()).contains("90,000、92,000、94,000");
    }

    /** Where prices are opened after the rest, there is nothing of them to compare before. */
    @Test
    void technicalPartsAreComparedBeforeThereArePrices() {
        var lot = scene.lot(Map.of("stagedOpening", true));
        for (var body : scene.bodies(3)) {
            scene.put(body, lot, contents(9_000_000, PLAN, "方案.txt", "食谱"), List.of());
        }
        scene.passDeadline(lot);
        scene.begin(lot);
        scene.passSealCheck(lot);
        scene.holders.give("officer", lot);
        scene.until(lot, "TECHNICAL_OPENED");
        var signals = found("officer", lot);
        assertThat(kinds(signals))
                .containsExactly(
                        "SAME_PERSON", "SAME_PHONE", "SIMILAR_TEXT", "SIMILAR_TEXT", "SIMILAR_TEXT", "SAME_FILE");
        assertThat(signals.path("priced").asBoolean()).isFalse();
        assertThat(signals.path("items").get(0).path("bids")).hasSize(3);
    }

    /** On the panel one reads bids, and signals, after declaring to be unrelated. */
    @Test
    void thePanelIsShownThemOnceItHasDeclared() {
        var lot = planted();
        scene.opened(lot);
        found("officer", lot);
        var answer = house.post("officer", Map.of("experts", 3), "/api/lots/{id}/panel", lot.id());
        answer.expectStatus().is2xxSuccessful();
        var seated = seated(lot);
        refused(seated, lot);
        house.post(seated, Map.of("unrelated", true), "/api/lots/{id}/panel/declaration", lot.id())
                .expectStatus()
                .isNoContent();
        assertThat(kinds(found(seated, lot))).contains("SAME_PHONE");
        var paper = paper(seated, lot);
        assertThat(house.read(seated, paper)).isNotEmpty();
        everybodyIsExcused(lot);
        refused(seated, lot);
        house.as(seated).get().uri(paper).exchange().expectStatus().isNotFound();
        assertThat(house.get(seated, "/api/lots/{id}/scores", lot.id()).at("/bids/0/answers"))
                .isEmpty();
    }

    private String paper(String seated, Lot lot) {
        var bid = house.get(seated, "/api/lots/{id}/scores", lot.id()).at("/bids/0/id");
        return "/api/lots/" + lot.id() + "/papers/" + bid.asString() + "/cred";
    }

    /** As at the end of an evaluation, without going through all of it. */
    private void everybodyIsExcused(Lot lot) {
        database.sql("""
                        update evaluation.evaluation
                           set document = jsonb_set(document, '{panel,members}', (
                                   select jsonb_agg(member || '{"excusedAt": "2026-12-01T02:00:00Z"}')
                                     from jsonb_array_elements(document -> 'panel' -> 'members') member))
                         where lot = :lot
                        """).bind("lot", lot.id()).then().block(OpeningScene.PATIENCE);
    }

    private String seated(Lot lot) {
        return Awaiting.until(
                OpeningScene.PATIENCE,
                () -> List.of("evaluator", "evaluator2", "evaluator3", "evaluator4", "evaluator5").stream()
                        .filter(one -> house.get(one, "/api/me/evaluations")
                                .valueStream()
                                .anyMatch(seat -> seat.path("lotId")
                                        .asString()
                                        .equals(lot.id().toString())))
                        .findFirst()
                        .orElseThrow(AssertionError::new));
    }

    /** The bidders of a federation and its member may both bid: what the registry says of it stands beside. */
    @Test
    void whatTheRegistrySaysStandsBeside() {
        var lot = scene.lot(Map.of());
        var members = related();
        for (int i = 0; i < members.size(); i++) {
            scene.put(members.get(i), lot, OpeningScene.contents(9_000_000 + 13_700L * i * i), List.of());
        }
        scene.put(scene.bodies(1).getFirst(), lot, OpeningScene.contents(9_300_000), List.of());
        scene.opened(lot);
        var relations = found("officer", lot).path("relations");
        assertThat(relations.valueStream().map(one -> one.path("rule").asString()))
                .contains("C02");
        assertThat(relations.toString()).contains("第七十四条第（四）项");
    }

    /** A federation and a legal person that is its member. */
    private List<UUID> related() {
        return database.sql("""
                        select m.federation_id, m.member_id
                          from federation.membership m
                          join organization.body b on b.id = m.member_id and b.kind = 'LEGAL_PERSON'
                         limit 1
                        """)
                .map(row -> List.of(
                        Objects.requireNonNull(row.get("federation_id", UUID.class)),
                        Objects.requireNonNull(row.get("member_id", UUID.class))))
                .one()
                .block(OpeningScene.PATIENCE);
    }
}
