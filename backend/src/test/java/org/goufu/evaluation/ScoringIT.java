package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.EvaluationScene.ok;
import static org.goufu.evaluation.PanelScene.ballots;
import static org.goufu.evaluation.PanelScene.sheet;

import java.util.List;
import java.util.Map;
import org.goufu.GoufuIT;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.evaluation.OpenedLots.Opened;
import org.goufu.notification.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** What evaluators check and score, and what a sheet refuses. */
@GoufuIT
class ScoringIT {
    private static final String LOT = "/api/lots/{id}/";

    @Autowired
    TestHouse house;

    @Autowired
    EvaluationScene scene;

    private Refusal putting(String user, Opened opened, String ifMatch, Map<String, Object> sheet) {
        return Refusal.of(house.as(user)
                        .put()
                        .uri(LOT + "scores", opened.lot())
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(sheet))
                .seen(ifMatch);
    }

    private Refusal signing(String user, Opened opened, String ifMatch) {
        return Refusal.of(house.as(user).post().uri(LOT + "scores/signature", opened.lot()))
                .seen(ifMatch);
    }

    /** Tenders are not published from here yet: one is made of a smaller purchase. */
    @Test
    void inATenderThePurchaserChecksQualifications() {
        var opened = scene.opened("公开招标的资格审查", 9_000_000, 8_500_000, 9_500_000);
        house.get("officer", LOT + "panel", opened.lot());
        scene.set(opened, "{terms,method}", "OPEN_TENDER");
        scene.post("officer", opened, "panel", Map.of("experts", 3))
                .is(422, "evaluation/panel-unlawful", "/experts panel-too-small");
        ok(house.post("officer", Map.of("experts", 5), LOT + "panel", opened.lot()));
        scene.panel(opened).forEach(one -> ok(scene.declare(one, opened)));
        assertThat(scene.phase(opened)).isEqualTo("QUALIFYING");
        var ballots = opened.bids().stream()
                .map(bid -> Map.of("bid", bid, "check", "QUALIFICATION", "passed", true))
                .toList();
        ok(house.post("officer", Map.of("ballots", ballots), LOT + "qualification", opened.lot()));
        assertThat(scene.phase(opened)).isEqualTo("REVIEWING");
        var desk = house.get(scene.panel(opened).getFirst(), LOT + "scores", opened.lot());
        assertThat(desk.path("checks").valueStream().map(JsonNode::asString)).containsExactly("COMPLIANCE");
    }

    @Test
    void tooFewAfterTheChecksPrepareTheTermination() {
        var opened = scene.opened("审查后不足三家", 9_000_000, 8_500_000, 9_500_000);
        var panel = scene.seated(opened);
        scene.post(
                        panel.getFirst(),
                        opened,
                        "reviews",
                        Map.of("ballots", ballots(opened.bids(), true).subList(0, 5)))
                .is(422, "evaluation/review-incomplete", "/ballots answers-missing");
        scene.post(
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
        scene.post(panel.getFirst(), opened, "reviews", ballots).is(409, "evaluation/already-given");
        ok(house.post(panel.get(1), ballots, LOT + "reviews", opened.lot()));
        ok(house.post(panel.get(2), ballots, LOT + "reviews", opened.lot()));
        var failed = scene.evaluation(opened);
        assertThat(failed.path("phase").asString()).isEqualTo("FAILED");
        assertThat(failed.at("/bids/0/excludedAt").asString()).isEqualTo("QUALIFICATION");
        assertThat(failed.at("/bids/0/reason").asString()).isEqualTo("登记证书已过期");
        scene.post("officer", opened, "qualification", Map.of("ballots", List.of()))
                .is(409, "evaluation/not-now");
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
        scene.get("organization2", opened, "debrief").is(404, "evaluation/not-found");
    }

    @Test
    void objectivePointsThatDifferAreLookedAtAgain() {
        var opened = scene.opened("客观分要一致", 9_000_000, 8_500_000, 9_500_000);
        var panel = scene.scoring(opened);
        var sheets = List.of(
                sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000),
                sheet(opened.bids(), 5_400, 2_000, 5_100, 2_500, 4_100, 1_000),
                sheet(opened.bids(), 5_300, 2_100, 5_200, 2_500, 4_200, 1_000));
        for (int i = 0; i < 3; i++) {
            scene.writes(panel.get(i), opened, sheets.get(i));
            scene.signs(panel.get(i), opened);
        }
        assertThat(scene.phase(opened)).isEqualTo("SCORING");
        assertThat(scene.evaluation(opened).path("differing").asBoolean()).isTrue();
        for (var one : panel) new Told(house, opened.lot()).once(one, "evaluation", "desk", "不一致");
        var desk = house.get(panel.getFirst(), LOT + "scores", opened.lot());
        assertThat(desk.at("/sheet/reopened").size()).isEqualTo(1);
        assertThat(desk.at("/sheet/signed").asBoolean()).isFalse();
        var etag = "\"" + desk.at("/sheet/version").asLong() + "\"";
        putting(panel.getFirst(), opened, etag, sheet(opened.bids(), 5_600, 2_000, 5_000, 2_500, 4_000, 1_000))
                .is(422, "evaluation/item-settled");
        scene.writes(panel.get(2), opened, sheet(opened.bids(), 5_300, 2_000, 5_200, 2_500, 4_200, 1_000));
        panel.forEach(one -> scene.signs(one, opened));
        assertThat(scene.phase(opened)).isEqualTo("PRICING");
        assertThat(scene.entered(opened, "SCORES_SIGNED")).isEqualTo(6);
    }

    @Test
    void sheetsSayWhatIsWrongAndStayOnceSigned() {
        var opened = scene.opened("评分表", 9_000_000, 8_500_000, 9_500_000);
        var panel = scene.scoring(opened);
        var one = panel.getFirst();
        putting(one, opened, null, sheet(opened.bids(), 1)).is(428, "http/version-required");
        putting(one, opened, "\"0\"", sheet(opened.bids(), 6_001))
                .is(422, "evaluation/sheet-incomplete", "/scores/0/points points-beyond");
        scene.writes(one, opened, sheet(opened.bids(), 5_000, 2_000));
        putting(one, opened, "\"0\"", sheet(opened.bids(), 1)).is(412, "http/version-stale");
        scene.post(one, opened, "scores/signature", Map.of())
                .is(422, "evaluation/sheet-incomplete", "/scores answers-missing");
        scene.writes(one, opened, sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000));
        signing(one, opened, "\"1\"").is(412, "http/version-stale");
        scene.signs(one, opened);
        signing(one, opened, "\"1\"").is(409, "evaluation/sheet-signed");
        scene.post(one, opened, "price-opinions", Map.of("doubts", List.of())).is(409, "evaluation/not-now");
    }
}
