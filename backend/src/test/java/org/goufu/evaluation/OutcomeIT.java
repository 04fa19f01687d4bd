package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.notification.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** What becomes known of a result, and to whom. */
@GoufuIT
class OutcomeIT {
    private static final String LOT = "/api/lots/{id}/";

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    @Autowired
    EvaluationScene scene;

    @Test
    void everybodyIsToldWhyAndTheWinnerGetsALetter() {
        var opened = scene.opened("落选也知道原因的助餐", 9_000_000, 8_500_000, 9_500_000);
        scene.ranked(opened);
        scene.award(opened);
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
                .contains("<h1>成交通知书</h1>", "采购项目", "85,000 元");
        assertThat(house.read("approver", LOT + "award-letter.html", opened.lot()))
                .contains("成交通知书");
        scene.get("organization", opened, "award-letter.html").is(404, "evaluation/not-found");
    }

    /** Of a consortium notice, letter and debrief name every member with its work, and every member may read them. */
    @Test
    void aConsortiumIsNamedWhole() {
        var opened = scene.opened("两家法人一起承接的助餐", 8_500_000, 9_000_000, 9_500_000);
        new OpenedLots(house, database)
                .together(opened.bids().getFirst(), house.body("organization2"), "每月探访老人", 4_000);
        scene.ranked(opened);
        var paper = house.get(scene.panel(opened).getFirst(), LOT + "scores", opened.lot())
                .at("/bids/0/body/name")
                .asString();
        assertThat(paper).as("as evaluators declare to be unrelated to").contains("、", "（联合体）");
        var notice = scene.award(opened);

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
        scene.get("organization3", opened, "award-letter.html").is(404, "evaluation/not-found");
        var bids = house.get("newcomer", LOT + "result", opened.lot()).at("/result/bids");
        assertThat(bids.valueStream().map(bid -> bid.path("consortium").size())).containsExactly(2, 0, 0);
    }
}
