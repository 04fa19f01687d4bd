package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.PanelScene.sheet;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.Purchases;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.demo.domain.DemoEvaluator;
import org.goufu.evaluation.OpenedLots.Opened;
import org.goufu.notification.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Lots on their way from opened bids to the award, with the demo's people in their parts. */
@TestComponent
public final class EvaluationScene {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LOT = "/api/lots/{id}/";
    private static final Map<String, String> USERS =
            DemoEvaluator.all().stream().collect(Collectors.toMap(DemoEvaluator::name, DemoEvaluator::username));

    private final TestHouse house;
    private final DatabaseClient database;
    private final OpenedLots lots;

    public EvaluationScene(TestHouse house, DatabaseClient database) {
        this.house = house;
        this.database = database;
        this.lots = new OpenedLots(house, database);
    }

    Opened opened(String title, long... prices) {
        return opened(new HashMap<>(new Purchases(house).lunches(title)), prices);
    }

    Opened opened(Map<String, Object> form, long... prices) {
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

    JsonNode evaluation(Opened opened) {
        return house.get("officer", LOT + "evaluation", opened.lot());
    }

    String phase(Opened opened) {
        return evaluation(opened).path("phase").asString();
    }

    List<String> panel(Opened opened) {
        return evaluation(opened)
                .at("/panel/members")
                .valueStream()
                .map(member -> user(member.path("name")))
                .toList();
    }

    /** The account of a member, by its name. */
    static @Nullable String user(JsonNode name) {
        return USERS.get(name.asString());
    }

    private List<String> drawn(Opened opened) {
        ok(house.post("officer", Map.of("experts", 3), LOT + "panel", opened.lot()));
        return panel(opened);
    }

    List<String> seated(Opened opened) {
        var panel = drawn(opened);
        var waiting = new Waiting(house, opened.lot());
        panel.forEach(one -> waiting.is(one, "TAKE_SEAT"));
        panel.forEach(one -> ok(declare(one, opened)));
        panel.forEach(one -> waiting.is(one, "CHECK_BIDS"));
        return panel;
    }

    ResponseSpec declare(String user, Opened opened) {
        return house.post(user, Map.of("unrelated", true), LOT + "panel/declaration", opened.lot());
    }

    List<String> scoring(Opened opened) {
        var panel = seated(opened);
        panel.forEach(one -> new PanelScene(house, opened.lot()).passes(one, opened.bids()));
        assertThat(phase(opened)).isEqualTo("SCORING");
        panel.forEach(one -> new Waiting(house, opened.lot()).is(one, "SCORE_BIDS"));
        return panel;
    }

    void writes(String user, Opened opened, Map<String, Object> sheet) {
        new PanelScene(house, opened.lot()).writes(user, sheet);
    }

    void signs(String user, Opened opened) {
        new PanelScene(house, opened.lot()).signs(user);
    }

    List<String> pricing(Opened opened) {
        var panel = scoring(opened);
        for (var one : panel) {
            writes(one, opened, sheet(opened.bids(), 5_500, 2_000, 5_000, 2_500, 4_000, 1_000));
            signs(one, opened);
        }
        assertThat(phase(opened)).isEqualTo("PRICING");
        return panel;
    }

    void undoubted(List<String> panel, Opened opened) {
        panel.forEach(new PanelScene(house, opened.lot())::doubtsNothing);
    }

    List<String> ranked(Opened opened) {
        var panel = pricing(opened);
        undoubted(panel, opened);
        assertThat(phase(opened)).isEqualTo("RANKED");
        return panel;
    }

    UUID award(Opened opened) {
        ok(house.post("officer", Map.of("note", "按排序第一确定"), LOT + "award", opened.lot()));
        var notice = TestHouse.json(house.post("approver", Map.of(), LOT + "award/decision", opened.lot()));
        return UUID.fromString(notice.path("noticeId").asString());
    }

    Refusal get(String user, Opened opened, String path) {
        return Refusal.get(house.as(user), LOT + path, opened.lot());
    }

    Refusal post(String user, Opened opened, String path, Object body) {
        return Refusal.post(house.as(user), body, LOT + path, opened.lot());
    }

    void set(Opened opened, String path, String value) {
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

    @Nullable
    Long entered(Opened opened, String kind) {
        return database.sql("select count(*) from ledger.act where purchase = :purchase and kind = :kind and revealed")
                .bind("purchase", opened.purchase())
                .bind("kind", kind)
                .mapValue(Long.class)
                .one()
                .block(PATIENCE);
    }

    static void ok(ResponseSpec answer) {
        answer.expectStatus().is2xxSuccessful().expectBody(String.class).returnResult();
    }
}
