package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.EvaluationScene.ok;
import static org.goufu.evaluation.PanelScene.ballots;
import static org.goufu.evaluation.PanelScene.sheet;
import static org.goufu.evaluation.Recount.recomputes;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.evaluation.OpenedLots.Opened;
import org.goufu.kernel.Ids;
import org.goufu.notification.Told;
import org.goufu.notification.Waiting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Who judges: lawful, drawn, and replaced without a gap. */
@GoufuIT
class PanelIT {
    private static final String LOT = "/api/lots/{id}/";

    @Autowired
    TestHouse house;

    @Autowired
    EvaluationScene scene;

    @Test
    void panelsAreLawfulAndDrawn() {
        var opened = scene.opened("组建评审小组", 9_000_000, 8_500_000, 9_500_000);
        scene.post("officer", opened, "panel", Map.of("experts", 2))
                .is(422, "evaluation/panel-unlawful", "/experts panel-even", "/experts panel-too-small");
        scene.post("officer", opened, "panel", Map.of("experts", 7)).is(409, "evaluation/pool-too-small");
        scene.post("officer", opened, "panel", Map.of("experts", 2, "representatives", Collections.singletonList(null)))
                .is(400, "http/malformed", "/representatives/0 unreadable");
        scene.post("officer", opened, "panel", Map.of("experts", 2, "representatives", List.of(Ids.next())))
                .is(422, "evaluation/representative-refused", "/representatives/0 representative-of-another");
        var named = house.get("officer", LOT + "panel", opened.lot())
                .path("representatives")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
        ok(house.post("officer", Map.of("experts", 1, "representatives", named), LOT + "panel", opened.lot()));
        var panel = scene.panel(opened);
        assertThat(panel).hasSize(3).contains("evaluator8", "evaluator9");
        scene.post("officer", opened, "panel", Map.of("experts", 3)).is(409, "evaluation/not-now");

        var expert = panel.getFirst();
        scene.post(expert, opened, "panel/declaration", Map.of("unrelated", false))
                .is(422, "evaluation/reason-missing");
        ok(house.post(
                expert, Map.of("unrelated", false, "reason", "配偶在其中一家任职"), LOT + "panel/declaration", opened.lot()));
        var next = scene.panel(opened).getFirst();
        assertThat(next).isNotEqualTo(expert);
        scene.get(expert, opened, "scores").is(404, "evaluation/not-found");
        assertThat(todo(next, opened)).isEqualTo("DECLARING");
        ok(scene.declare(next, opened));
        rests(next, opened);
        scene.post(next, opened, "panel/declaration", Map.of("unrelated", true)).is(409, "evaluation/already-declared");
        ok(house.post("officer", Map.of("seat", 1, "reason", "临时不能到场"), LOT + "panel/departures", opened.lot()));
        scene.post("officer", opened, "panel/departures", Map.of("seat", 9, "reason", "没有这个席位"))
                .is(404, "evaluation/not-found");
        assertThat(scene.evaluation(opened).at("/panel/leaves").size()).isEqualTo(2);
        scene.panel(opened).forEach(one -> ok(scene.declare(one, opened)));
        assertThat(scene.phase(opened)).isEqualTo("REVIEWING");
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
        var opened = scene.opened("审查中换人", 9_000_000, 8_500_000, 9_500_000);
        var panel = scene.seated(opened);
        var told = new Told(house, opened.lot());
        var waiting = new Waiting(house, opened.lot());
        ok(house.post(panel.get(1), Map.of("ballots", ballots(opened.bids(), false)), LOT + "reviews", opened.lot()));
        scene.post("officer", opened, "panel/departures", Map.of("seat", 2, "reason", "换一位"))
                .is(409, "evaluation/part-done");
        ok(leave(panel.get(1), opened, "UNABLE", "住院治疗"));
        scene.get(panel.get(1), opened, "scores").is(404, "evaluation/not-found");
        told.once("officer", "evaluation", "evaluation", "住院治疗");
        var third = scene.panel(opened).get(1);
        told.once(third, "evaluation", "desk", "接受或者回避");
        waiting.is(third, "TAKE_SEAT");
        scene.post(third, opened, "reviews", Map.of("ballots", ballots(opened.bids(), true)))
                .is(409, "evaluation/declare-first");

        ok(house.post("officer", Map.of("seat", 2, "reason", "多次联系不上"), LOT + "panel/departures", opened.lot()));
        told.once(third, "evaluation", "desk", "多次联系不上");
        var fourth = scene.panel(opened).get(1);
        ok(scene.declare(fourth, opened));
        waiting.is(fourth, "CHECK_BIDS");
        assertThat(scene.evaluation(opened).at("/progress/reviewed").asInt()).isZero();
        for (var one : scene.panel(opened)) reviews(one, opened);
        var scoring = scene.evaluation(opened);
        assertThat(scoring.path("phase").asString()).isEqualTo("SCORING");
        var leaves = scoring.at("/panel/leaves");
        assertThat(leaves.size()).isEqualTo(2);
        assertThat(EvaluationScene.user(leaves.at("/0/next"))).isEqualTo(third);
        assertThat(leaves.at("/0/ground").asString()).isEqualTo("UNABLE");
        assertThat(leaves.at("/0/step").asString()).isEqualTo("REVIEWING");
        assertThat(leaves.at("/0/reviewed").asBoolean()).isTrue();
        assertThat(leaves.at("/1/own").asBoolean()).isFalse();
        assertThat(EvaluationScene.user(leaves.at("/1/next"))).isEqualTo(fourth);

        ok(leave(panel.getFirst(), opened, "RELATED", "配偶在其中一家任职"));
        assertThat(scene.phase(opened)).as("nobody is left in the order").isEqualTo("FORMING");
        new Waiting(house, opened.lot()).is("officer", "FORM_PANEL");
        scene.post("officer", opened, "panel", Map.of("experts", 3)).is(409, "evaluation/pool-too-small");
    }

