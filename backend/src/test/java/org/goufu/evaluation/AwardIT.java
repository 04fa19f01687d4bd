package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.EvaluationScene.ok;
import static org.goufu.evaluation.PanelScene.sheet;
import static org.goufu.evaluation.Recount.recomputes;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.notification.Told;
import org.goufu.notification.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Who is awarded, by two people, after a last look. */
@GoufuIT
class AwardIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LOT = "/api/lots/{id}/";

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    @Autowired
    EvaluationScene scene;

    @Test
    void twoPeopleAward() {
        var opened = scene.opened("两个人定结果", 9_000_000, 8_500_000, 9_500_000);
        scene.ranked(opened);
        scene.post("approver", opened, "award/decision", Map.of()).is(409, "evaluation/not-now");
        ok(house.post("officer", Map.of(), LOT + "award", opened.lot()));
        scene.post("officer", opened, "award", Map.of()).is(409, "evaluation/not-now");
        new Waiting(house, opened.lot()).is("approver", "DECIDE_AWARD");
        new Waiting(house, opened.lot()).is("officer");
        scene.post("approver", opened, "award/return", Map.of()).is(422, "evaluation/reason-missing");
        ok(house.post("approver", Map.of("reason", "请补充会议记录"), LOT + "award/return", opened.lot()));
        assertThat(scene.evaluation(opened).path("returned").asString()).isEqualTo("请补充会议记录");
        new Told(house, opened.lot()).once("officer", "evaluation", "evaluation", "请补充会议记录");
        ok(house.post("officer", Map.of(), LOT + "award", opened.lot()));
        scene.set(
                opened,
                "{award,proposerId}",
                house.get("approver", "/api/me").at("/account/id").asString());
        scene.post("approver", opened, "award/decision", Map.of()).is(403, "evaluation/own-proposal");
    }

    /** domain.md 2.4, 2.5 and 3.5: what held when the bid was given must hold still when it is proposed and decided. */
    @Test
    void whoMayNotBeAwardedAnyMoreIsNot() {
        var opened = scene.opened("成交之前再核对一次", 9_000_000, 8_500_000, 9_500_000);
        scene.ranked(opened);
        var winner = house.body("federation");
        listed(winner, "CREDIT_LIST", "SERIOUS");
        scene.post("officer", opened, "award", Map.of())
                .is(409, "evaluation/winner-refused", "/winner winner-not-eligible");
        mended();
        ok(house.post("officer", Map.of(), LOT + "award", opened.lot()));

        listed(winner, "CREDIT_LIST", "SERIOUS");
        scene.post("approver", opened, "award/decision", Map.of())
                .is(409, "evaluation/winner-refused", "/winner winner-not-eligible");
        mended();
        listed(winner, "HEAD", "Wu Ming");
        listed(house.body("organization"), "HEAD", "Wu Ming");
        scene.post("approver", opened, "award/decision", Map.of())
                .is(409, "evaluation/winner-refused", "/winner winner-in-conflict");
        mended();
        acting(opened.bids().get(1), house.body("group"));
        listed(house.body("group"), "FILING", "DORMANT");
        scene.post("approver", opened, "award/decision", Map.of())
                .is(409, "evaluation/winner-refused", "/winner winner-group");
        assertThat(scene.phase(opened)).isEqualTo("PROPOSED");
        Refusal.get(house.anonymous(), LOT + "result", opened.lot()).is(404, "evaluation/not-found");
        mended();
        ok(house.post("approver", Map.of(), LOT + "award/decision", opened.lot()));
    }

    /** 实施条例 第43条: candidates are awarded in their order. */
    @Test
    void theNextCandidateTakesThePlace() {
        var opened = scene.opened("由下一位候选人成交", 9_000_000, 8_500_000, 9_500_000, 9_400_000);
        var panel = scene.scoring(opened);
        for (var one : panel) {
            scene.writes(one, opened, sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000, 3_000, 500));
            scene.signs(one, opened);
        }
        scene.undoubted(panel, opened);
        scene.post("officer", opened, "award/next-candidate", Map.of()).is(409, "evaluation/winner-stands");
        listed(house.body("federation"), "CREDIT_LIST", "SERIOUS");
        ok(house.post("officer", Map.of(), LOT + "award/next-candidate", opened.lot()));
        scene.post("officer", opened, "award/next-candidate", Map.of()).is(409, "evaluation/winner-stands");
        scene.award(opened);
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
        scene.get("federation", opened, "award-letter.html").is(404, "evaluation/not-found");
        assertThat(house.read("newcomer", LOT + "result", opened.lot())).doesNotContain("严重违法失信");
    }

    private void listed(UUID body, String kind, String value) {
        database.sql("""
                        insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
                        values (gen_random_uuid(), :body, :kind, :value,
                                cast(platform.now() at time zone 'Asia/Shanghai' as date), platform.now(), 'AwardIT', 'DEMO')
                        """)
                .bind("body", body)
                .bind("kind", kind)
                .bind("value", value)
                .then()
                .block(PATIENCE);
    }

    @AfterEach
    void mended() {
        database.sql("delete from organization.fact where source = 'AwardIT'")
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
