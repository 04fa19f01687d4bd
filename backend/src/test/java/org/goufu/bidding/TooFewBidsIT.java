package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.bidding.OpeningDesk.refused;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.notification.Told;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Boxes that are not opened, because too few bids lie in them or the purchase is over, and their second run. */
@GoufuIT
class TooFewBidsIT {
    private static final String OPENING = "/api/lots/{id}/opening";
    private static final String AGAIN = "/api/purchases/{id}/repetition";
    private static final String SEAL = OPENING + "/seal";
    private static final String SHARES = OPENING + "/shares";

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    OpeningDesk desk;

    @Autowired
    OpenedBids opened;

    @Test
    void withTooFewNothingIsOpened() {
        var lot = scene.lot(Map.of());
        var bids = desk.sealedWith(lot, 1);
        var failed = scene.begin(lot);
        assertThat(failed.path("state").asString()).isEqualTo("FAILED_TOO_FEW");
        assertThat(failed.path("bids").asInt()).isEqualTo(2);
        assertThat(failed.path("items")).isEmpty();
        new Told(house, lot.id()).once("organization", "opening", "opening", "没有开启");
        refused(house.as("officer").get().uri(SHARES, lot.id()).exchange(), 409, "no-shares-asked");
        refused(house.post("organization", Map.of("whole", true), SEAL, lot.id()), 409, "check-over");
        var entries = house.read("evaluator", "/api/ledger/entries?purchase={id}", lot.purchase());
        assertThat(entries).contains("BOX_SEALED", "OPENED").doesNotContain("BID_SUBMITTED");
        assertThat(entries).doesNotContain(bids.getFirst().id().toString());
        assertThat(opened.of(lot.id()).block()).isNull();
        var outcome = house.get("officer", "/api/purchases/{id}/outcomes", lot.purchase());
        assertThat(outcome.toString()).contains("LESS_THAN_THREE");
        desk.publishTermination(lot.id());
        desk.theBundleVerifies(lot);
    }

    /** domain.md 1.9: below the purchase limit two suffice when a first run found too few, and the record says so. */
    @Test
    void inASecondRunTwoAreOpened() {
        var first = scene.lot(Map.of());
        desk.sealedWith(first, 1);
        assertThat(scene.begin(first).path("state").asString()).isEqualTo("FAILED_TOO_FEW");
        house.post("officer", Map.of(), AGAIN, first.purchase()).expectStatus().isEqualTo(409);
        desk.publishTermination(first.id());
        var draft = TestHouse.json(house.post("officer", Map.of(), AGAIN, first.purchase())
                .expectStatus()
                .isCreated());
        assertThat(draft.at("/lots/0/repeats").asString()).isEqualTo(first.id().toString());
        assertThat(draft.path("bidDeadline").isNull()).isTrue();

        @SuppressWarnings("unchecked")
        var lots = (List<Map<String, Object>>)
                new Purchases(house).lunches("第二次采购").get("lots");
        var lot = new HashMap<>(lots.getFirst());
        lot.put("repeats", UUID.randomUUID());
        var wrong = new HashMap<>(new Purchases(house).lunches("没有失败过的第二次采购"));
        wrong.put("lots", List.of(lot));
        Refusal.act(house.as("officer"), "/api/purchases/{id}/submission", new Purchases(house).draft(wrong))
                .seen("\"1\"")
                .is(422, "purchase/not-ready", "/lots/0/repeats second-run-of-none");

        lot.put("repeats", first.id());
        var second = scene.lot(Map.of("lots", List.of(lot)));
        var notice = house.get("evaluator", "/api/notices/{id}", second.notice());
        assertThat(notice.at("/repeats/0/id").asString())
                .isEqualTo(first.notice().toString());
        assertThat(notice.path("fields").toString()).contains("两家以上响应文件即可开启");
        assertThat(house.get("evaluator", "/api/notices/{id}", first.notice())
                        .at("/repeatedBy/0/id")
                        .asString())
                .isEqualTo(second.notice().toString());
        desk.sealedWith(second, 1);
        assertThat(scene.begin(second).path("state").asString()).isEqualTo("SEAL_CHECK");
        scene.passSealCheck(second);
        scene.holders.give("officer", second);
        scene.until(second, "OPENED");
        assertThat(house.read("evaluator", OPENING + "/record?stage=ALL", second.id()))
                .contains("\"least\":2", "\"secondRun\":true");
        desk.theBundleVerifies(second);
    }

    @Test
    void aLotThatCameToSomethingElseIsNotOpened() {
        var lot = scene.lot(Map.of());
        desk.sealedWith(lot, 2);
        desk.terminate(lot.id());
        refused(house.post("officer", Map.of(), OPENING, lot.id()), 409, "purchase-over");
    }
}
