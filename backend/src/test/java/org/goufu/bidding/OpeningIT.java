package org.goufu.bidding;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.bidding.OpeningScene.contents;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.Refusal;
import org.goufu.TestHouse;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.OpeningScene.Bid;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.bidding.domain.seal.Manifest;
import org.goufu.bidding.domain.seal.Sealer.Sealed;
import org.goufu.bidding.usecase.BidsAtOpening;
import org.goufu.bidding.usecase.Openings;
import org.goufu.ledger.Bundles;
import org.goufu.ledger.domain.BundleCheck;
import org.goufu.ledger.domain.BundleFault;
import org.goufu.ledger.domain.Receipt;
import org.goufu.notification.Told;
import org.goufu.notification.Waiting;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An opening over HTTP, from the seal to the record, and on its bad days. */
@GoufuIT
class OpeningIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OPENING = "/api/lots/{id}/opening";
    private static final String AGAIN = "/api/purchases/{id}/repetition";
    private static final String SEAL = OPENING + "/seal";
    private static final String SHARES = OPENING + "/shares";
    private static final String WAITING = """
            select count(*) from pg_stat_activity
             where wait_event_type = 'Lock' and query like '%from bidding.opening where lot%for update%'
            """;

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    Transactions transactions;

    @Autowired
    DatabaseClient database;

    @Autowired
    OpenedBids opened;

    @Autowired
    PriceStage prices;

    @Autowired
    Openings openings;

    @Autowired
    BidsAtOpening atOpening;

    @Autowired
    Wrapping wrapping;

    private static void refused(ResponseSpec answer, int status, String problem) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/opening/" + problem);
    }

    private static void done(ResponseSpec answer) {
        answer.expectStatus().isNoContent().expectBody().isEmpty();
    }

    private Bid ofOrganization(Lot lot, long fen) {
        return scene.give(Envelopes.of(house, "organization"), house.body("organization"), lot, fen);
    }

    /** Ready to be opened, with a bid of the demo's organization and so many others. */
    private List<Bid> sealedWith(Lot lot, int others) {
        var bids = new ArrayList<Bid>();
        bids.add(ofOrganization(lot, 9_000_000));
        long fen = 9_100_000;
        for (var body : scene.bodies(others)) bids.add(scene.put(body, lot, contents(fen += 100_000), List.of()));
        scene.passDeadline(lot);
        return bids;
    }

    private static JsonNode bid(JsonNode opening, UUID id) {
        for (var item : opening.path("items")) {
            if (item.path("id").asString().equals(id.toString())) return item;
        }
        throw new AssertionError("no such bid in " + opening);
    }

    @Test
    void threeBidsAreOpenedTogether() {
        var lot = scene.lot(Map.of());
        refused(house.post("officer", Map.of(), OPENING, lot.id()), 409, "too-early");
        var bids = sealedWith(lot, 2);
        nothingTellsOfABid(lot, bids);
        var told = new Told(house, lot.id());
        told.once("officer", "opening", "opening", "响应文件已封存");
        for (var other : List.of("organization", "federation", "group", "supervisor", "evaluator")) {
            told.nothing(other, "opening");
        }
        var waiting = new Waiting(house, lot.id());
        for (var person : List.of("officer", "approver")) waiting.is(person, "BEGIN_OPENING");
        for (var other : List.of("organization", "supervisor", "group")) waiting.is(other);

        refused(house.post("officer", Map.of(), OPENING + "/prices", lot.id()), 409, "not-begun");
        house.post("supervisor", Map.of(), OPENING, lot.id()).expectStatus().isForbidden();
        house.post("organization", Map.of(), OPENING, lot.id()).expectStatus().isForbidden();
        var begun = scene.begin(lot);
        assertThat(begun.path("bids").asInt()).isEqualTo(3);
        assertThat(begun.path("state").asString()).isEqualTo("SEAL_CHECK");
        assertThat(begun.path("begunBy").asString()).isEqualTo("演示经办人");
        assertThat(begun.path("items")).isEmpty();
        refused(house.post("approver", Map.of(), OPENING, lot.id()), 409, "already-begun");

        told.once("organization", "opening", "opening", "前核对您的响应文件");
        told.nothing("federation", "opening");
        waiting.is("organization", "LOOK_AT_SEAL");
        waiting.is("federation");
        waiting.is("officer");
        theSealIsLookedAt(lot, bids.getFirst());
        waiting.is("organization");
        refused(house.as("officer").get().uri(SHARES, lot.id()).exchange(), 409, "no-shares-asked");
        scene.passSealCheck(lot);
        refused(house.post("organization", Map.of("whole", true), SEAL, lot.id()), 409, "check-over");

        for (var holder : List.of("officer", "approver")) told.once(holder, "opening", "opening", "交出份额");
        for (var holder : List.of("officer", "approver")) waiting.is(holder, "GIVE_SHARES");
        sharesAreGivenAllOrNone(lot);
        var open = scene.until(lot, "OPENED");
        told.once("organization", "opening", "opening", "开启记录已生成");
        told.once("approver", "opening", "evaluation", "组建评审小组");
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            waiting.is("officer", "FORM_PANEL");
            return true;
        });
        for (var other : List.of("federation", "group", "supervisor", "evaluator")) told.nothing(other, "opening");
        thePricesAreKnown(lot, bids, open);
        theContentsAreForThoseWhoMayReadThem(bids.getFirst());
        theLedgerTellsTheBox(lot, bids);
        theBundleVerifies(lot);
        refused(house.post("approver", List.of(), SHARES, lot.id()), 409, "no-shares-asked");
    }

    private void nothingTellsOfABid(Lot lot, List<Bid> bids) {
        for (var who : List.of("officer", "supervisor", "admin", "federation", "evaluator")) {
            var opening = house.get(who, OPENING, lot.id());
            assertThat(opening.path("state").asString()).isEqualTo("SEALED");
            assertThat(opening.path("bids").isNull()).isTrue();
            assertThat(opening.path("items")).isEmpty();
            var part = house.get(who, OPENING + "/part", lot.id());
            assertThat(part.path("bid").isNull()).isTrue();
        }
        assertThat(house.get("organization", OPENING + "/part", lot.id())
                        .path("bid")
                        .path("id")
                        .asString())
                .isEqualTo(bids.getFirst().id().toString());
        refused(house.as("organization").get().uri(SEAL, lot.id()).exchange(), 409, "not-begun");
        refused(house.as("officer").get().uri(SHARES, lot.id()).exchange(), 409, "not-begun");
        refused(
                house.as("officer")
                        .get()
                        .uri("/api/bids/{id}/opened", bids.getFirst().id())
                        .exchange(),
                404,
                "content-not-found");
        assertThat(opened.of(lot.id()).block()).isNull();
        assertThat(house.read("officer", "/api/ledger/entries?purchase={id}", lot.purchase()))
                .doesNotContain("BID_", "BOX_");
    }

    /** The bidder makes every link of the chain again, up to the one in the receipt of the seal. */
    private void theSealIsLookedAt(Lot lot, Bid own) {
        var box = house.get("organization", SEAL, lot.id());
        var link = sha256(HexFormat.of().parseHex(box.path("seed").asString()));
        var mine = new ArrayList<String>();
        for (var event : box.path("items")) {
            var said = event.path("kind").asString() + "|"
                    + event.path("envelope").asString() + "|" + event.path("at").asString();
            link = sha256(
                    OpeningScene.bytes("goufu-box/1"),
                    link,
                    OpeningScene.bytes(said),
                    HexFormat.of().parseHex(event.path("manifest").asString()));
            assertThat(HexFormat.of().formatHex(link))
                    .isEqualTo(event.path("link").asString());
            if (event.path("mine").asBoolean()) mine.add(event.path("envelope").asString());
        }
        assertThat(mine).containsExactly(own.id().toString());
        var act = JSON.readTree(Receipt.read(box.path("receipt").asString()).act());
        assertThat(act.path("link").asString()).isEqualTo(HexFormat.of().formatHex(link));
        assertThat(act.path("events").asInt()).isEqualTo(3);

        refused(house.as("federation").get().uri(SEAL, lot.id()).exchange(), 409, "not-begun");
        refused(house.post("federation", Map.of("whole", true), SEAL, lot.id()), 404, "not-found");
        refused(house.post("organization", Map.of("whole", false), SEAL, lot.id()), 422, "objection-missing");
        done(house.post("organization", Map.of("whole", false, "objection", "链条里看不到第二份"), SEAL, lot.id()));
        done(house.post("organization", Map.of("whole", true), SEAL, lot.id()));
        var said = scene.opening(lot).path("said");
        assertThat(said).hasSize(2);
        assertThat(said.get(0).path("words").asString()).isEqualTo("链条里看不到第二份");
        assertThat(said.get(0).path("name").asString()).isEqualTo(scene.name(own.body()));
    }

    private static byte[] sha256(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (var part : parts) whole.writeBytes(part);
        return HexFormat.of().parseHex(Envelopes.sha256(whole.toByteArray()));
    }

    private void sharesAreGivenAllOrNone(Lot lot) {
        refused(house.as("supervisor").get().uri(SHARES, lot.id()).exchange(), 403, "not-a-holder");
        house.as("organization")
                .get()
                .uri(SHARES, lot.id())
                .exchange()
                .expectStatus()
                .isForbidden();
        var shares = scene.opened("officer", lot);
        assertThat(shares).hasSize(3 * 4);
        refused(house.post("officer", shares.subList(1, shares.size()), SHARES, lot.id()), 422, "shares-incomplete");
        var wrong = new ArrayList<>(shares);
        wrong.set(0, with(shares.getFirst(), Envelopes.base64(new byte[32])));
        refused(house.post("officer", wrong, SHARES, lot.id()), 422, "share-wrong");
        assertThat(scene.opening(lot).path("said").valueStream())
                .anyMatch(word -> word.path("kind").asString().equals("WRONG_SHARES")
                        && word.path("name").asString().equals("演示经办人"));
        done(house.post("officer", shares, SHARES, lot.id()));
    }

    private static Map<String, Object> with(Map<String, Object> share, String value) {
        return Map.of("bid", share.get("bid"), "segment", share.get("segment"), "value", value);
    }

    private void thePricesAreKnown(Lot lot, List<Bid> bids, JsonNode open) {
        assertThat(open.path("items")).hasSize(3);
        assertThat(open.path("items").get(0).path("totalFen").asLong()).isEqualTo(9_000_000);
        assertThat(open.path("items").valueStream())
                .allMatch(item -> item.path("outcome").asString().equals("OPENED"));
        assertThat(open.path("holders").valueStream())
                .anyMatch(holder -> holder.path("tookPart").asBoolean())
                .anyMatch(holder -> !holder.path("tookPart").asBoolean());
        var record = house.read("evaluator", OPENING + "/record", lot.id());
        assertThat(Envelopes.sha256(OpeningScene.bytes(record)))
                .isEqualTo(open.path("digest").asString());
        var price = JSON.readTree(record).path("bids").get(0);
        assertThat(price.path("priceKey").asString())
                .isEqualTo(Envelopes.base64(bids.getFirst().sealed().keys().get("price")));
        house.anonymous()
                .get()
                .uri(OPENING + "/record?stage=TECHNICAL", lot.id())
                .exchange()
                .expectStatus()
                .isNotFound();
        var told = opened.of(lot.id()).blockOptional().orElseThrow();
        assertThat(told.stage()).isEqualTo(Stage.ALL);
        assertThat(told.bids()).hasSize(3);
        assertThat(told.bids().getFirst().price().totalFen()).isEqualTo(9_000_000);
        assertThat(told.bids().getFirst().technical().answer("服务方案")).contains("每日两荤一素");
    }

    private void theContentsAreForThoseWhoMayReadThem(Bid bid) {
        for (var who : List.of("officer", "approver", "supervisor", "organization")) {
            var read = house.get(who, "/api/bids/{id}/opened", bid.id());
            assertThat(read.path("price").path("lines").get(0).path("item").asString())
                    .isEqualTo("午餐");
            assertThat(house.read(who, "/api/bids/{id}/opened/{segment}", bid.id(), "att-1"))
                    .isEqualTo("食谱");
        }
        refused(
                house.as("federation")
                        .get()
                        .uri("/api/bids/{id}/opened", bid.id())
                        .exchange(),
                404,
                "content-not-found");
        refused(
                house.as("officer")
                        .get()
                        .uri("/api/bids/{id}/opened/att-9", bid.id())
                        .exchange(),
                404,
                "content-not-found");
        for (var who : List.of("evaluator", "group", "registrar", "admin")) {
            house.as(who)
                    .get()
                    .uri("/api/bids/{id}/opened", bid.id())
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    private void theLedgerTellsTheBox(Lot lot, List<Bid> bids) {
        var entries = house.read("evaluator", "/api/ledger/entries?purchase={id}", lot.purchase());
        assertThat(entries).contains("OPENED", "BOX_SEALED", "BID_SUBMITTED");
        for (var bid : bids) assertThat(entries).contains(bid.id().toString());
    }

    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    /** Whoever listens hears nothing of bids that come in and of the seal, and then that the opening has begun. */
    @Test
    void theStreamIsSilentUntilTheOpeningBegins() {
        var lot = scene.lot(Map.of());
        // The box comes with the news of the publication.
        scene.until(lot, "GIVING");
        var moves = house.anonymous()
                .get()
                .uri(OPENING + "/events", lot.id())
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody()
                .filter(event -> event.event() != null);
        var heard = new CopyOnWriteArrayList<ServerSentEvent<String>>();
        var listening = moves.subscribe(heard::add);
        sealedWith(lot, 2);
        assertThat(heard).isEmpty();
        scene.begin(lot);
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(heard).isNotEmpty().allSatisfy(event -> {
                assertThat(event.event()).isEqualTo("moved");
                assertThat(event.data()).isNullOrEmpty();
            });
            return true;
        });
        listening.dispose();
        refused(
                house.anonymous()
                        .get()
                        .uri(OPENING + "/events", UUID.randomUUID())
                        .exchange(),
                404,
                "not-found");
    }

    @Test
    void withTooFewNothingIsOpened() {
        var lot = scene.lot(Map.of());
        var bids = sealedWith(lot, 1);
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
        scene.publishTermination(lot);
        theBundleVerifies(lot);
    }

    /** domain.md 1.9: below the purchase limit two suffice when a first run found too few, and the record says so. */
    @Test
    void inASecondRunTwoAreOpened() {
        var first = scene.lot(Map.of());
        sealedWith(first, 1);
        assertThat(scene.begin(first).path("state").asString()).isEqualTo("FAILED_TOO_FEW");
        house.post("officer", Map.of(), AGAIN, first.purchase()).expectStatus().isEqualTo(409);
        scene.publishTermination(first);
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
        sealedWith(second, 1);
        assertThat(scene.begin(second).path("state").asString()).isEqualTo("SEAL_CHECK");
        scene.passSealCheck(second);
        scene.give("officer", second);
        scene.until(second, "OPENED");
        assertThat(house.read("evaluator", OPENING + "/record?stage=ALL", second.id()))
                .contains("\"least\":2", "\"secondRun\":true");
        theBundleVerifies(second);
    }

    @Test
    void aLotThatCameToSomethingElseIsNotOpened() {
        var lot = scene.lot(Map.of());
        sealedWith(lot, 2);
        scene.terminate(lot);
        refused(house.post("officer", Map.of(), OPENING, lot.id()), 409, "purchase-over");
    }

    @Test
    void pricesWaitForTheEvaluators() {
        var lot = scene.lot(Map.of("stagedOpening", true));
        var bids = sealedWith(lot, 2);
        assertThat(scene.begin(lot).path("staged").asBoolean()).isTrue();
        scene.passSealCheck(lot);
        assertThat(scene.opened("officer", lot))
                .hasSize(3 * 3)
                .noneMatch(share -> share.get("segment").equals("price"));
        scene.give("officer", lot);
        var technical = scene.until(lot, "TECHNICAL_OPENED");
        assertThat(bid(technical, bids.getFirst().id()).path("totalFen").isNull())
                .isTrue();
        assertThat(house.get("officer", "/api/bids/{id}/opened", bids.getFirst().id())
                        .path("price")
                        .isNull())
                .isTrue();
        assertThat(house.read("officer", OPENING + "/record?stage=TECHNICAL", lot.id()))
                .doesNotContain("priceKey", "9000000");
        assertThat(opened.of(lot.id())
                        .blockOptional()
                        .orElseThrow()
                        .bids()
                        .getFirst()
                        .price())
                .isNull();
        refused(house.as("officer").get().uri(SHARES, lot.id()).exchange(), 409, "no-shares-asked");
        refused(house.post("officer", Map.of(), OPENING + "/prices", lot.id()), 409, "prices-not-allowed");

        transactions.write(prices.allowPrices(lot.id())).block();
        transactions.write(prices.allowPrices(lot.id())).block();
        house.post("approver", Map.of(), OPENING + "/prices", lot.id())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("OPENING_PRICES");
        assertThat(scene.opened("approver", lot)).hasSize(3);
        scene.give("approver", lot);
        var open = scene.until(lot, "OPENED");
        assertThat(bid(open, bids.getFirst().id()).path("totalFen").asLong()).isEqualTo(9_000_000);
        assertThat(opened.of(lot.id()).blockOptional().orElseThrow().bids())
                .allMatch(bid -> bid.price() != null && bid.technical() != null);
        theBundleVerifies(lot);
    }

    /** Nobody comes with a key: the bidder who kept its own opens, the others do not. */
    @Test
    void bidsThatHoldersCannotOpenTheirBiddersCan() {
        var lot = scene.lot(Map.of());
        var bids = sealedWith(lot, 2);
        var own = bids.getFirst();
        scene.begin(lot);
        scene.passSealCheck(lot);
        refused(house.post("officer", Map.of("reason", " "), OPENING + "/absence", lot.id()), 422, "reason-missing");
        refused(remedy(own, Map.of()), 409, "no-remedy");
        house.post("officer", Map.of("reason", "两位开启人的钥匙文件都损坏"), OPENING + "/absence", lot.id())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.without")
                .isEqualTo("演示经办人：两位开启人的钥匙文件都损坏");
        awaitMendable(lot, "HOLDERS_MISSING");
        new Told(house, lot.id()).once("organization", "opening", "opening", "恢复文件里的钥匙");
        new Waiting(house, lot.id()).is("organization", "MEND_BID");

        refused(remedy(own, Map.of("price", own.sealed().keys().get("price"))), 422, "key-wrong");
        var others = bids.get(1).sealed().keys();
        refused(remedy(own, others), 422, "key-wrong");
        house.post("federation", Map.of("keys", List.of()), "/api/bids/{id}/remedy", own.id())
                .expectStatus()
                .isNotFound();
        done(remedy(own, own.sealed().keys()));
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(part(lot).path("outcome").asString()).isEqualTo("OPENED");
            return true;
        });
        scene.passRemedy(lot);
        var open = scene.until(lot, "OPENED");
        assertThat(bid(open, own.id()).path("totalFen").asLong()).isEqualTo(9_000_000);
        assertThat(bid(open, bids.get(1).id()).path("reason").asString()).isEqualTo("HOLDERS_MISSING");
        assertThat(bid(open, bids.get(1).id()).path("article").asString()).contains("第三十一条");
        assertThat(open.path("holders").valueStream())
                .noneMatch(holder -> holder.path("tookPart").asBoolean());
    }

    /** What one holder cannot open the other is asked for; what nobody can open its bidder mends. */
    @Test
    void aShareThatItsHolderCannotOpenIsAskedOfTheOther() {
        var lot = scene.lot(Map.of());
        var bids = sealedWith(lot, 2);
        var own = bids.getFirst();
        scene.begin(lot);
        scene.passSealCheck(lot);
        done(house.post("officer", without(lot, "officer", own, bids.get(1)), SHARES, lot.id()));
        var gathering = scene.opening(lot);
        assertThat(gathering.path("gatheredAt").isNull()).isTrue();
        assertThat(gathering.path("holders").valueStream())
                .anyMatch(holder -> !holder.path("tookPart").asBoolean());
        var waiting = new Waiting(house, lot.id());
        waiting.is("officer");
        waiting.is("approver", "GIVE_SHARES");

        done(house.post("approver", without(lot, "approver", own), SHARES, lot.id()));
        awaitMendable(lot, "HOLDERS_MISSING");
        assertThat(scene.opening(lot).path("remedyUntil").isNull()).isFalse();
        done(remedy(own, own.sealed().keys()));

        var open = scene.until(lot, "OPENED");
        assertThat(bid(open, own.id()).path("totalFen").asLong()).isEqualTo(9_000_000);
        assertThat(open.path("items").valueStream())
                .allMatch(item -> item.path("outcome").asString().equals("OPENED"));
        assertThat(house.read("evaluator", OPENING + "/record", lot.id()))
                .contains("\"kind\":\"UNOPENED_SHARES\",\"name\":\"演示经办人\",\"words\":\"2\"")
                .contains("\"kind\":\"UNOPENED_SHARES\",\"name\":\"演示审核人\",\"words\":\"1\"");
    }

    /** All shares of a holder, but those of the prices of these bids, which cannot be opened. */
    private List<Map<String, Object>> without(Lot lot, String holder, Bid... bids) {
        var ids = Arrays.stream(bids).map(bid -> bid.id().toString()).toList();
        var shares = new ArrayList<>(scene.opened(holder, lot));
        shares.replaceAll(share ->
                ids.contains(share.get("bid")) && share.get("segment").equals("price") ? unopened(share) : share);
        return shares;
    }

    /** At the end of the time to mend the last bid comes in time and the next one too late, and nothing is opened in between. */
    @Test
    void whatIsMendedInTheLastMomentIsWaitedFor() {
        var lot = scene.lot(Map.of());
        var bids = sealedWith(lot, 2);
        var late = bids.getFirst();
        var last = bids.get(1);
        scene.begin(lot);
        scene.passSealCheck(lot);
        house.post("officer", Map.of("reason", "两位开启人的钥匙文件都损坏"), OPENING + "/absence", lot.id())
                .expectStatus()
                .isOk();
        awaitMendable(lot, "HOLDERS_MISSING");
        var keys = new HashMap<String, byte[]>();
        last.sealed()
                .keys()
                .forEach((segment, key) -> keys.put(segment, wrapping.wrapped(last.id(), "key|" + segment, key)));
        var over = new CompletableFuture<Void>();
        var mending = transactions
                .write(openings.hold(lot.id())
                        .then(Mono.fromFuture(over))
                        .then(Mono.defer(() -> atOpening.again(last.id(), keys))))
                .toFuture();
        awaitWaiting(0);
        var another =
                CompletableFuture.supplyAsync(() -> remedy(late, late.sealed().keys()));
        awaitWaiting(1);
        scene.passRemedy(lot);
        awaitWaiting(2);
        over.complete(null);
        mending.join();

        refused(another.join(), 409, "no-remedy");
        var open = scene.until(lot, "OPENED");
        became(open, late, "FAILED", "HOLDERS_MISSING");
        assertThat(bid(open, last.id()).path("outcome").asString()).isEqualTo("OPENED");
        assertThat(bid(open, last.id()).path("totalFen").asLong()).isEqualTo(9_200_000);
    }

    /** So many wait for an opening that another transaction holds. */
    private void awaitWaiting(int count) {
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(database.sql(WAITING).mapValue(Long.class).one().block()).isEqualTo(count);
            return true;
        });
    }

    private static Map<String, Object> unopened(Map<String, Object> share) {
        var unopened = new HashMap<>(share);
        unopened.put("value", null);
        return unopened;
    }

    private JsonNode part(Lot lot) {
        return house.get("organization", OPENING + "/part", lot.id()).path("bid");
    }

    private void awaitMendable(Lot lot, String reason) {
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(part(lot).path("mendable").asBoolean()).isTrue();
            return true;
        });
        assertThat(part(lot).path("reason").asString()).isEqualTo(reason);
    }

    private ResponseSpec remedy(Bid bid, Map<String, byte[]> keys) {
        var given = keys.entrySet().stream()
                .map(key -> Map.of("segment", key.getKey(), "key", Envelopes.base64(key.getValue())))
                .toList();
        return house.post("organization", Map.of("keys", given), "/api/bids/{id}/remedy", bid.id());
    }

    @Test
    void whatThePlatformLostIsPresentedAgain() {
        var lot = scene.lot(Map.of());
        var bids = sealedWith(lot, 2);
        var own = bids.getFirst();
        scene.change("update bidding.chunk set content = content || 'x'::bytea where envelope = :id", own.id());
        scene.begin(lot);
        // Nobody foresaw this one: it stays with its bid.
        scene.change(
                "update bidding.opened_bid set keyset = null where envelope = :id",
                bids.get(2).id());
        scene.passSealCheck(lot);
        scene.give("officer", lot);
        awaitMendable(lot, "CIPHERTEXT_LOST");
        new Told(house, lot.id()).once("organization", "opening", "opening", "重新提交您保存的密文");

        assertThat(house.read("organization", "/api/bids/{id}/manifest", own.id()))
                .isEqualTo(new String(own.sealed().manifest()));
        house.as("federation")
                .get()
                .uri("/api/bids/{id}/manifest", own.id())
                .exchange()
                .expectStatus()
                .isNotFound();
        refused(remedy(own, own.sealed().keys()), 409, "no-remedy");
        refused(present(own, new byte[] {7}), 409, "no-remedy");
        for (var chunks : own.sealed().chunks().values()) {
            for (var chunk : chunks) done(present(own, chunk));
        }
        done(remedy(own, Map.of()));
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(part(lot).path("outcome").asString()).isEqualTo("OPENED");
            return true;
        });
        scene.passRemedy(lot);
        var open = scene.until(lot, "OPENED");
        assertThat(bid(open, own.id()).path("totalFen").asLong()).isEqualTo(9_000_000);
        became(open, bids.get(2), "FAILED", "PLATFORM_FAILED");
        refused(present(own, new byte[] {7}), 409, "no-remedy");
    }

    /** Behind absent holders stands a damaged ciphertext: its bidder is asked again, and has the whole time again. */
    @Test
    void whatShowsOnlyWithTheBiddersKeysIsAskedForAnew() {
        var lot = scene.lot(Map.of());
        var own = sealedWith(lot, 2).getFirst();
        scene.change("update bidding.chunk set content = content || 'x'::bytea where envelope = :id", own.id());
        scene.begin(lot);
        scene.passSealCheck(lot);
        house.post("officer", Map.of("reason", "两位开启人的钥匙文件都损坏"), OPENING + "/absence", lot.id())
                .expectStatus()
                .isOk();
        awaitMendable(lot, "HOLDERS_MISSING");
        var until = scene.opening(lot).path("remedyUntil").asString();
        done(remedy(own, own.sealed().keys()));
        awaitMendable(lot, "CIPHERTEXT_LOST");
        assertThat(scene.opening(lot).path("remedyUntil").asString()).isGreaterThan(until);
        new Told(house, lot.id()).once("organization", "opening", "opening", "重新提交您保存的密文");

        for (var chunks : own.sealed().chunks().values()) {
            for (var chunk : chunks) done(present(own, chunk));
        }
        done(remedy(own, Map.of()));
        scene.passRemedy(lot);
        assertThat(bid(scene.until(lot, "OPENED"), own.id()).path("outcome").asString())
                .isEqualTo("OPENED");
    }

    /** Its time was the technical stage: another's trouble at the price stage does not bring it back. */
    @Test
    void whatWasNotMendedInItsStageHasFailedForGood() {
        var lot = scene.lot(Map.of("stagedOpening", true));
        var bids = sealedWith(lot, 3);
        var own = bids.getFirst();
        damage(own, "tech");
        damage(bids.get(1), "price");
        scene.begin(lot);
        scene.passSealCheck(lot);
        scene.give("officer", lot);
        awaitMendable(lot, "CIPHERTEXT_LOST");
        scene.passRemedy(lot);
        scene.until(lot, "TECHNICAL_OPENED");

        transactions.write(prices.allowPrices(lot.id())).block();
        house.post("approver", Map.of(), OPENING + "/prices", lot.id())
                .expectStatus()
                .isOk();
        scene.give("approver", lot);
        Awaiting.until(OpeningScene.PATIENCE, () -> {
            assertThat(scene.opening(lot).path("remedyUntil").isNull()).isFalse();
            return true;
        });
        assertThat(part(lot).path("mendable").asBoolean()).isFalse();
        refused(present(own, own.sealed().chunks().get("tech").getFirst()), 409, "no-remedy");
        refused(remedy(own, Map.of()), 409, "no-remedy");
        scene.passRemedy(lot);
        var open = scene.until(lot, "OPENED");
        became(open, own, "FAILED", "CIPHERTEXT_LOST");
        became(open, bids.get(1), "FAILED", "CIPHERTEXT_LOST");
    }

    private void damage(Bid bid, String segment) {
        var digest = Envelopes.sha256(bid.sealed().chunks().get(segment).getFirst());
        scene.change(
                "update bidding.chunk set content = content || 'x'::bytea where envelope = :id and digest = '\\x%s'"
                        .formatted(digest),
                bid.id());
    }

    private ResponseSpec present(Bid bid, byte[] piece) {
        return house.as("organization")
                .put()
                .uri("/api/bids/{id}/chunks/{digest}", bid.id(), Envelopes.sha256(piece))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(piece)
                .exchange();
    }

    /** Whatever is wrong with a bid, the others go on. */
    @Test
    void oneBadBidNeverStopsTheOthers() {
        var lot = scene.lot(Map.of());
        var bodies = scene.bodies(14);
        var spare = bodies.subList(10, 14).iterator();
        var group = house.body("group");
        var good = scene.put(bodies.get(0), lot, contents(9_000_000), List.of());
        var dear = scene.put(bodies.get(1), lot, contents(9_800_001), List.of());
        var unreadable = contents(1);
        unreadable.put("price", OpeningScene.bytes("9500000"));
        var price = scene.put(bodies.get(2), lot, unreadable, List.of());
        var half = contents(9_000_000);
        half.remove("tech");
        var incomplete = scene.put(bodies.get(3), lot, half, List.of());
        var vague = contents(9_100_000);
        vague.put("tech", OpeningScene.bytes("{\"format\":\"goufu-tech/1\"}"));
        var technical = scene.put(bodies.get(9), lot, vague, List.of());
        var foreign = contents(9_100_000);
        foreign.put("price", new String(foreign.get("price"), UTF_8).getBytes(UTF_16LE));
        var vast = contents(9_100_000);
        vast.put("price", altered(vast.get("price"), "7200", "1E+1000000000"));
        var mute = contents(9_100_000);
        mute.put("price", altered(mute.get("price"), "含税", "\\\\u0000"));
        var rough = Stream.of(foreign, vast, mute)
                .map(content -> scene.put(spare.next(), lot, content, List.of()))
                .toList();
        var gap = contents(9_100_000);
        gap.put("allocation", OpeningScene.bytes("""
                {"format":"goufu-allocation/1","rosterHash":"%s","ownShare":10000,"ownFen":9100000,"fee":0,"feeFen":0,"parts":[null]}
                """.formatted("2".repeat(64))));
        var undivided = scene.put(spare.next(), lot, gap, List.of(house.body("federation")));
        var lying = lying(lot, bodies.get(4), "hash");
        var equivocal = lying(lot, bodies.get(5), "commit");
        var garbage = garbage(lot, bodies.get(6));
        var one = scene.put(bodies.get(7), lot, contents(9_200_000), List.of(group));
        var other = scene.put(bodies.get(8), lot, contents(9_300_000), List.of(group));
        scene.passDeadline(lot);
        scene.begin(lot);
        scene.passSealCheck(lot);
        scene.give("officer", lot);
        var open = scene.until(lot, "OPENED");
        assertThat(bid(open, good.id()).path("outcome").asString()).isEqualTo("OPENED");
        became(open, dear, "INVALID", "OVER_CEILING");
        assertThat(bid(open, dear.id()).path("totalFen").asLong()).isEqualTo(9_800_001);
        became(open, price, "FAILED", "PRICE_UNREADABLE");
        became(open, incomplete, "FAILED", "INCOMPLETE");
        became(open, technical, "FAILED", "TECHNICAL_UNREADABLE");
        for (var unread : rough) became(open, unread, "FAILED", "PRICE_UNREADABLE");
        became(open, undivided, "INVALID", "ALLOCATION_WRONG");
        became(open, lying, "FAILED", "SHARE_WRONG");
        became(open, equivocal, "FAILED", "KEY_WRONG");
        became(open, garbage, "FAILED", "CONTENT_WRONG");
        became(open, one, "INVALID", "ALLOCATION_WRONG");
        became(open, other, "INVALID", "ALLOCATION_WRONG");
        assertThat(open.path("remedyUntil").isNull()).isTrue();
    }

    private static byte[] altered(byte[] content, String what, String instead) {
        return OpeningScene.bytes(new String(content, UTF_8).replaceFirst(what, instead));
    }

    /** Who is in a bid is known before its price is. */
    @Test
    void aGroupInTwoBidsSpoilsBoth() {
        var lot = scene.lot(Map.of("stagedOpening", true));
        var bodies = scene.bodies(3);
        var group = house.body("group");
        var good = scene.put(bodies.get(0), lot, contents(9_000_000), List.of());
        var one = scene.put(bodies.get(1), lot, contents(9_200_000), List.of(group));
        var other = scene.put(bodies.get(2), lot, contents(9_300_000), List.of(group));
        scene.passDeadline(lot);
        scene.begin(lot);
        scene.passSealCheck(lot);
        scene.give("officer", lot);
        var open = scene.until(lot, "TECHNICAL_OPENED");
        assertThat(bid(open, good.id()).path("outcome").asString()).isEqualTo("OPENED");
        became(open, one, "INVALID", "MEMBER_TWICE");
        became(open, other, "INVALID", "MEMBER_TWICE");
    }

    /** All of it but the notice, whose times the scene moved into the past: that is named. */
    private void theBundleVerifies(Lot lot) {
        assertThat(Bundles.verified(house, lot.purchase()).findings())
                .extracting(BundleCheck.Finding::fault)
                .containsExactly(BundleFault.NOTICE_CHANGED);
    }

    private static void became(JsonNode open, Bid bid, String outcome, String reason) {
        var item = bid(open, bid.id());
        assertThat(item.path("outcome").asString()).isEqualTo(outcome);
        assertThat(item.path("reason").asString()).isEqualTo(reason);
        assertThat(item.path("article").asString()).isNotBlank();
    }

    /** A bid that promises something else than it has: of the platform's share, or of the key. */
    private Bid lying(Lot lot, UUID body, String about) {
        var sealed = OpeningScene.sealed(body, lot, contents(9_000_000), List.of());
        var manifest = JSON.readTree(sealed.manifest());
        var price = manifest.path("segments").get(0);
        var promised = about.equals("commit")
                ? price.path("commit").asString()
                : price.path("shares")
                        .valueStream()
                        .filter(share -> share.path("group").asString().equals("platform"))
                        .findFirst()
                        .orElseThrow()
                        .path("hash")
                        .asString();
        return scene.put(lot, with(sealed, promised, "0".repeat(64), null), body);
    }

    /** A bid whose ciphertext is no ciphertext. */
    private Bid garbage(Lot lot, UUID body) {
        var sealed = OpeningScene.sealed(body, lot, contents(9_000_000), List.of());
        var chunk = sealed.chunks().get("tech").getFirst().clone();
        var digest = Envelopes.sha256(chunk);
        Arrays.fill(chunk, (byte) 7);
        return scene.put(lot, with(sealed, digest, Envelopes.sha256(chunk), chunk), body);
    }

    private static Sealed with(Sealed sealed, String digest, String instead, byte[] chunk) {
        var manifest = new String(sealed.manifest()).replace(digest, instead).getBytes();
        Manifest.read(manifest);
        var chunks = new LinkedHashMap<>(sealed.chunks());
        if (chunk != null) chunks.put("tech", List.of(chunk));
        return new Sealed(manifest, chunks, sealed.keys());
    }
}
