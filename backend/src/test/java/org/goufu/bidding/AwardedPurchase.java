package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.bidding.OpeningScene.PATIENCE;
import static org.goufu.bidding.OpeningScene.contents;
import static org.goufu.evaluation.PanelScene.sheet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.Awaiting;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.bidding.HolderScene.Key;
import org.goufu.bidding.OpeningScene.Bid;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.bidding.domain.BidAct;
import org.goufu.bidding.domain.seal.Keyset;
import org.goufu.bidding.usecase.Boxes;
import org.goufu.bidding.usecase.GiveBid;
import org.goufu.bidding.usecase.KeepSigningKeys;
import org.goufu.bidding.usecase.Uploads;
import org.goufu.demo.domain.DemoEvaluator;
import org.goufu.evaluation.PanelScene;
import org.goufu.kernel.Ids;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * An honest purchase from the call to the award, with everything in it that somebody could want to change: a correction, holders who were
 * replaced, a bid that was replaced and one that was withdrawn, sheets, and acts of others between its own.
 *
 * <p>The deadline passes by the demo's clock: nothing in it was touched.
 */
public final class AwardedPurchase {
    private static final String LOT = "/api/lots/{id}/";
    private static final int DAYS = 24;
    private static final Map<String, String> USERS =
            DemoEvaluator.all().stream().collect(Collectors.toMap(DemoEvaluator::name, DemoEvaluator::username));

    private final WebTestClient client;
    private final Boxes boxes;
    private final Uploads uploads;
    private final KeepSigningKeys keys;
    private final OrganizationDirectory organizations;
    private final Ledger ledger;
    private final Transactions transactions;
    private final DatabaseClient database;
    private final Map<String, Object> values = new TreeMap<>();
    /** Of a holder who leaves while bids are given. */
    private final Key left;

    private TestHouse house;
    private OpeningScene scene;

    public AwardedPurchase(
            WebTestClient client,
            Boxes boxes,
            Uploads uploads,
            KeepSigningKeys keys,
            OrganizationDirectory organizations,
            Ledger ledger,
            Transactions transactions,
            DatabaseClient database) {
        this.client = client;
        this.boxes = boxes;
        this.uploads = uploads;
        this.keys = keys;
        this.organizations = organizations;
        this.ledger = ledger;
        this.transactions = transactions;
        this.database = database;
        this.house = new TestHouse(client);
        this.scene = scene();
        this.left = new HolderScene(house).enrolled();
    }

    private OpeningScene scene() {
        return new OpeningScene(house, boxes, uploads, keys, organizations, transactions, database);
    }

    /** Names for what is in it, as statements bind them. */
    public Map<String, Object> values() {
        return values;
    }

    /** The call, its correction, and to whom bids are sealed; bids can be given. */
    public Lot called() {
        var lot = corrected(scene.lot(Map.of()));
        values.put("key", left.id());
        values.put("purchase", lot.purchase());
        values.put("lot", lot.id());
        values.put("keyset", Keyset.hash(lot.keyset()));
        return lot;
    }

    private Lot corrected(Lot lot) {
        values.put("call", lot.notice());
        var changes = Map.of(
                "description", "为辖区六十岁以上独居、空巢老人提供每个工作日的午餐，夏季十一时开餐，按月回访满意度。",
                "bidDeadline", in(DAYS),
                "openingAt", in(DAYS));
        house.post(
                        "officer",
                        Map.of("changes", changes, "reason", "居民议事会提出，夏季老人用餐时间要提前。"),
                        "/api/purchases/{id}/corrections",
                        lot.purchase())
                .expectStatus()
                .isCreated();
        var correction = TestHouse.json(
                house.post("approver", Map.of(), "/api/purchases/{id}/correction/publication", lot.purchase()));
        var notice = UUID.fromString(correction.path("id").asString());
        values.put("correction", notice);
        return new Lot(
                lot.id(), lot.purchase(), notice, correction.path("digest").asString(), lot.keyset());
    }

    private static String in(int days) {
        return Purchases.workdayIn(days).toInstant().toString();
    }

    /** From the first bid to the award. */
    public void awarded(Lot lot) {
        var standing = filled(lot);
        daysPass();
        opened(lot);
        evaluated(lot, standing);
    }

