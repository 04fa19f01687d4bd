package org.goufu.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.bidding.Envelopes;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

/** A published call is corrected by two persons: text, deadline, box, ledger and news follow at once. */
@GoufuIT
class CorrectionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CORRECTIONS = "/api/purchases/{id}/corrections";
    private static final String CORRECTION = "/api/purchases/{id}/correction";
    private static final String CHECK = CORRECTION + "/check";
    private static final String PUBLICATION = CORRECTION + "/publication";
    private static final String REASON = "居民议事会提出，夏季老人用餐时间要提前。";
    private static final String NEEDS = "为辖区六十岁以上独居、空巢老人提供每个工作日的午餐，夏季十一时开餐，按月回访满意度。";

    @Autowired
    TestHouse house;

    @Autowired
    DatabaseClient database;

    @Autowired
    PurchaseDirectory directory;

    @Autowired
    Transactions transactions;

    Purchases purchases;

    @BeforeEach
    void setUp() {
        purchases = new Purchases(house);
    }

    private static Map<String, Object> corrected(Object... changes) {
        var all = new HashMap<String, Object>();
        for (int i = 0; i < changes.length; i += 2) all.put((String) changes[i], changes[i + 1]);
        return Map.of("changes", all, "reason", REASON);
    }

    private static String in(int days) {
        return Purchases.workdayIn(days).toInstant().toString();
    }

    private static UUID id(JsonNode answer, String name) {
        return UUID.fromString(answer.path(name).asString());
    }

    /** The deadline is now: as if the time until then had passed. */
    private void expire(UUID lot) {
        var unwatched =
                database.sql("set local session_replication_role = replica").then();
        var now = database.sql("""
                        update purchase.notice set deadline = platform.now()
                         where id = (select notice_id from purchase.lot where id = :lot)
                        """).bind("lot", lot).then();
        StepVerifier.create(transactions.write(unwatched.then(now))).verifyComplete();
    }

    private static UUID lot(JsonNode call) {
        return UUID.fromString(call.path("lots").get(0).path("id").asString());
    }

    private JsonNode publish(UUID purchase, Map<String, Object> correction) {
        house.post("officer", correction, CORRECTIONS, purchase).expectStatus().isCreated();
        return TestHouse.json(house.post("approver", Map.of(), PUBLICATION, purchase));
    }

    @Test
    void twoPersonsCorrectWhatStandsInTheCall() {
        var call = purchases.publish(purchases.lunches("要更正的助餐"));
        var purchase = id(call, "purchaseId");
        var later = in(28);

        var seen = TestHouse.json(
                house.post("officer", corrected("description", NEEDS, "bidDeadline", later), CHECK, purchase));
        assertThat(seen.path("concernsBids").asBoolean()).isTrue();
        assertThat(seen.path("changes").findValuesAsString("label")).contains("项目说明", "提交截止时间");
        house.as("officer")
                .get()
                .uri(CORRECTION, purchase)
                .exchange()
                .expectStatus()
                .isNotFound();

        var correction = publish(purchase, corrected("description", NEEDS, "bidDeadline", later, "openingAt", later));
        assertThat(correction.path("formatCode").asString()).isEqualTo("N06");
        assertThat(correction.path("type").asString()).isEqualTo("CORRECTION");
        assertThat(correction.path("title").asString()).isEqualTo("要更正的助餐 更正公告");
        assertThat(correction.at("/corrects/noticeId").asString())
                .isEqualTo(call.path("id").asString());
        assertThat(correction.at("/corrects/digest").asString())
                .isEqualTo(call.path("digest").asString());
        assertThat(correction.path("fields").toString()).contains("首次公告日期", "更正前", "更正后", NEEDS, REASON);

        var now = purchases.get(
                "organization", "/api/notices/{id}", call.path("id").asString());
        assertThat(Instant.parse(now.path("deadline").asString())).isEqualTo(Instant.parse(later));
        assertThat(now.path("description").asString()).isEqualTo(NEEDS);
        assertThat(now.path("digest").asString()).isEqualTo(call.path("digest").asString());
        assertThat(now.path("sections")).isEqualTo(call.path("sections"));
        assertThat(now.at("/corrections/0/corrected/items").findValuesAsString("label"))
                .contains("采购需求");
        assertThat(directory.lot(lot(call)).block(PATIENCE).deadline()).isEqualTo(Instant.parse(later));
        assertThat(HexFormat.of().formatHex(directory.digest(id(call, "id")).block(PATIENCE)))
                .isEqualTo(correction.path("digest").asString());
        assertThat(purchases
                        .get("officer", "/api/purchases/{id}", purchase)
                        .path("history")
                        .toString())
                .contains("\"CORRECTED\"");
        house.as("officer")
                .get()
                .uri(CORRECTION, purchase)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aSecondCorrectionCorrectsTheFirst() {
        var call = purchases.publish(purchases.lunches("更正两次的助餐"));
        var purchase = id(call, "purchaseId");
        var first = publish(purchase, corrected("description", NEEDS));
        var second = publish(purchase, corrected("contact", Map.of("name", "第二联系人", "phone", "028-00005678")));
        assertThat(second.path("title").asString()).isEqualTo("更正两次的助餐 更正公告（第 2 次）");
        assertThat(second.at("/corrects/digest").asString())
                .isEqualTo(first.path("digest").asString());
        assertThat(second.at("/corrects/noticeId").asString())
                .isEqualTo(call.path("id").asString());
        assertThat(second.path("description").asString()).isEqualTo(NEEDS);
        assertThat(second.path("fields").toString()).contains("提交截止时间不变");
        assertThat(directory.words(id(call, "id")).collectList().block(PATIENCE))
                .satisfiesExactly(
                        text -> assertThat(text)
                                .startsWith("更正两次的助餐 采购公告\n")
                                .contains(call.path("description").asString())
                                .doesNotContain(NEEDS),
                        text -> assertThat(text).contains(REASON, NEEDS).doesNotContain("第二联系人"),
                        text -> assertThat(text).contains(NEEDS, "第二联系人"));
    }

    @Test
    void refusesWhatMayNotBeCorrected() {
        var call = purchases.publish(purchases.lunches("不能这样更正的助餐"));
        var purchase = id(call, "purchaseId");
        var officer = house.as("officer");
        Refusal.post(officer, corrected("title", "别的服务"), CORRECTIONS, purchase)
                .is(422, "purchase/correction-refused", "/changes/title correction-fixed");
        Refusal.post(officer, corrected("bidDeadline", in(14)), CORRECTIONS, purchase)
                .is(422, "purchase/correction-refused", "/changes/bidDeadline correction-deadline-earlier");
        Refusal.post(officer, corrected(), CORRECTIONS, purchase)
                .is(422, "purchase/correction-refused", "/changes correction-empty");
        Refusal.post(officer, corrected("bidDeadline", "morgen"), CORRECTIONS, purchase)
                .is(422, "purchase/not-well-formed", "/bidDeadline moment");
        Refusal.post(officer, Map.of("changes", Map.of("description", NEEDS)), CORRECTIONS, purchase)
                .is(422, "purchase/correction-incomplete", "/reason required");
        Refusal.post(officer, corrected("lots", List.of(Map.of(), Map.of())), CORRECTIONS, purchase)
                .is(422, "purchase/correction-incomplete", "/changes/lots correction-fixed");
        Refusal.act(house.as("approver"), PUBLICATION, purchase).is(404, "purchase/correction-missing");
    }

    @Test
    void nobodyCorrectsAlone() {
        var call = purchases.publish(purchases.lunches("一个人更正不了"));
        var purchase = id(call, "purchaseId");
        house.post("officer", corrected("description", NEEDS), CORRECTIONS, purchase)
                .expectStatus()
                .isCreated();
        database.sql("update purchase.correction set by_id = :approver where purchase_id = :purchase")
                .bind(
                        "approver",
                        UUID.fromString(
                                purchases.me("approver").at("/account/id").asString()))
                .bind("purchase", purchase)
                .then()
                .block(PATIENCE);
        assertThat(purchases.get("approver", CORRECTION, purchase).path("own").asBoolean())
                .isTrue();
        Refusal.act(house.as("approver"), PUBLICATION, purchase).is(403, "purchase/correction-same-person");
    }

    @Test
    void whatIsPreparedCanBeTakenBack() {
        var call = purchases.publish(purchases.lunches("收回更正的助餐"));
        var purchase = id(call, "purchaseId");
        house.post("officer", corrected("description", NEEDS), CORRECTIONS, purchase)
                .expectStatus()
                .isCreated();
        assertThat(purchases.get("approver", CORRECTION, purchase).path("own").asBoolean())
                .isFalse();
        house.as("officer")
                .delete()
                .uri(CORRECTION, purchase)
                .exchange()
                .expectStatus()
                .isNoContent();
        house.as("approver")
                .get()
                .uri(CORRECTION, purchase)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void afterTheDeadlineNothingIsCorrected() {
        var call = purchases.publish(purchases.lunches("截止以后更正的助餐"));
        var purchase = id(call, "purchaseId");
        house.post("officer", corrected("description", NEEDS), CORRECTIONS, purchase)
                .expectStatus()
                .isCreated();
        expire(lot(call));
        Refusal.post(house.as("officer"), corrected("description", NEEDS), CORRECTIONS, purchase)
                .is(409, "purchase/correction-too-late");
        Refusal.act(house.as("approver"), PUBLICATION, purchase).is(409, "purchase/correction-too-late");
    }

    /** Bids of before stay; a new one answers the new text, until the new deadline. */
    @Test
    void theBoxTakesBidsForTheNewTextUntilTheNewDeadline() {
        var call = purchases.publish(purchases.lunches("更正时已有响应的助餐"));
        var purchase = id(call, "purchaseId");
        var lot = lot(call);
        var bidder = Envelopes.of(house, "organization");
        var keyset = Envelopes.keyset(house, lot);
        var before = bidder.seal(lot, keyset, "9000000", null);
        bidder.upload(lot, Envelopes.id(before), before);
        bidder.give(lot, before.manifest()).expectStatus().isCreated();
        var unread = bidder.seal(lot, keyset, "8900000", Envelopes.id(before));
        bidder.upload(lot, Envelopes.id(unread), unread);

        var later = in(28);
        var correction = publish(purchase, corrected("description", NEEDS, "bidDeadline", later, "openingAt", later));

        bidder.give(lot, unread.manifest())
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/bid/notice-changed");
        var page = purchases.get("organization", "/api/lots/{id}/bidding", lot);
        assertThat(page.path("noticeDigest").asString())
                .isEqualTo(correction.path("digest").asString());
        assertThat(Instant.parse(page.path("deadline").asString())).isEqualTo(Instant.parse(later));
        var read = bidder.seal(lot, keyset, "8900000", Envelopes.id(before));
        bidder.upload(lot, Envelopes.id(read), read);
        bidder.give(lot, read.manifest()).expectStatus().isCreated();
        // The same bytes again have the same answer, whatever was corrected since.
        bidder.give(lot, before.manifest()).expectStatus().isCreated();
    }

    @Test
    void theLedgerSaysWhatWasCorrected() {
        var call = purchases.publish(purchases.lunches("入账的更正"));
        var purchase = id(call, "purchaseId");
        var correction = publish(purchase, corrected("description", NEEDS));
        var act = database.sql("select body from ledger.act where kind = 'NOTICE_CORRECTED' and subject = :id")
                .bind("id", id(correction, "id"))
                .mapValue(String.class)
                .one()
                .block(PATIENCE);
        assertThat(act)
                .contains(
                        call.path("digest").asString(),
                        correction.path("digest").asString());
    }

    /** Who was told of the call is told, and so is who answered it without having been told. */
    @Test
    void allWhomItConcernsAreTold() {
        var call = purchases.publish(purchases.lunches("告知更正的助餐"));
        var purchase = id(call, "purchaseId");
        Awaiting.until(
                PATIENCE, () -> assertThat(inbox("organization", "match")).contains("告知更正的助餐"));
        publish(purchase, corrected("description", NEEDS));
        Awaiting.until(
                PATIENCE, () -> assertThat(inbox("organization", "correction")).contains("告知更正的助餐 更正公告"));
    }

    private String inbox(String who, String kind) {
        return purchases.get(who, "/api/me/inbox?kind={kind}", kind).toString();
    }

    /** Only a correction moves a deadline, and only to a later one. */
    @Test
    void theDatabaseRefusesEverythingElse() {
        var call = purchases.publish(purchases.lunches("数据库也不让改的助餐"));
        var id = id(call, "id");
        for (var change : List.of(
                "update purchase.notice set title = 'x' where id = :id",
                "update purchase.notice set deadline = deadline - interval '1 minute' where id = :id",
                "update purchase.notice set deadline = null where id = :id",
                "update purchase.lot set budget_fen = 1 where notice_id = :id",
                "update purchase.lot set deadline = deadline - interval '1 minute' where notice_id = :id",
                "delete from purchase.lot where notice_id = :id",
                "delete from purchase.notice where id = :id")) {
            assertThat(database.sql(change)
                            .bind("id", id)
                            .then()
                            .thenReturn("changed")
                            .onErrorReturn("refused")
                            .block(PATIENCE))
                    .as(change)
                    .isEqualTo("refused");
        }
    }
}