    /** What was signed stays in the ledger and does not count; once points are revealed nobody is replaced. */
    @Test
    void aSeatChangesHandsWhileBidsAreScored() {
        var opened = scene.opened("打分中换人", 9_000_000, 8_500_000, 9_500_000);
        var panel = scene.scoring(opened);
        var points = sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000);
        for (var one : panel.subList(0, 2)) {
            scene.writes(one, opened, points);
            scene.signs(one, opened);
        }
        ok(leave(panel.get(1), opened, "RELATED", "曾任其中一家的监事"));
        var next = scene.panel(opened).get(1);
        var waiting = new Waiting(house, opened.lot());
        waiting.is(next, "TAKE_SEAT");
        assertThat(todo(next, opened)).isEqualTo("DECLARING");
        ok(scene.declare(next, opened));
        waiting.is(next, "CHECK_BIDS");
        assertThat(todo(next, opened)).isEqualTo("REVIEWING");
        scene.post(next, opened, "scores/signature", Map.of()).is(409, "evaluation/review-first");
        reviews(next, opened);
        waiting.is(next, "SCORE_BIDS");
        assertThat(todo(next, opened)).isEqualTo("SCORING");
        assertThat(scene.evaluation(opened).at("/progress/signed").asInt()).isEqualTo(1);
        for (var one : List.of(panel.get(2), next)) {
            scene.writes(one, opened, points);
            scene.signs(one, opened);
        }
        assertThat(scene.phase(opened)).isEqualTo("PRICING");

        scene.undoubted(List.of(panel.getFirst(), next), opened);
        rests(next, opened);
        assertThat(todo(panel.get(2), opened)).isEqualTo("PRICING");
        readsBids(panel.get(2), opened);
        ok(leave(panel.get(2), opened, "UNABLE", "住院治疗"));
        readsNothing(panel.get(2), opened);
        new Told(house, opened.lot()).once("officer", "evaluation", "evaluation", "由其余评审人员决定");
        assertThat(scene.phase(opened)).isEqualTo("RANKED");
        scene.award(opened);
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
        assertThat(scene.entered(opened, "SCORES_SIGNED")).isEqualTo(4);
        assertThat(scene.entered(opened, "SEAT_PASSED")).isEqualTo(1);
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
        scene.get(user, opened, "signals").is(404, "evaluation/not-found");
        for (var bid : house.get(user, LOT + "scores", opened.lot()).path("bids")) {
            assertThat(bid.path("priceFen").isNull()).isTrue();
            assertThat(bid.path("lines")).isEmpty();
        }
    }

    /** What the list of seats says; that it waits for the caller. */
    private String todo(String user, Opened opened) {
        var seat = seat(user, opened);
        assertThat(seat.path("waiting").asBoolean()).isTrue();
        return seat.path("todo").asString();
    }

    private void rests(String user, Opened opened) {
        assertThat(seat(user, opened).path("waiting").asBoolean()).isFalse();
    }

    private JsonNode seat(String user, Opened opened) {
        return house.get(user, "/api/me/evaluations")
                .valueStream()
                .filter(one -> one.path("lotId").asString().equals(opened.lot().toString()))
                .findFirst()
                .orElseThrow();
    }
}
