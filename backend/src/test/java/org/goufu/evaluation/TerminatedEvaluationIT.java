package org.goufu.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.evaluation.EvaluationScene.ok;
import static org.goufu.evaluation.PanelScene.ballots;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningDesk;
import org.goufu.evaluation.OpenedLots.Opened;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Ids;
import org.goufu.kernel.Role;
import org.goufu.notification.Told;
import org.goufu.notification.Waiting;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.LotTerminated;
import org.goufu.purchase.Work;
import org.goufu.purchase.WorkSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Evaluations that end before their award: by the department, or because too few bids are left. */
@GoufuIT
class TerminatedEvaluationIT {
    private static final String LOT = "/api/lots/{id}/";

    @Autowired
    TestHouse house;

    @Autowired
    EvaluationScene scene;

    @Autowired
    OpeningDesk desk;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<WorkSource> work;

    @Autowired
    List<EventHandler<?>> handlers;

    private void ended(Opened opened) {
        Awaiting.until(() -> {
            assertThat(scene.phase(opened)).isEqualTo("ENDED");
            return true;
        });
    }

    @Test
    void anEvaluationUnderWayEndsWithItsLot() {
        var opened = scene.opened("评审中终止", 9_000_000, 8_500_000, 9_500_000);
        var panel = scene.scoring(opened);

        desk.terminate(opened.lot());

        ended(opened);
        for (var one : panel) {
            new Waiting(house, opened.lot()).is(one);
            new Told(house, opened.lot()).once(one, "evaluation", "desk", "采购人终止");
        }
        var one = panel.getFirst();
        assertThat(house.get(one, LOT + "scores", opened.lot()).path("phase").asString())
                .isEqualTo("ENDED");
        scene.post(one, opened, "scores/signature", Map.of()).is(409, "evaluation/lot-over");
        scene.post(one, opened, "panel/declaration", Map.of("unrelated", false, "ground", "UNABLE", "reason", "生病"))
                .is(409, "evaluation/lot-over");
        scene.post(one, opened, "price-opinions", Map.of("doubts", List.of())).is(409, "evaluation/lot-over");
        scene.post("officer", opened, "award", Map.of()).is(409, "evaluation/lot-over");
        scene.post("officer", opened, "panel", Map.of("experts", 3)).is(409, "evaluation/lot-over");
    }

    @Test
    void noneBeginsOnceItsLotHasEnded() {
        var opened = scene.opened("开启后终止", 9_000_000, 8_500_000, 9_500_000);

        desk.terminate(opened.lot());

        scene.post("officer", opened, "panel", Map.of("experts", 3)).is(409, "evaluation/lot-over");
        scene.get("officer", opened, "evaluation").is(404, "evaluation/not-found");
    }

    /** A list has room for so many: what ended must not take it. */
    @Test
    void whatEndedHidesNothingThatWaits() {
        var opened = scene.opened("一个部门的许多采购包", 9_000_000, 8_500_000, 9_500_000);
        house.get("officer", LOT + "panel", opened.lot());
        var department = Ids.next();
        var lots = copies(opened.lot(), department, WorkSource.MOST + 1);
        var officer = new Actor(Ids.next(), "officer9", "经办人", Set.of(Role.DEPARTMENT_OFFICER), department, null, null);
        assertThat(waiting(officer)).hasSize(WorkSource.MOST).doesNotContain(lots.getLast());

        hand(lots.subList(0, WorkSource.MOST).stream()
                .map(lot -> new LotTerminated(lot, opened.purchase(), Ids.next(), "助餐"))
                .toList());

        assertThat(waiting(officer)).containsExactly(lots.getLast());
    }

    /** The same evaluation for other lots, the last of them the newest. */
    private List<UUID> copies(UUID lot, UUID department, int count) {
        var lots = Stream.generate(Ids::next).limit(count).toList();
        database.sql("""
                        insert into evaluation.evaluation (lot, purchase, department, phase, bodies, document, changed_at)
                        select given.lot, e.purchase, :department, e.phase, e.bodies,
                               cast(replace(e.document::text, e.lot::text, given.lot::text) as jsonb),
                               e.changed_at + make_interval(secs => given.place)
                          from evaluation.evaluation e, unnest(:lots) with ordinality as given (lot, place)
                         where e.lot = :original
                        """)
                .bind("department", department)
                .bind("lots", lots.toArray(UUID[]::new))
                .bind("original", lot)
                .then()
                .block();
        return lots;
    }

    private List<UUID> waiting(Actor actor) {
        return Flux.fromIterable(work)
                .concatMap(source -> source.of(actor))
                .mapNotNull(Work::lotId)
                .collectList()
                .block();
    }

    private void hand(List<LotTerminated> events) {
        for (var handler : handlers) {
            if (handler.name().equals("evaluation.terminated"))
                cast(handler).handle(events).block();
        }
    }

    @SuppressWarnings("unchecked")
    private static EventHandler<LotTerminated> cast(EventHandler<?> handler) {
        return (EventHandler<LotTerminated>) handler;
    }

    @Test
    void groupsHearThatTooFewBidsAreLeft() {
        var opened = scene.opened("团队所在的评审不足三家", 9_000_000, 8_500_000, 9_500_000);
        database.sql("update bidding.opened_bid set acting_for = array[:group] where envelope = :bid")
                .bind("group", house.body("group"))
                .bind("bid", opened.bids().get(1))
                .then()
                .block();
        var panel = scene.seated(opened);
        var wanting = Map.of("ballots", ballots(opened.bids(), false));

        for (var one : panel) ok(house.post(one, wanting, LOT + "reviews", opened.lot()));

        assertThat(scene.phase(opened)).isEqualTo("FAILED");
        new Told(house, opened.lot()).once("group", "evaluation", "consents", "列有贵团队");
        new Told(house, opened.lot()).once("federation", "evaluation", "debrief", "评审到此为止");
    }
}