    private List<UUID> filled(Lot lot) {
        var organization = Envelopes.of(house, "organization");
        var body = house.body("organization");
        var others = scene.bodies(3);
        var first = scene.give(organization, body, lot, 9_000_000);
        var third = scene.put(others.get(0), lot, contents(9_500_000), List.of());
        others("between");
        withdraw(lot, scene.put(others.get(1), lot, contents(9_600_000), List.of()));
        var now = replaced(lot);
        var own = scene.give(
                organization, body, now, organization.reseal(lot.id(), now.keyset(), contents(8_500_000), first.id()));
        var fourth = scene.put(others.get(2), now, contents(9_400_000), List.of());
        others("behind");
        values.put("signer", organization.key());
        values.put("first", first.id());
        values.put("third", third.id());
        values.put("own", own.id());
        values.put("fourth", fourth.id());
        for (var segment : List.of("price", "tech")) {
            values.put(
                    segment, Envelopes.sha256(own.sealed().chunks().get(segment).getFirst()));
        }
        return List.of(own.id(), third.id(), fourth.id());
    }

    private void withdraw(Lot lot, Bid bid) {
        var signer = scene.signer(bid.body());
        var act = new BidAct(
                BidAct.Kind.BID_WITHDRAWN,
                bid.id(),
                lot.id(),
                bid.body(),
                Ids.next(),
                signer.key(),
                new byte[0],
                signer.sign(GiveBid.withdrawal(bid.id())),
                null);
        var decided = transactions
                .write(boxes.decide(List.of(new Boxes.Judged(act, null))))
                .blockOptional()
                .orElseThrow();
        assertThat(decided.getFirst().refusal()).isNull();
        values.put("withdrawn", bid.id());
        signer.revoke(keys);
        values.put("gone", signer.key());
    }

    private Lot replaced(Lot lot) {
        new HolderScene(house).revoke(left);
        house.post("approver", Map.of(), LOT + "keyset/replacement", lot.id())
                .expectStatus()
                .isCreated();
        return new Lot(lot.id(), lot.purchase(), lot.notice(), lot.digest(), Envelopes.keyset(house, lot.id()));
    }

    /** An act of somebody else. */
    private void others(String name) {
        var subject = Ids.next();
        transactions
                .write(ledger.enter(
                        List.of(new Act(Act.Kind.NOTICE_PUBLISHED, subject, Ids.next(), Map.of("number", name)))))
                .block(PATIENCE);
        values.put(name, subject);
    }

    /** Whoever was signed in is not any more. */
    private void daysPass() {
        house.as("admin")
                .post()
                .uri("/api/demo/clock")
                .bodyValue(Map.of("advance", "P" + (DAYS + 3) + "D"))
                .exchange()
                .expectStatus()
                .isOk();
        house = new TestHouse(client);
        scene = scene();
    }

    private void opened(Lot lot) {
        scene.until(lot, "SEALED");
        scene.begin(lot);
        scene.passSealCheck(lot);
        scene.holders.give("approver", lot);
        scene.until(lot, "OPENED");
    }

    private void evaluated(Lot lot, List<UUID> bids) {
        Awaiting.until(PATIENCE, () -> ok(house.post("officer", Map.of("experts", 3), LOT + "panel", lot.id())));
        var panel = house.get("officer", LOT + "evaluation", lot.id())
                .at("/panel/members")
                .valueStream()
                .map(member -> USERS.get(member.path("name").asString()))
                .toList();
        var at = new PanelScene(house, lot.id());
        panel.forEach(at::declares);
        panel.forEach(one -> at.passes(one, bids));
        for (var one : panel) {
            at.writes(one, sheet(bids, 5_500, 2_000, 5_000, 2_500, 4_000, 1_000));
            at.signs(one);
        }
        panel.forEach(at::doubtsNothing);
        ok(house.post("officer", Map.of("note", "按排序第一确定"), LOT + "award", lot.id()));
        ok(house.post("approver", Map.of(), LOT + "award/decision", lot.id()));
    }

    private static ResponseSpec ok(ResponseSpec answer) {
        answer.expectStatus().is2xxSuccessful().expectBody(String.class).returnResult();
        return answer;
    }

    /**
     * Another lot, to whose holders somebody with all rights on the database has put one whose key had been revoked; the row says again
     * afterwards what it said before.
     */
    public UUID withRevokedHolder() {
        var holders = new HolderScene(house);
        var revoked = holders.enrolled();
        holders.revoke(revoked);
        var state = "update bidding.holder_key set state = '%s' where id = :id";
        scene.time.change(state.formatted("ENROLLED"), revoked.id());
        var lot = scene.lot(Map.of());
        scene.time.change(state.formatted("REVOKED"), revoked.id());
        assertThat(Keyset.read(lot.keyset()).kids()).contains(revoked.pair().kid());
        values.put("revoked", revoked.id());
        return lot.purchase();
    }
}
