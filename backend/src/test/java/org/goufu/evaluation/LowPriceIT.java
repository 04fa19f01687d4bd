package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.EvaluationScene.ok;
import static org.goufu.evaluation.PanelScene.sheet;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.notification.Told;
import org.goufu.notification.Waiting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A price that is too low to be believed is explained before it counts. */
@GoufuIT
class LowPriceIT {
    private static final String LOT = "/api/lots/{id}/";

    @Autowired
    TestHouse house;

    @Autowired
    EvaluationScene scene;

    @Test
    void aLowPriceIsExplainedBeforeItCounts() {
        var opened = scene.opened("异常低价", 4_000_000, 9_000_000, 9_500_000);
        var panel = scene.pricing(opened);
        var asked = house.get("organization", LOT + "price-explanation", opened.lot());
        assertThat(asked.path("triggers").valueStream().map(JsonNode::asString)).containsExactly("B", "C");
        scene.get("federation", opened, "price-explanation").is(404, "evaluation/not-found");
        scene.post("federation", opened, "price-explanation", Map.of("text", "没有问我"))
                .is(404, "evaluation/not-asked");
        var doubts = List.of(Map.of("bid", opened.bids().get(1), "reason", "不足以支付社会保险"));
        ok(house.post(panel.getFirst(), Map.of("doubts", doubts), LOT + "price-opinions", opened.lot()));
        scene.undoubted(panel.subList(1, 3), opened);
        assertThat(scene.phase(opened)).isEqualTo("PRICING");
        var finding = Map.of("bid", opened.bids().getFirst(), "accepted", true, "reason", "成本测算可信");
        scene.post(panel.getFirst(), opened, "price-findings", finding).is(409, "evaluation/still-explaining");
        new Told(house, opened.lot()).once("organization", "evaluation", "debrief", "书面说明");
        new Waiting(house, opened.lot()).is("organization", "EXPLAIN_PRICE");
        new Waiting(house, opened.lot()).is("federation");
        ok(house.post("organization", Map.of("text", "志愿者参与，附成本测算。"), LOT + "price-explanation", opened.lot()));
        var desk = house.get(panel.getFirst(), LOT + "scores", opened.lot());
        assertThat(desk.at("/questions/0/explanation").asString()).contains("志愿者");
        ok(house.post(panel.getFirst(), finding, LOT + "price-findings", opened.lot()));
        scene.post(panel.getFirst(), opened, "price-findings", finding).is(409, "evaluation/already-given");
        ok(house.post(panel.get(1), finding, LOT + "price-findings", opened.lot()));
        scene.post("organization", opened, "price-explanation", Map.of("text", "再补充"))
                .is(409, "evaluation/not-now");
        assertThat(scene.evaluation(opened).at("/ranking/0/bid").asString())
                .isEqualTo(opened.bids().getFirst().toString());
    }

    /** Nobody but the panel goes on then (domain.md 1.7.5). */
    @Test
    void thePanelIsToldWhenTheTimePassedWithoutAnExplanation() {
        var opened = scene.opened("过时没有说明", 4_000_000, 9_000_000, 9_500_000);
        var panel = scene.pricing(opened);
        var told = new Told(house, opened.lot());
        panel.forEach(one -> told.none(one, "evaluation", "没有说明"));
        scene.set(
                opened, "{inquiries,0,answerBy}", Instant.now().minusSeconds(1).toString());
        panel.forEach(one -> told.once(one, "evaluation", "desk", "没有说明"));
        scene.undoubted(panel, opened);
        var finding = Map.of("bid", opened.bids().getFirst(), "accepted", false, "reason", "到时没有说明");
        ok(house.post(panel.getFirst(), finding, LOT + "price-findings", opened.lot()));
        told.once(panel.getFirst(), "evaluation", "desk", "没有说明");
    }

    /** 61 % of the ceiling: lawful by itself, and below what this notice says (财库〔2026〕2号). */
    @Test
    void aNoticeMayRaiseTheRatios() {
        var form = new HashMap<>(new Purchases(house).lunches("调高异常低价比例"));
        form.put("lowPrice", Map.of("ofCeiling", 65));
        var opened = scene.opened(form, 6_000_000, 9_000_000, 9_500_000);
        scene.pricing(opened);
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
        var opened = scene.opened("异常低价不成立", 4_000_000, 9_000_000, 9_500_000, 9_400_000);
        var panel = scene.scoring(opened);
        for (var one : panel) {
            scene.writes(one, opened, sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000, 3_000, 500));
            scene.signs(one, opened);
        }
        ok(house.post("organization", Map.of("text", "就是便宜。"), LOT + "price-explanation", opened.lot()));
        var finding = Map.of("bid", opened.bids().getFirst(), "accepted", false, "reason", "没有成本依据");
        ok(house.post(panel.getFirst(), finding, LOT + "price-findings", opened.lot()));
        ok(house.post(panel.get(1), finding, LOT + "price-findings", opened.lot()));
        scene.post("organization", opened, "price-explanation", Map.of("text", "再补充"))
                .is(409, "evaluation/too-late");
        scene.undoubted(panel, opened);
        scene.award(opened);
        var debrief = house.get("organization", LOT + "debrief", opened.lot());
        assertThat(debrief.path("excludedAt").asString()).isEqualTo("LOW_PRICE");
        assertThat(debrief.path("reason").asString()).contains("没有成本依据");
        assertThat(house.read("newcomer", LOT + "result", opened.lot())).doesNotContain("没有成本依据", "就是便宜");
    }
}
