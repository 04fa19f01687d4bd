package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.PanelScene.ballots;
import static org.goufu.evaluation.PanelScene.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.demo.domain.DemoEvaluator;
import org.goufu.evaluation.OpenedLots.Opened;
import org.goufu.evaluation.domain.Draw;
import org.goufu.kernel.Ids;
import org.goufu.ledger.Bundles;
import org.goufu.notification.Told;
import org.goufu.notification.Waiting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** From opened bids to the award, as everybody who has a part in it and everybody who has none. */
@GoufuIT
class EvaluationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LOT = "/api/lots/{id}/";
    private static final Map<String, String> USERS =
            DemoEvaluator.all().stream().collect(Collectors.toMap(DemoEvaluator::name, DemoEvaluator::username));

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    OpenedLots lots;

    @BeforeEach
    void setUp() {
        lots = new OpenedLots(house, database);
    }

    private Opened opened(String title, long... prices) {
        return opened(new HashMap<>(new Purchases(house).lunches(title)), prices);
    }

    private Opened opened(Map<String, Object> form, long... prices) {
        @SuppressWarnings("unchecked")
        var lot = new HashMap<>(((List<Map<String, Object>>) form.get("lots")).getFirst());
        lot.put(
                "criteria",
                List.of(
                        Map.of("name", "报价", "weight", 15, "kind", "PRICE"),
                        Map.of("name", "服务方案", "weight", 60, "kind", "QUALITY"),
                        Map.of("name", "持证人数", "weight", 25, "kind", "QUALITY", "objective", true)));
        form.put("lots", List.of(lot));
        return lots.with(form, prices);
    }

    private void ok(ResponseSpec answer) {
        answer.expectStatus().is2xxSuccessful().expectBody(String.class).returnResult();
    }

    private JsonNode evaluation(Opened opened) {
        return house.get("officer", LOT + "evaluation", opened.lot());
    }

    private String phase(Opened opened) {
        return evaluation(opened).path("phase").asString();
    }

    private List<String> panel(Opened opened) {
        return evaluation(opened)
                .at("/panel/members")
                .valueStream()
                .map(member -> USERS.get(member.path("name").asString()))
                .toList();
    }

    private List<String> drawn(Opened opened) {
        ok(house.post("officer", Map.of("experts", 3), LOT + "panel", opened.lot()));
        return panel(opened);
    }

    private List<String> seated(Opened opened) {
        var panel = drawn(opened);
        var waiting = new Waiting(house, opened.lot());
        panel.forEach(one -> waiting.is(one, "TAKE_SEAT"));
        panel.forEach(one -> ok(declare(one, opened)));
        panel.forEach(one -> waiting.is(one, "CHECK_BIDS"));
        return panel;
    }

    private ResponseSpec declare(String user, Opened opened) {
        return house.post(user, Map.of("unrelated", true), LOT + "panel/declaration", opened.lot());
    }

    private List<String> scoring(Opened opened) {
        var panel = seated(opened);
        panel.forEach(one -> new PanelScene(house, opened.lot()).passes(one, opened.bids()));
        assertThat(phase(opened)).isEqualTo("SCORING");
        panel.forEach(one -> new Waiting(house, opened.lot()).is(one, "SCORE_BIDS"));
        return panel;
    }

    private Refusal putting(String user, Opened opened, String ifMatch, Map<String, Object> sheet) {
        return Refusal.of(house.as(user)
                        .put()
                        .uri(LOT + "scores", opened.lot())
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(sheet))
                .seen(ifMatch);
    }

    private void writes(String user, Opened opened, Map<String, Object> sheet) {
        new PanelScene(house, opened.lot()).writes(user, sheet);
    }

    private void signs(String user, Opened opened) {
        new PanelScene(house, opened.lot()).signs(user);
    }

    private List<String> pricing(Opened opened) {
        var panel = scoring(opened);
        for (var one : panel) {
            writes(one, opened, sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000));
            signs(one, opened);
        }
        assertThat(phase(opened)).isEqualTo("PRICING");
        return panel;
    }

    private void undoubted(List<String> panel, Opened opened) {
        panel.forEach(new PanelScene(house, opened.lot())::doubtsNothing);
    }

    private List<String> ranked(Opened opened) {
        var panel = pricing(opened);
        undoubted(panel, opened);
        assertThat(phase(opened)).isEqualTo("RANKED");
        return panel;
    }

    private UUID award(Opened opened) {
        ok(house.post("officer", Map.of("note", "按排序第一确定"), LOT + "award", opened.lot()));
        var notice = TestHouse.json(house.post("approver", Map.of(), LOT + "award/decision", opened.lot()));
        return UUID.fromString(notice.path("noticeId").asString());
    }

    private Refusal get(String user, Opened opened, String path) {
        return Refusal.get(house.as(user), LOT + path, opened.lot());
    }

    private Refusal post(String user, Opened opened, String path, Object body) {
        return Refusal.post(house.as(user), body, LOT + path, opened.lot());
    }

    @Test
    void fromOpenedBidsToTheAward() {
        var opened = opened("评审到结果的助餐", 9_000_000, 8_500_000, 9_500_000);
        var choices = house.get("officer", LOT + "panel", opened.lot());
        assertThat(choices.path("experts").asInt()).isEqualTo(5);
        assertThat(choices.path("least").asInt()).isEqualTo(3);
        assertThat(choices.path("representatives")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .containsExactly("税远航", "向阿兰");

        var told = new Told(house, opened.lot());
        var panel = pricing(opened);
        for (var one : panel) {
            told.once(one, "evaluation", "desk", "接受或者回避");
            told.once(one, "evaluation", "desk", "请打分并签署");
            told.once(one, "evaluation", "desk", "报价已经公布");
        }
        for (var other : List.of("organization", "federation", "group", "evaluator6", "supervisor")) {
            told.nothing(other, "evaluation");
        }
        assertThat(panel).doesNotContain("evaluator6", "evaluator7").doesNotHaveDuplicates();
        get("organization", opened, "debrief").is(404, "evaluation/not-found");
        Refusal.get(house.anonymous(), LOT + "result", opened.lot()).is(404, "evaluation/not-found");
        undoubted(panel, opened);
        assertThat(house.get(panel.getFirst(), "/api/me/evaluations").valueStream())
                .anyMatch(
                        one -> one.path("lotId").asString().equals(opened.lot().toString())
                                && !one.path("waiting").asBoolean());

        told.once("officer", "evaluation", "evaluation", "请提出中标");
        var waiting = new Waiting(house, opened.lot());
        waiting.is("officer", "PROPOSE_AWARD");
        for (var other : List.of("approver", "organization", panel.getFirst())) waiting.is(other);
        var notice = award(opened);
        told.once("approver", "evaluation", "evaluation", "等待审核人决定");
        told.once("officer", "evaluation", "evaluation", "结果已公告");
        assertThat(told.of("approver", "evaluation")).noneMatch(said -> said.contains("结果已公告"));
        var published = house.get("newcomer", "/api/notices/{id}", notice);
        assertThat(published.path("formatCode").asString()).isEqualTo("P02");
        assertThat(published.path("fields").toString()).contains("评审总得分", "90.00");
        var answer = house.get("newcomer", LOT + "result", opened.lot());
        recomputes(answer.path("result"));
        assertThat(digests(opened)).contains(answer.path("digest").asString());
        assertThat(Bundles.verified(house, opened.purchase()).findings())
                .as("what nobody changed")
                .noneMatch(one -> one.where().startsWith("evaluations/"));
    }

    /** Of a consortium notice, letter and debrief name every member with its work, and every member may read them. */
    @Test
    void aConsortiumIsNamedWhole() {
        var opened = opened("两家法人一起承接的助餐", 8_500_000, 9_000_000, 9_500_000);
        lots.together(opened.bids().getFirst(), house.body("organization2"), "每月探访老人", 4_000);
        ranked(opened);
        var paper = house.get(panel(opened).getFirst(), LOT + "scores", opened.lot())
                .at("/bids/0/body/name")
                .asString();
        assertThat(paper).as("as evaluators declare to be unrelated to").contains("、", "（联合体）");
        var notice = award(opened);

        var published = house.get("newcomer", "/api/notices/{id}", notice)
                .path("fields")
                .toString();
        assertThat(published).contains("（联合体）", "联合体牵头人", "联合体成员", "占成交金额 40%", "占成交金额 60%", "每月探访老人");
        var told = new Told(house, opened.lot());
        for (var member : List.of("organization", "organization2")) {
            told.once(member, "evaluation", "debrief", "贵单位中标（成交）");
            var debrief = house.get(member, LOT + "debrief", opened.lot());
            assertThat(debrief.path("won").asBoolean()).isTrue();
            assertThat(debrief.path("consortium")).hasSize(2);
            assertThat(house.read(member, LOT + "award-letter.html", opened.lot()))
                    .contains("（联合体）", "连带责任", "每月探访老人");
        }
        get("organization3", opened, "award-letter.html").is(404, "evaluation/not-found");
        var bids = house.get("newcomer", LOT + "result", opened.lot()).at("/result/bids");
        assertThat(bids.valueStream().map(bid -> bid.path("consortium").size())).containsExactly(2, 0, 0);
    }

    /** By other means than the platform's, from what everybody can read. */
    private static void recomputes(JsonNode result) {
        var totals = new TreeMap<BigDecimal, String>(Comparator.reverseOrder());
        var counting = result.path("bids")
                .valueStream()
                .filter(bid -> bid.path("excludedAt").isNull()
                        || bid.path("excludedAt").asString().equals("AWARD"))
                .toList();
        long base = counting.stream()
                .mapToLong(bid -> bid.path("priceFen").asLong())
                .min()
                .orElseThrow();
        for (var bid : counting) {
            var id = bid.path("id").asString();
            var points = result.path("sheets")
                    .valueStream()
                    .flatMap(sheet -> sheet.path("scores").valueStream())
                    .filter(score -> score.path("bid").asString().equals(id))
                    .map(score -> new BigDecimal(score.path("points").asInt()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var mean = points.divide(new BigDecimal(100 * result.path("sheets").size()), 2, RoundingMode.HALF_UP);
            var price = new BigDecimal(base * 15)
                    .divide(new BigDecimal(bid.path("priceFen").asLong()), 2, RoundingMode.HALF_UP);
            totals.put(mean.add(price), id);
        }
        assertThat(result.path("ranking")
                        .valueStream()
                        .map(one -> one.path("bid").asString()))
                .containsExactlyElementsOf(totals.values());
        assertThat(result.path("ranking")
                        .valueStream()
                        .map(one -> new BigDecimal(one.path("total").asInt()).movePointLeft(2)))
                .containsExactlyElementsOf(totals.keySet());
        var draw = result.path("draw");
        var seed = Draw.seed(
                "panel",
                UUID.fromString(result.path("lotId").asString()),
                draw.path("round").asInt(),
                draw.at("/head/root").asString());
        assertThat(seed).isEqualTo(draw.path("seed").asString());
        assertThat(Draw.order(ids(draw.path("candidates")), seed)).isEqualTo(ids(draw.path("order")));
    }

    private static List<UUID> ids(JsonNode list) {
        return list.valueStream().map(one -> UUID.fromString(one.asString())).toList();
    }

    private List<String> digests(Opened opened) {
        return database.sql("select body from ledger.act where purchase = :purchase and revealed and kind = 'AWARDED'")
                .bind("purchase", opened.purchase())
                .mapValue(String.class)
                .all()
                .map(body -> Stream.of(body.split("\""))
                        .filter(word -> word.length() == 64)
                        .toList())
                .flatMapIterable(words -> words)
                .collectList()
                .block(PATIENCE);
    }

    @Test
    void everybodyIsToldWhyAndTheWinnerGetsALetter() {
        var opened = opened("落选也知道原因的助餐", 9_000_000, 8_500_000, 9_500_000);
        ranked(opened);
        award(opened);
        var told = new Told(house, opened.lot());
        told.once("organization", "evaluation", "debrief", "没有中标");
        told.once("federation", "evaluation", "debrief", "下载通知书");
        told.nothing("group", "evaluation");
        var lost = house.get("organization", LOT + "debrief", opened.lot());
        assertThat(lost.path("won").asBoolean()).isFalse();
        assertThat(lost.path("rank").asInt()).isEqualTo(2);
        assertThat(lost.at("/lines/1/mine").asInt()).isEqualTo(2_000);
        assertThat(lost.at("/lines/1/best").asInt()).isEqualTo(2_500);
        assertThat(lost.at("/lines/1/place").asInt()).isEqualTo(2);
        assertThat(lost.at("/lines/0/reasons").toString()).contains("理由之1").doesNotContain("理由之3");
        var won = house.get("federation", LOT + "debrief", opened.lot());
        assertThat(won.path("won").asBoolean()).isTrue();
        assertThat(won.at("/lines/0/reasons").toString()).contains("理由之3").doesNotContain("理由之1");
        assertThat(house.read("federation", LOT + "award-letter.html", opened.lot()))
                .contains("成交通知书", "85,000 元");
        assertThat(house.read("approver", LOT + "award-letter.html", opened.lot()))
                .contains("成交通知书");
        get("organization", opened, "award-letter.html").is(404, "evaluation/not-found");
    }

    @Test
    void nobodyElseSeesOrDoesAnything() {
        var opened = opened("别人看不到的评审", 9_000_000, 8_500_000, 9_500_000);
        var panel = scoring(opened);
        var stranger = Stream.of("evaluator", "evaluator2", "evaluator3", "evaluator4", "evaluator5")
                .filter(one -> !panel.contains(one))
                .findFirst()
                .orElseThrow();
        get(stranger, opened, "scores").is(404, "evaluation/not-found");
        get(stranger, opened, "evaluation/events").is(404, "evaluation/not-found");
        post(stranger, opened, "reviews", Map.of("ballots", List.of())).is(404, "evaluation/not-found");
        post(stranger, opened, "scores/signature", Map.of()).is(404, "evaluation/not-found");
        get(stranger, opened, "papers/" + opened.bids().getFirst() + "/cred").is(404, "evaluation/not-found");
        assertThat(house.get("supervisor", LOT + "evaluation", opened.lot())
                        .path("phase")
                        .asString())
                .isEqualTo("SCORING");
        for (var user : List.of("organization", "federation", "group", "registrar", "admin", "evaluator")) {
            get(user, opened, "evaluation").is(403, "http/forbidden");
        }
        var desk = house.get(panel.getFirst(), LOT + "scores", opened.lot());
        assertThat(desk.path("bids").valueStream())
                .allMatch(bid -> bid.path("priceFen").isNull());
        writes(panel.getFirst(), opened, sheet(opened.bids(), 5_555));
        assertThat(house.read(panel.get(1), LOT + "scores", opened.lot())).doesNotContain("5555");
        assertThat(house.read("officer", LOT + "evaluation", opened.lot())).doesNotContain("5555");
        assertThat(house.read("supervisor", LOT + "evaluation", opened.lot())).doesNotContain("5555");
        get("officer", new Opened(Ids.next(), Ids.next(), List.of()), "evaluation")
                .is(404, "evaluation/not-found");
        get("officer", new Opened(Ids.next(), Ids.next(), List.of()), "panel").is(409, "evaluation/not-opened");
        for (int i = 0; i < 20; i++) {
            get(stranger, new Opened(Ids.next(), Ids.next(), List.of()), "scores")
                    .is(404, "evaluation/not-found");
        }
    }

    @Test
    void panelsAreLawfulAndDrawn() {
        var opened = opened("组建评审小组", 9_000_000, 8_500_000, 9_500_000);
        post("officer", opened, "panel", Map.of("experts", 2))
                .is(422, "evaluation/panel-unlawful", "/experts panel-even", "/experts panel-too-small");
        post("officer", opened, "panel", Map.of("experts", 7)).is(409, "evaluation/pool-too-small");
        post("officer", opened, "panel", Map.of("experts", 2, "representatives", List.of(Ids.next())))
                .is(422, "evaluation/representative-refused", "/representatives/0 representative-of-another");
        var named = house.get("officer", LOT + "panel", opened.lot())
                .path("representatives")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
        ok(house.post("officer", Map.of("experts", 1, "representatives", named), LOT + "panel", opened.lot()));
        var panel = panel(opened);
        assertThat(panel).hasSize(3).contains("evaluator8", "evaluator9");
        post("officer", opened, "panel", Map.of("experts", 3)).is(409, "evaluation/not-now");

        var expert = panel.getFirst();
        post(expert, opened, "panel/declaration", Map.of("unrelated", false)).is(422, "evaluation/reason-missing");
        ok(house.post(
                expert, Map.of("unrelated", false, "reason", "配偶在其中一家任职"), LOT + "panel/declaration", opened.lot()));
        var next = panel(opened).getFirst();
        assertThat(next).isNotEqualTo(expert);
        get(expert, opened, "scores").is(404, "evaluation/not-found");
        ok(declare(next, opened));
        post(next, opened, "panel/declaration", Map.of("unrelated", true)).is(409, "evaluation/already-declared");
        ok(house.post("officer", Map.of("seat", 1, "reason", "临时不能到场"), LOT + "panel/departures", opened.lot()));
        post("officer", opened, "panel/departures", Map.of("seat", 9, "reason", "没有这个席位"))
                .is(404, "evaluation/not-found");
        assertThat(evaluation(opened).at("/panel/leaves").size()).isEqualTo(2);
        panel(opened).forEach(one -> ok(declare(one, opened)));
        assertThat(phase(opened)).isEqualTo("REVIEWING");
    }

    private ResponseSpec leave(String user, Opened opened, String ground, String reason) {
        return house.post(
                user,
                Map.of("unrelated", false, "ground", ground, "reason", reason),
                LOT + "panel/declaration",
                opened.lot());
    }

    private void reviews(String user, Opened opened) {
        ok(house.post(user, Map.of("ballots", ballots(opened.bids(), true)), LOT + "reviews", opened.lot()));
    }

    /** 87号令 第49条: what was found in the seat does not count, and the next declares and checks. */
    @Test
    void aSeatChangesHandsWhileBidsAreChecked() {
        var opened = opened("审查中换人", 9_000_000, 8_500_000, 9_500_000);
        var panel = seated(opened);
        var told = new Told(house, opened.lot());
        var waiting = new Waiting(house, opened.lot());
        ok(house.post(panel.get(1), Map.of("ballots", ballots(opened.bids(), false)), LOT + "reviews", opened.lot()));
        post("officer", opened, "panel/departures", Map.of("seat", 2, "reason", "换一位"))
                .is(409, "evaluation/part-done");
        ok(leave(panel.get(1), opened, "UNABLE", "住院治疗"));
        get(panel.get(1), opened, "scores").is(404, "evaluation/not-found");
        told.once("officer", "evaluation", "evaluation", "住院治疗");
        var third = panel(opened).get(1);
        told.once(third, "evaluation", "desk", "接受或者回避");
        waiting.is(third, "TAKE_SEAT");
        post(third, opened, "reviews", Map.of("ballots", ballots(opened.bids(), true)))
                .is(409, "evaluation/declare-first");

        ok(house.post("officer", Map.of("seat", 2, "reason", "多次联系不上"), LOT + "panel/departures", opened.lot()));
        told.once(third, "evaluation", "desk", "多次联系不上");
        var fourth = panel(opened).get(1);
        ok(declare(fourth, opened));
        waiting.is(fourth, "CHECK_BIDS");
        assertThat(evaluation(opened).at("/progress/reviewed").asInt()).isZero();
        for (var one : panel(opened)) reviews(one, opened);
        var scoring = evaluation(opened);
        assertThat(scoring.path("phase").asString()).isEqualTo("SCORING");
        var leaves = scoring.at("/panel/leaves");
        assertThat(leaves.size()).isEqualTo(2);
        assertThat(USERS.get(leaves.at("/0/next").asString())).isEqualTo(third);
        assertThat(leaves.at("/0/ground").asString()).isEqualTo("UNABLE");
        assertThat(leaves.at("/0/step").asString()).isEqualTo("REVIEWING");
        assertThat(leaves.at("/0/reviewed").asBoolean()).isTrue();
        assertThat(leaves.at("/1/own").asBoolean()).isFalse();
        assertThat(USERS.get(leaves.at("/1/next").asString())).isEqualTo(fourth);

        ok(leave(panel.getFirst(), opened, "RELATED", "配偶在其中一家任职"));
        assertThat(phase(opened)).as("nobody is left in the order").isEqualTo("FORMING");
        new Waiting(house, opened.lot()).is("officer", "FORM_PANEL");
        post("officer", opened, "panel", Map.of("experts", 3)).is(409, "evaluation/pool-too-small");
    }

    /** What was signed stays in the ledger and does not count; once points are revealed nobody is replaced. */
    @Test
    void aSeatChangesHandsWhileBidsAreScored() {
        var opened = opened("打分中换人", 9_000_000, 8_500_000, 9_500_000);
        var panel = scoring(opened);
        var points = sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000);
        for (var one : panel.subList(0, 2)) {
            writes(one, opened, points);
            signs(one, opened);
        }
        ok(leave(panel.get(1), opened, "RELATED", "曾任其中一家的监事"));
        var next = panel(opened).get(1);
        var waiting = new Waiting(house, opened.lot());
        waiting.is(next, "TAKE_SEAT");
        assertThat(todo(next, opened)).isEqualTo("DECLARING");
        ok(declare(next, opened));
        waiting.is(next, "CHECK_BIDS");
        assertThat(todo(next, opened)).isEqualTo("REVIEWING");
        post(next, opened, "scores/signature", Map.of()).is(409, "evaluation/review-first");
        reviews(next, opened);
        waiting.is(next, "SCORE_BIDS");
        assertThat(todo(next, opened)).isEqualTo("SCORING");
        assertThat(evaluation(opened).at("/progress/signed").asInt()).isEqualTo(1);
        for (var one : List.of(panel.get(2), next)) {
            writes(one, opened, points);
            signs(one, opened);
        }
        assertThat(phase(opened)).isEqualTo("PRICING");

        undoubted(List.of(panel.getFirst(), next), opened);
        readsBids(panel.get(2), opened);
        ok(leave(panel.get(2), opened, "UNABLE", "住院治疗"));
        readsNothing(panel.get(2), opened);
        new Told(house, opened.lot()).once("officer", "evaluation", "evaluation", "由其余评审人员决定");
        assertThat(phase(opened)).isEqualTo("RANKED");
        award(opened);
        var result = house.get("newcomer", LOT + "result", opened.lot()).path("result");
        recomputes(result);
        var draw = result.path("draw");
        assertThat(draw.path("left").size()).isEqualTo(1);
        assertThat(draw.at("/left/0/seat").asInt()).isEqualTo(2);
        assertThat(draw.at("/left/0/from")).isEqualTo(draw.at("/order/1"));
        assertThat(draw.at("/left/0/to")).isEqualTo(draw.at("/order/3"));
        assertThat(draw.at("/excused").valueStream().map(JsonNode::asInt)).containsExactly(3);
        assertThat(result.path("sheets")
                        .valueStream()
                        .map(one -> one.path("seat").asInt()))
                .containsExactly(1, 2, 3);
        assertThat(entered(opened, "SCORES_SIGNED")).isEqualTo(4);
        assertThat(entered(opened, "SEAT_PASSED")).isEqualTo(1);
    }

    private void readsBids(String user, Opened opened) {
        house.read(user, LOT + "signals", opened.lot());
        assertThat(house.get(user, LOT + "scores", opened.lot())
                        .at("/bids/0/priceFen")
                        .asLong())
                .isPositive();
    }

    /** Who has left knows no more of the bids than their names. */
    private void readsNothing(String user, Opened opened) {
        get(user, opened, "signals").is(404, "evaluation/not-found");
        for (var bid : house.get(user, LOT + "scores", opened.lot()).path("bids")) {
            assertThat(bid.path("priceFen").isNull()).isTrue();
            assertThat(bid.path("lines")).isEmpty();
        }
    }

    /** What the list of seats says; that it waits for the caller. */
    private String todo(String user, Opened opened) {
        var seat = house.get(user, "/api/me/evaluations")
                .valueStream()
                .filter(one -> one.path("lotId").asString().equals(opened.lot().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(seat.path("waiting").asBoolean()).isTrue();
        return seat.path("todo").asString();
    }

    private @Nullable Long entered(Opened opened, String kind) {
        return database.sql("select count(*) from ledger.act where purchase = :purchase and kind = :kind and revealed")
                .bind("purchase", opened.purchase())
                .bind("kind", kind)
                .mapValue(Long.class)
                .one()
                .block(PATIENCE);
    }

    @Test
    void objectivePointsThatDifferAreLookedAtAgain() {
        var opened = opened("客观分要一致", 9_000_000, 8_500_000, 9_500_000);
        var panel = scoring(opened);
        var sheets = List.of(
                sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000),
                sheet(opened.bids(), 5_400, 2_000, 5_100, 2_500, 4_100, 1_000),
                sheet(opened.bids(), 5_300, 2_100, 5_200, 2_500, 4_200, 1_000));
        for (int i = 0; i < 3; i++) {
            writes(panel.get(i), opened, sheets.get(i));
            signs(panel.get(i), opened);
        }
        assertThat(phase(opened)).isEqualTo("SCORING");
        assertThat(evaluation(opened).path("differing").asBoolean()).isTrue();
        for (var one : panel) new Told(house, opened.lot()).once(one, "evaluation", "desk", "不一致");
        var desk = house.get(panel.getFirst(), LOT + "scores", opened.lot());
        assertThat(desk.at("/sheet/reopened").size()).isEqualTo(1);
        assertThat(desk.at("/sheet/signed").asBoolean()).isFalse();
        var etag = "\"" + desk.at("/sheet/version").asLong() + "\"";
        putting(panel.getFirst(), opened, etag, sheet(opened.bids(), 5_600, 2_000, 5_000, 2_500, 4_000, 1_000))
                .is(422, "evaluation/item-settled");
        writes(panel.get(2), opened, sheet(opened.bids(), 5_300, 2_000, 5_200, 2_500, 4_200, 1_000));
        panel.forEach(one -> signs(one, opened));
        assertThat(phase(opened)).isEqualTo("PRICING");
        assertThat(entered(opened, "SCORES_SIGNED")).isEqualTo(6);
    }

    @Test
    void sheetsSayWhatIsWrongAndStayOnceSigned() {
        var opened = opened("评分表", 9_000_000, 8_500_000, 9_500_000);
        var panel = scoring(opened);
        var one = panel.getFirst();
        putting(one, opened, null, sheet(opened.bids(), 1)).is(428, "http/version-required");
        putting(one, opened, "\"0\"", sheet(opened.bids(), 6_001))
                .is(422, "evaluation/sheet-incomplete", "/scores/0/points points-beyond");
        writes(one, opened, sheet(opened.bids(), 5_000, 2_000));
        putting(one, opened, "\"0\"", sheet(opened.bids(), 1)).is(412, "http/version-stale");
        post(one, opened, "scores/signature", Map.of())
                .is(422, "evaluation/sheet-incomplete", "/scores answers-missing");
        writes(one, opened, sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000));
        signs(one, opened);
        post(one, opened, "scores/signature", Map.of()).is(409, "evaluation/sheet-signed");
        post(one, opened, "price-opinions", Map.of("doubts", List.of())).is(409, "evaluation/not-now");
    }

    @Test
    void tooFewAfterTheChecksPrepareTheTermination() {
        var opened = opened("审查后不足三家", 9_000_000, 8_500_000, 9_500_000);
        var panel = seated(opened);
        post(
                        panel.getFirst(),
                        opened,
                        "reviews",
                        Map.of("ballots", ballots(opened.bids(), true).subList(0, 5)))
                .is(422, "evaluation/review-incomplete", "/ballots answers-missing");
        post(
                        panel.getFirst(),
                        opened,
                        "reviews",
                        Map.of(
                                "ballots",
                                List.of(Map.of(
                                        "bid", opened.bids().getFirst(), "check", "QUALIFICATION", "passed", false))))
                .is(422, "evaluation/review-incomplete", "/ballots/0/reason required", "/ballots answers-missing");
        var ballots = Map.of("ballots", ballots(opened.bids(), false));
        ok(house.post(panel.getFirst(), ballots, LOT + "reviews", opened.lot()));
        post(panel.getFirst(), opened, "reviews", ballots).is(409, "evaluation/already-given");
        ok(house.post(panel.get(1), ballots, LOT + "reviews", opened.lot()));
        ok(house.post(panel.get(2), ballots, LOT + "reviews", opened.lot()));
        var failed = evaluation(opened);
        assertThat(failed.path("phase").asString()).isEqualTo("FAILED");
        assertThat(failed.at("/bids/0/excludedAt").asString()).isEqualTo("QUALIFICATION");
        assertThat(failed.at("/bids/0/reason").asString()).isEqualTo("登记证书已过期");
        post("officer", opened, "qualification", Map.of("ballots", List.of())).is(409, "evaluation/not-now");
        eachLearnsWhatBecameOfItsOwn(opened);
    }

    private void eachLearnsWhatBecameOfItsOwn(Opened opened) {
        var told = new Told(house, opened.lot());
        for (var bidder : List.of("organization", "federation")) told.once(bidder, "evaluation", "debrief", "评审到此为止");
        told.nothing("group", "evaluation");
        var out = house.get("organization", LOT + "debrief", opened.lot());
        assertThat(out.path("excludedAt").asString()).isEqualTo("QUALIFICATION");
        assertThat(out.path("reason").asString()).isEqualTo("登记证书已过期");
        assertThat(out.path("decidedAt").asString()).isNotBlank();
        var left = house.get("federation", LOT + "debrief", opened.lot());
        assertThat(left.path("excludedAt").isNull()).isTrue();
        assertThat(left.toString()).doesNotContain("登记证书已过期");
        for (var one : List.of(out, left)) {
            assertThat(one.path("won").asBoolean()).isFalse();
            assertThat(List.of("winner", "rank", "total", "best"))
                    .allSatisfy(field -> assertThat(one.path(field).isNull()).isTrue());
            assertThat(one.path("lines")).isEmpty();
        }
        get("organization2", opened, "debrief").is(404, "evaluation/not-found");
    }

    @Test
    void aLowPriceIsExplainedBeforeItCounts() {
        var opened = opened("异常低价", 4_000_000, 9_000_000, 9_500_000);
        var panel = pricing(opened);
        var asked = house.get("organization", LOT + "price-explanation", opened.lot());
        assertThat(asked.path("triggers").valueStream().map(JsonNode::asString)).containsExactly("B", "C");
        get("federation", opened, "price-explanation").is(404, "evaluation/not-found");
        post("federation", opened, "price-explanation", Map.of("text", "没有问我")).is(404, "evaluation/not-asked");
        var doubts = List.of(Map.of("bid", opened.bids().get(1), "reason", "不足以支付社会保险"));
        ok(house.post(panel.getFirst(), Map.of("doubts", doubts), LOT + "price-opinions", opened.lot()));
        undoubted(panel.subList(1, 3), opened);
        assertThat(phase(opened)).isEqualTo("PRICING");
        var finding = Map.of("bid", opened.bids().getFirst(), "accepted", true, "reason", "成本测算可信");
        post(panel.getFirst(), opened, "price-findings", finding).is(409, "evaluation/still-explaining");
        new Told(house, opened.lot()).once("organization", "evaluation", "debrief", "书面说明");
        new Waiting(house, opened.lot()).is("organization", "EXPLAIN_PRICE");
        new Waiting(house, opened.lot()).is("federation");
        ok(house.post("organization", Map.of("text", "志愿者参与，附成本测算。"), LOT + "price-explanation", opened.lot()));
        var desk = house.get(panel.getFirst(), LOT + "scores", opened.lot());
        assertThat(desk.at("/questions/0/explanation").asString()).contains("志愿者");
        ok(house.post(panel.getFirst(), finding, LOT + "price-findings", opened.lot()));
        post(panel.getFirst(), opened, "price-findings", finding).is(409, "evaluation/already-given");
        ok(house.post(panel.get(1), finding, LOT + "price-findings", opened.lot()));
        post("organization", opened, "price-explanation", Map.of("text", "再补充")).is(409, "evaluation/not-now");
        assertThat(evaluation(opened).at("/ranking/0/bid").asString())
                .isEqualTo(opened.bids().getFirst().toString());
    }

    /** 61 % of the ceiling: lawful by itself, and below what this notice says (财库〔2026〕2号). */
    @Test
    void aNoticeMayRaiseTheRatios() {
        var form = new HashMap<>(new Purchases(house).lunches("调高异常低价比例"));
        form.put("lowPrice", Map.of("ofCeiling", 65));
        var opened = opened(form, 6_000_000, 9_000_000, 9_500_000);
        pricing(opened);
        var asked = house.get("organization", LOT + "price-explanation", opened.lot());
        assertThat(asked.path("triggers").valueStream().map(JsonNode::asString)).containsExactly("C");
        form.put("lowPrice", Map.of("ofCeiling", 66, "ofAverage", 49));
        var draft = TestHouse.json(
                house.post("officer", form, "/api/purchases").expectStatus().isCreated());
        Refusal.act(
                        house.as("officer"),
                        "/api/purchases/{id}/submission",
                        draft.path("id").asString())
                .seen("\"1\"")
                .is(
                        422,
                        "purchase/not-ready",
                        "/lowPrice/ofCeiling low-price-ratio",
                        "/lowPrice/ofAverage low-price-ratio");
    }

    @Test
    void anExplanationThatDoesNotConvinceMakesTheBidInvalid() {
        var opened = opened("异常低价不成立", 4_000_000, 9_000_000, 9_500_000, 9_400_000);
        var panel = scoring(opened);
        for (var one : panel) {
            writes(one, opened, sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000, 3_000, 500));
            signs(one, opened);
        }
        ok(house.post("organization", Map.of("text", "就是便宜。"), LOT + "price-explanation", opened.lot()));
        var finding = Map.of("bid", opened.bids().getFirst(), "accepted", false, "reason", "没有成本依据");
        ok(house.post(panel.getFirst(), finding, LOT + "price-findings", opened.lot()));
        ok(house.post(panel.get(1), finding, LOT + "price-findings", opened.lot()));
        post("organization", opened, "price-explanation", Map.of("text", "再补充")).is(409, "evaluation/too-late");
        undoubted(panel, opened);
        award(opened);
        var debrief = house.get("organization", LOT + "debrief", opened.lot());
        assertThat(debrief.path("excludedAt").asString()).isEqualTo("LOW_PRICE");
        assertThat(debrief.path("reason").asString()).contains("没有成本依据");
        assertThat(house.read("newcomer", LOT + "result", opened.lot())).doesNotContain("没有成本依据", "就是便宜");
    }

    /** Tenders are not published from here yet: one is made of a smaller purchase. */
    @Test
    void inATenderThePurchaserChecksQualifications() {
        var opened = opened("公开招标的资格审查", 9_000_000, 8_500_000, 9_500_000);
        house.get("officer", LOT + "panel", opened.lot());
        set(opened, "{terms,method}", "OPEN_TENDER");
        post("officer", opened, "panel", Map.of("experts", 3))
                .is(422, "evaluation/panel-unlawful", "/experts panel-too-small");
        ok(house.post("officer", Map.of("experts", 5), LOT + "panel", opened.lot()));
        panel(opened).forEach(one -> ok(declare(one, opened)));
        assertThat(phase(opened)).isEqualTo("QUALIFYING");
        var ballots = opened.bids().stream()
                .map(bid -> Map.of("bid", bid, "check", "QUALIFICATION", "passed", true))
                .toList();
        ok(house.post("officer", Map.of("ballots", ballots), LOT + "qualification", opened.lot()));
        assertThat(phase(opened)).isEqualTo("REVIEWING");
        var desk = house.get(panel(opened).getFirst(), LOT + "scores", opened.lot());
        assertThat(desk.path("checks").valueStream().map(JsonNode::asString)).containsExactly("COMPLIANCE");
    }

    private void set(Opened opened, String path, String value) {
        database.sql("""
                        update evaluation.evaluation
                           set document = jsonb_set(document, cast(:path as text[]), to_jsonb(cast(:value as text)))
                         where lot = :lot
                        """)
                .bind("path", path)
                .bind("value", value)
                .bind("lot", opened.lot())
                .then()
                .block(PATIENCE);
    }

    @Test
    void twoPeopleAward() {
        var opened = opened("两个人定结果", 9_000_000, 8_500_000, 9_500_000);
        ranked(opened);
        post("approver", opened, "award/decision", Map.of()).is(409, "evaluation/not-now");
        ok(house.post("officer", Map.of(), LOT + "award", opened.lot()));
        post("officer", opened, "award", Map.of()).is(409, "evaluation/not-now");
        new Waiting(house, opened.lot()).is("approver", "DECIDE_AWARD");
        new Waiting(house, opened.lot()).is("officer");
        post("approver", opened, "award/return", Map.of()).is(422, "evaluation/reason-missing");
        ok(house.post("approver", Map.of("reason", "请补充会议记录"), LOT + "award/return", opened.lot()));
        assertThat(evaluation(opened).path("returned").asString()).isEqualTo("请补充会议记录");
        new Told(house, opened.lot()).once("officer", "evaluation", "evaluation", "请补充会议记录");
        ok(house.post("officer", Map.of(), LOT + "award", opened.lot()));
        set(
                opened,
                "{award,proposerId}",
                house.get("approver", "/api/me").at("/account/id").asString());
        post("approver", opened, "award/decision", Map.of()).is(403, "evaluation/own-proposal");
    }

    /** An act stands whatever becomes of what follows from it, and that follows as soon as it can. */
    @Test
    void anEvaluationDoesNotStopBetweenTwoSteps() {
        var opened = opened("中断之后接着走的评审", 9_000_000, 8_500_000, 9_500_000);
        var panel = scoring(opened);
        panel.forEach(one -> writes(one, opened, sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000)));
        price(opened, "'?' || price");
        panel.forEach(one -> signs(one, opened));
        assertThat(phase(opened)).isEqualTo("AWAITING_PRICES");
        post(panel.getFirst(), opened, "scores/signature", Map.of()).is(409, "evaluation/not-now");
        price(opened, "substr(price, 2)");
        Awaiting.until(PATIENCE, () -> assertThat(phase(opened)).isEqualTo("PRICING"));
    }

    /** Of the first bid; what is no price cannot be read. */
    private void price(Opened opened, String to) {
        database.sql("update bidding.opened_bid set price = %s where envelope = :bid".formatted(to))
                .bind("bid", opened.bids().getFirst())
                .then()
                .block(PATIENCE);
    }

    /** domain.md 2.4, 2.5 and 3.5: what held when the bid was given must hold still when it is proposed and decided. */
    @Test
    void whoMayNotBeAwardedAnyMoreIsNot() {
        var opened = opened("成交之前再核对一次", 9_000_000, 8_500_000, 9_500_000);
        ranked(opened);
        var winner = house.body("federation");
        listed(winner, "CREDIT_LIST", "SERIOUS");
        post("officer", opened, "award", Map.of()).is(409, "evaluation/winner-refused", "/winner winner-not-eligible");
        mended();
        ok(house.post("officer", Map.of(), LOT + "award", opened.lot()));

        listed(winner, "CREDIT_LIST", "SERIOUS");
        post("approver", opened, "award/decision", Map.of())
                .is(409, "evaluation/winner-refused", "/winner winner-not-eligible");
        mended();
        listed(winner, "HEAD", "Wu Ming");
        listed(house.body("organization"), "HEAD", "Wu Ming");
        post("approver", opened, "award/decision", Map.of())
                .is(409, "evaluation/winner-refused", "/winner winner-in-conflict");
        mended();
        acting(opened.bids().get(1), house.body("group"));
        listed(house.body("group"), "FILING", "DORMANT");
        post("approver", opened, "award/decision", Map.of())
                .is(409, "evaluation/winner-refused", "/winner winner-group");
        assertThat(phase(opened)).isEqualTo("PROPOSED");
        Refusal.get(house.anonymous(), LOT + "result", opened.lot()).is(404, "evaluation/not-found");
        mended();
        ok(house.post("approver", Map.of(), LOT + "award/decision", opened.lot()));
    }

    /** 实施条例 第43条: candidates are awarded in their order. */
    @Test
    void theNextCandidateTakesThePlace() {
        var opened = opened("由下一位候选人成交", 9_000_000, 8_500_000, 9_500_000, 9_400_000);
        var panel = scoring(opened);
        for (var one : panel) {
            writes(one, opened, sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000, 3_000, 500));
            signs(one, opened);
        }
        undoubted(panel, opened);
        post("officer", opened, "award/next-candidate", Map.of()).is(409, "evaluation/winner-stands");
        listed(house.body("federation"), "CREDIT_LIST", "SERIOUS");
        ok(house.post("officer", Map.of(), LOT + "award/next-candidate", opened.lot()));
        post("officer", opened, "award/next-candidate", Map.of()).is(409, "evaluation/winner-stands");
        award(opened);
        recomputes(house.get("newcomer", LOT + "result", opened.lot()).path("result"));
        var passed = house.get("federation", LOT + "debrief", opened.lot());
        assertThat(passed.path("won").asBoolean()).isFalse();
        assertThat(passed.path("rank").asInt()).isEqualTo(1);
        assertThat(passed.path("excludedAt").asString()).isEqualTo("AWARD");
        assertThat(passed.path("reason").asString()).contains("严重违法失信");
        assertThat(house.get("organization", LOT + "debrief", opened.lot())
                        .path("won")
                        .asBoolean())
                .isTrue();
        assertThat(house.read("organization", LOT + "award-letter.html", opened.lot()))
                .contains("90,000 元");
        get("federation", opened, "award-letter.html").is(404, "evaluation/not-found");
        assertThat(house.read("newcomer", LOT + "result", opened.lot())).doesNotContain("严重违法失信");
    }

    private void listed(UUID body, String kind, String value) {
        database.sql("""
                        insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
                        values (gen_random_uuid(), :body, :kind, :value,
                                cast(platform.now() at time zone 'Asia/Shanghai' as date), platform.now(), 'EvaluationIT', 'DEMO')
                        """)
                .bind("body", body)
                .bind("kind", kind)
                .bind("value", value)
                .then()
                .block(PATIENCE);
    }

    @AfterEach
    void mended() {
        database.sql("delete from organization.fact where source = 'EvaluationIT'")
                .then()
                .block(PATIENCE);
    }

    private void acting(UUID bid, UUID group) {
        database.sql("update bidding.opened_bid set acting_for = array[:group] where envelope = :bid")
                .bind("group", group)
                .bind("bid", bid)
                .then()
                .block(PATIENCE);
    }
}
