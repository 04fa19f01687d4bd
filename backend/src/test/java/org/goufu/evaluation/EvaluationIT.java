package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.PanelScene.sheet;
import static org.goufu.evaluation.Recount.recomputes;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.evaluation.OpenedLots.Opened;
import org.goufu.kernel.Ids;
import org.goufu.ledger.Bundles;
import org.goufu.notification.Told;
import org.goufu.notification.Waiting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** From opened bids to the award, as everybody who has a part in it and everybody who has none. */
@GoufuIT
class EvaluationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LOT = "/api/lots/{id}/";

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    @Autowired
    EvaluationScene scene;

    @Test
    void fromOpenedBidsToTheAward() {
        var opened = scene.opened("评审到结果的助餐", 9_000_000, 8_500_000, 9_500_000);
        var choices = house.get("officer", LOT + "panel", opened.lot());
        assertThat(choices.path("experts").asInt()).isEqualTo(5);
        assertThat(choices.path("least").asInt()).isEqualTo(3);
        assertThat(choices.path("representatives")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .containsExactly("税远航", "向阿兰");

        var told = new Told(house, opened.lot());
        var panel = scene.pricing(opened);
        for (var one : panel) {
            told.once(one, "evaluation", "desk", "接受或者回避");
            told.once(one, "evaluation", "desk", "请打分并签署");
            told.once(one, "evaluation", "desk", "报价已经公布");
        }
        for (var other : List.of("organization", "federation", "group", "evaluator6", "supervisor")) {
            told.nothing(other, "evaluation");
        }
        assertThat(panel).doesNotContain("evaluator6", "evaluator7").doesNotHaveDuplicates();
        scene.get("organization", opened, "debrief").is(404, "evaluation/not-found");
        Refusal.get(house.anonymous(), LOT + "result", opened.lot()).is(404, "evaluation/not-found");
        scene.undoubted(panel, opened);
        assertThat(house.get(panel.getFirst(), "/api/me/evaluations").valueStream())
                .anyMatch(
                        one -> one.path("lotId").asString().equals(opened.lot().toString())
                                && !one.path("waiting").asBoolean());

        told.once("officer", "evaluation", "evaluation", "请提出中标");
        var waiting = new Waiting(house, opened.lot());
        waiting.is("officer", "PROPOSE_AWARD");
        for (var other : List.of("approver", "organization", panel.getFirst())) waiting.is(other);
        var notice = scene.award(opened);
        told.once("approver", "evaluation", "evaluation", "等待审核人决定");
        told.once("officer", "evaluation", "evaluation", "结果已公告");
        assertThat(told.of("approver", "evaluation")).noneMatch(said -> said.contains("结果已公告"));
        var published = house.get("newcomer", "/api/notices/{id}", notice);
        assertThat(published.path("formatCode").asString()).isEqualTo("P02");
        assertThat(published.path("fields").toString()).contains("评审总得分", "90.00");
        var answer = house.get("newcomer", LOT + "result", opened.lot());
        recomputes(answer.path("result"));
        assertThat(digests(opened)).contains(answer.path("digest").asString());
        assertThat(Bundles.evaluationFaults(house, opened.purchase()))
                .as("what nobody changed")
                .isEmpty();
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
    void nobodyElseSeesOrDoesAnything() {
        var opened = scene.opened("别人看不到的评审", 9_000_000, 8_500_000, 9_500_000);
        var panel = scene.scoring(opened);
        var stranger = Stream.of("evaluator", "evaluator2", "evaluator3", "evaluator4", "evaluator5")
                .filter(one -> !panel.contains(one))
                .findFirst()
                .orElseThrow();
        scene.get(stranger, opened, "scores").is(404, "evaluation/not-found");
        scene.get(stranger, opened, "evaluation/events").is(404, "evaluation/not-found");
        scene.post(stranger, opened, "reviews", Map.of("ballots", List.of())).is(404, "evaluation/not-found");
        scene.post(stranger, opened, "scores/signature", Map.of()).is(404, "evaluation/not-found");
        scene.get(stranger, opened, "papers/" + opened.bids().getFirst() + "/cred")
                .is(404, "evaluation/not-found");
        assertThat(house.get("supervisor", LOT + "evaluation", opened.lot())
                        .path("phase")
                        .asString())
                .isEqualTo("SCORING");
        for (var user : List.of("organization", "federation", "group", "registrar", "admin", "evaluator")) {
            scene.get(user, opened, "evaluation").is(403, "http/forbidden");
        }
        var desk = house.get(panel.getFirst(), LOT + "scores", opened.lot());
        assertThat(desk.path("bids").valueStream())
                .allMatch(bid -> bid.path("priceFen").isNull());
        scene.writes(panel.getFirst(), opened, sheet(opened.bids(), 5_555));
        assertThat(house.read(panel.get(1), LOT + "scores", opened.lot())).doesNotContain("5555");
        assertThat(house.read("officer", LOT + "evaluation", opened.lot())).doesNotContain("5555");
        assertThat(house.read("supervisor", LOT + "evaluation", opened.lot())).doesNotContain("5555");
        scene.get("officer", new Opened(Ids.next(), Ids.next(), List.of()), "evaluation")
                .is(404, "evaluation/not-found");
        scene.get("officer", new Opened(Ids.next(), Ids.next(), List.of()), "panel")
                .is(409, "evaluation/not-opened");
        for (int i = 0; i < 20; i++) {
            scene.get(stranger, new Opened(Ids.next(), Ids.next(), List.of()), "scores")
                    .is(404, "evaluation/not-found");
        }
    }

    /** An act stands whatever becomes of what follows from it, and that follows as soon as it can. */
    @Test
    void anEvaluationDoesNotStopBetweenTwoSteps() {
        var opened = scene.opened("中断之后接着走的评审", 9_000_000, 8_500_000, 9_500_000);
        var panel = scene.scoring(opened);
        panel.forEach(one -> scene.writes(one, opened, sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000)));
        price(opened, "'?' || price");
        panel.forEach(one -> scene.signs(one, opened));
        assertThat(scene.phase(opened)).isEqualTo("AWAITING_PRICES");
        scene.post(panel.getFirst(), opened, "scores/signature", Map.of()).is(409, "evaluation/not-now");
        price(opened, "substr(price, 2)");
        Awaiting.until(PATIENCE, () -> assertThat(scene.phase(opened)).isEqualTo("PRICING"));
    }

    /** Of the first bid; what is no price cannot be read. */
    private void price(Opened opened, String to) {
        database.sql("update bidding.opened_bid set price = %s where envelope = :bid".formatted(to))
                .bind("bid", opened.bids().getFirst())
                .then()
                .block(PATIENCE);
    }
}
