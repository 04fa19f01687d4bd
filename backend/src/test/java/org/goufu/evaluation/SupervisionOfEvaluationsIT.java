package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.goufu.GoufuIT;
import org.goufu.Refusal;
import org.goufu.Supervisors;
import org.goufu.TestHouse;
import org.goufu.evaluation.OpenedLots.Opened;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Panels, papers and points before the award are for supervisors of the department's region, 510114; what is public is for all. */
@GoufuIT
class SupervisionOfEvaluationsIT {
    private static final String LOT = "/api/lots/{id}/";

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    @Autowired
    EvaluationScene scene;

    @Test
    void whoSuperviseElsewhereSeeTheResultAlone() {
        var supervisors = new Supervisors(database);
        var own = List.of("supervisor", supervisors.of("5101"), supervisors.of("510114"));
        var others = List.of("supervisor2", supervisors.of("510115"), supervisors.of("510114009"));
        var opened = scene.opened("别处监管人员看不到的评审", 9_000_000, 8_500_000, 9_500_000);
        scene.ranked(opened);
        for (var reader : own) {
            assertThat(house.get(reader, LOT + "evaluation", opened.lot())
                            .path("phase")
                            .asString())
                    .isEqualTo("RANKED");
            house.read(reader, LOT + "signals", opened.lot());
        }
        var papers = "papers/" + opened.bids().getFirst() + "/cred";
        for (var other : others) {
            for (var path : List.of("evaluation", "evaluation/events", "signals", papers)) {
                scene.get(other, opened, path).is(404, "evaluation/not-found");
            }
            assertThat(house.get(other, "/api/me/inbox?size=100").path("items")).isEmpty();
            assertThat(house.get(other, "/api/me/work").path("items")).isEmpty();
        }
        scene.award(opened);
        for (var other : others) {
            assertThat(house.read(other, LOT + "award-letter.html", opened.lot()))
                    .contains("成交通知书");
            allIsPublicThatTheMatrixSays(other, opened);
            scene.get(other, opened, "evaluation").is(404, "evaluation/not-found");
        }
    }

    private void allIsPublicThatTheMatrixSays(String other, Opened opened) {
        house.read(other, LOT + "matches", opened.lot());
        house.read(other, LOT + "eligibility?organization={body}", opened.lot(), house.body("organization"));
        house.read(other, LOT + "conflicts?bidder={body}", opened.lot(), house.body("organization"));
        house.read(other, LOT + "result", opened.lot());
    }

    /** Each finance department keeps the experts of its region (财库〔2016〕198号 第4条). */
    @Test
    void expertsAreKeptByTheirRegions() {
        var neighbour = new Supervisors(database).of("510115");
        var expert =
                database.sql("""
                        select cast(account_id as text) from evaluation.pool
                         where kind = 'EXPERT' and not region_code like '510115%' limit 1
                        """).mapValue(String.class).one().blockOptional().orElseThrow();
        house.read("supervisor", "/api/evaluators/{id}", expert);
        Refusal.get(house.as(neighbour), "/api/evaluators/{id}", expert).is(404, "pool/not-found");
        assertThat(house.get(neighbour, "/api/evaluators?size=100")
                        .path("items")
                        .valueStream())
                .noneMatch(one -> one.path("id").asString().equals(expert));
    }
}
