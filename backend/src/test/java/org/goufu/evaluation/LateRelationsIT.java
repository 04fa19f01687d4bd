package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.demo.domain.DemoEvaluator;
import org.goufu.evaluation.OpenedLots.Opened;
import org.goufu.ledger.Bundles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** What comes to light when points and prices are known: relations of evaluators, and between bidders (domain.md 1.7.6 and 2.5; decision 0038). */
@GoufuIT
class LateRelationsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LOT = "/api/lots/{id}/";
    private static final Map<String, DemoEvaluator> PEOPLE =
            DemoEvaluator.all().stream().collect(Collectors.toMap(DemoEvaluator::name, person -> person));

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    private OpenedLots lots;

    @BeforeEach
    void setUp() {
        lots = new OpenedLots(house, database);
    }

    @AfterEach
    void mended() {
        run("delete from organization.fact where source = 'LateRelationsIT'");
    }

    private void run(String sql) {
        database.sql(sql).then().block(PATIENCE);
    }

    private static void ok(ResponseSpec answer) {
        answer.expectStatus().is2xxSuccessful().expectBody(String.class).returnResult();
    }

    private Refusal post(String user, Opened opened, String path, Object body) {
        return Refusal.post(house.as(user), body, LOT + path, opened.lot());
    }

    private JsonNode evaluation(Opened opened) {
        return house.get("officer", LOT + "evaluation", opened.lot());
    }

    private String phase(Opened opened) {
        return evaluation(opened).path("phase").asString();
    }

    private List<DemoEvaluator> panel(Opened opened) {
        return evaluation(opened)
                .at("/panel/members")
                .valueStream()
                .map(member -> PEOPLE.get(member.path("name").asString()))
                .toList();
    }

    private Opened opened(String title, long... prices) {
        var form = new HashMap<>(new Purchases(house).lunches(title));
        return lots.with(form, prices);
    }

    /** Drawn, declared, checked and signed, with no doubts about prices. */
    private List<DemoEvaluator> ranked(Opened opened) {
        ok(house.post("officer", Map.of("experts", 3), LOT + "panel", opened.lot()));
        var panel = panel(opened);
        var at = new PanelScene(house, opened.lot());
        var users = panel.stream().map(DemoEvaluator::username).toList();
        users.forEach(at::declares);
        users.forEach(one -> at.passes(one, opened.bids()));
        users.forEach(one -> scores(one, opened));
        users.forEach(at::doubtsNothing);
        assertThat(phase(opened)).isEqualTo("RANKED");
        return panel;
    }

    /** Less for each bid than for the one before. */
    private void scores(String user, Opened opened) {
        var points = IntStream.range(0, 2 * opened.bids().size())
                .map(i -> 2_400 - 100 * (i / 2))
                .toArray();
        var at = new PanelScene(house, opened.lot());
        at.writes(user, PanelScene.sheet(opened.bids(), points));
        at.signs(user);
    }

    private static Map<String, Object> related(String reason) {
        return Map.of("unrelated", false, "ground", "RELATED", "reason", reason);
    }

    private void award(Opened opened) {
        ok(house.post("officer", Map.of(), LOT + "award", opened.lot()));
        ok(house.post("approver", Map.of(), LOT + "award/decision", opened.lot()));
    }

    @Test
    void onWhatAPanelWithARelationFoundNothingIsAwardedUntilAnotherHasJudged() {
        var opened = opened("事后发现利害关系的助餐", 9_000_000, 8_500_000, 9_500_000);
        var panel = ranked(opened);
        post("officer", opened, "panel/renewal", Map.of("reason", "换一个小组")).is(409, "evaluation/panel-stands");
        ok(house.post("officer", Map.of(), LOT + "award", opened.lot()));
        ok(house.post(panel.get(1).username(), related("配偶上月起在其中一家任职"), LOT + "panel/declaration", opened.lot()));
        assertThat(evaluation(opened).path("recusalMissed").asBoolean()).isTrue();
        post("approver", opened, "award/decision", Map.of())
                .is(409, "evaluation/recusal-missed", "/panel member-related");
        ok(house.post("approver", Map.of("reason", "评审人员应当回避"), LOT + "award/return", opened.lot()));
        post("officer", opened, "award", Map.of("namesakes", "不是同一个人"))
                .is(409, "evaluation/recusal-missed", "/panel member-related");

        post("officer", opened, "panel/renewal", Map.of("reason", " ")).is(422, "evaluation/reason-missing");
        ok(house.post("officer", Map.of("reason", "经核实应当回避，已书面报告财政部门"), LOT + "panel/renewal", opened.lot()));
        var renewed = house.get("supervisor", LOT + "evaluation", opened.lot());
        assertThat(renewed.path("phase").asString()).isEqualTo("FORMING");
        assertThat(renewed.path("ranking")).isEmpty();
        assertThat(renewed.at("/renewals/0/reason").asString()).contains("财政部门");
        assertThat(renewed.at("/renewals/0/found/0").asString())
                .contains(panel.get(1).name(), "配偶上月起在其中一家任职", "第九条");
        post("officer", opened, "panel", Map.of("experts", 3)).is(409, "evaluation/pool-too-small");

        // The small pool of the demo has no three others.
        database.sql(
                        "update evaluation.evaluation set document = jsonb_set(document, '{neverAgain}', '[]') where lot = :lot")
                .bind("lot", opened.lot())
                .then()
                .block(PATIENCE);
        ranked(opened);
        assertThat(evaluation(opened).path("recusalMissed").asBoolean()).isFalse();
        award(opened);
        var result = house.get("newcomer", LOT + "result", opened.lot()).path("result");
        assertThat(result.at("/draw/round").asInt()).isEqualTo(2);
        assertThat(Bundles.evaluationFaults(house, opened.purchase()))
                .as("by anybody who checks the record")
                .isEmpty();
    }

    @Test
    void whatThePoolLearnsLateCountsToo() {
        var opened = opened("专家库补录任职的助餐", 9_000_000, 8_500_000, 9_500_000);
        var panel = ranked(opened);
        var tied = panel.getFirst().name();
        run("""
                insert into evaluation.pool_tie (account_id, body, name, relation)
                select p.account_id, b.id, b.name, 'EMPLOYED'
                  from evaluation.pool p, organization.body b
                 where p.name = '%s' and b.id = '%s'
                """.formatted(tied, house.body("organization")));
        try {
            post("officer", opened, "award", Map.of()).is(409, "evaluation/recusal-missed", "/panel member-tied");
        } finally {
            run(
                    "delete from evaluation.pool_tie t using evaluation.pool p where p.account_id = t.account_id and p.name = '%s'"
                            .formatted(tied));
        }
        award(opened);
    }

    /** A name is no proof: what was found out about it goes on record, and the approver reads it. */
    @Test
    void aMemberWithTheNameOfAHeadIsLookedInto() {
        var opened = opened("评审人员与负责人同名的助餐", 9_000_000, 8_500_000, 9_500_000);
        var panel = ranked(opened);
        head(house.body("organization"), panel.getFirst().name());
        post("officer", opened, "award", Map.of())
                .is(409, "evaluation/namesake-unexplained", "/namesakes member-namesake");
        post("officer", opened, "panel/renewal", Map.of("reason", "同名")).is(409, "evaluation/panel-stands");
        ok(house.post("officer", Map.of("namesakes", "身份证号码不同，不是同一个人"), LOT + "award", opened.lot()));
        var proposal = house.get("approver", LOT + "evaluation", opened.lot()).path("proposal");
        assertThat(proposal.at("/namesakes/names/0").asString())
                .isEqualTo(panel.getFirst().name());
        assertThat(proposal.at("/namesakes/reason").asString()).contains("不是同一个人");
        head(house.body("federation"), panel.get(1).name());
        post("approver", opened, "award/decision", Map.of())
                .is(409, "evaluation/namesake-unexplained", "/namesakes member-namesake", "/namesakes member-namesake");
        run("delete from organization.fact where source = 'LateRelationsIT' and value = '"
                + panel.get(1).name() + "'");
        ok(house.post("approver", Map.of(), LOT + "award/decision", opened.lot()));
    }

    private void head(UUID body, String name) {
        listed(body, "HEAD", name);
    }

    private void listed(UUID body, String kind, String value) {
        database.sql("""
                        insert into organization.fact (id, body_id, kind, value, valid_from, known_at, source, origin)
                        values (gen_random_uuid(), :body, :kind, :value,
                                cast(platform.now() at time zone 'Asia/Shanghai' as date), platform.now(), 'LateRelationsIT', 'DEMO')
                        """)
                .bind("body", body)
                .bind("kind", kind)
                .bind("value", value)
                .then()
                .block(PATIENCE);
    }

    /** C01 between two who did not win: they fall, and whoever is first stays so. */
    @Test
    void biddersWhoAreInConflictFallBeforeAnybodyIsAwarded() {
        var opened = opened("落选供应商之间有关联的助餐", 9_000_000, 8_500_000, 9_500_000, 9_400_000, 9_300_000);
        ranked(opened);
        var bids = evaluation(opened).path("bids");
        var losers = List.of(bids.get(3), bids.get(4));
        losers.forEach(one -> head(UUID.fromString(one.at("/body/id").asString()), "Wu Ming"));
        post("officer", opened, "award", Map.of()).is(409, "evaluation/bids-in-conflict", "/bids winner-in-conflict");
        var first = evaluation(opened).at("/ranking/0/bid");
        ok(house.post("officer", Map.of(), LOT + "award/next-candidate", opened.lot()));
        var after = evaluation(opened);
        assertThat(after.at("/ranking/0/bid")).isEqualTo(first);
        assertThat(after.at("/bids/3/excludedAt").asString()).isEqualTo("AWARD");
        assertThat(after.at("/bids/4/reason").asString()).contains("Wu Ming");
        post("officer", opened, "award/next-candidate", Map.of()).is(409, "evaluation/winner-stands");
        award(opened);
    }

    /** C07: as if the street office that supervises the federation had asked whom it liked. */
    @Test
    void whoSupervisesTheWinnerAndDidNotCallOpenlySaysWhy() {
        var opened = opened("本街道联合会承接的助餐", 9_000_000, 8_500_000, 9_500_000, 9_400_000);
        ranked(opened);
        var bids = evaluation(opened).path("bids");
        listed(UUID.fromString(bids.at("/0/body/id").asString()), "CREDIT_LIST", "SERIOUS");
        ok(house.post("officer", Map.of(), LOT + "award/next-candidate", opened.lot()));
        document(opened, "{terms,method}", "BT_INVITE");
        post("officer", opened, "award", Map.of("openness", " "))
                .is(409, "evaluation/openness-unexplained", "/openness winner-in-conflict");
        ok(house.post("officer", Map.of("openness", "服务不能中断，原合同由它履行"), LOT + "award", opened.lot()));
        for (var reader : List.of("approver", "supervisor")) {
            assertThat(house.get(reader, LOT + "evaluation", opened.lot())
                            .at("/proposal/openness")
                            .asString())
                    .isEqualTo("服务不能中断，原合同由它履行");
        }
        document(opened, "{terms,method}", "BT_COMPARE");
        ok(house.post("approver", Map.of(), LOT + "award/decision", opened.lot()));
    }

    private void document(Opened opened, String path, String value) {
        database.sql(
                        "update evaluation.evaluation set document = jsonb_set(document, cast(:path as text[]), to_jsonb(:value)) where lot = :lot")
                .bind("path", path)
                .bind("value", value)
                .bind("lot", opened.lot())
                .then()
                .block(PATIENCE);
    }
}
