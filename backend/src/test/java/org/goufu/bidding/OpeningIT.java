package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.bidding.OpeningDesk.done;
import static org.goufu.bidding.OpeningDesk.refused;
import static org.goufu.bidding.OpeningScene.in;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.bidding.OpenedLot.Stage;
import org.goufu.bidding.OpeningScene.Bid;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.ledger.domain.Receipt;
import org.goufu.notification.Told;
import org.goufu.notification.Waiting;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An opening over HTTP as it should be, from the seal to the record. */
@GoufuIT
class OpeningIT {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OPENING = "/api/lots/{id}/opening";
    private static final String SEAL = OPENING + "/seal";
    private static final String SHARES = OPENING + "/shares";
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    OpeningDesk desk;

    @Autowired
    Transactions transactions;

    @Autowired
    OpenedBids opened;

    @Autowired
    PriceStage prices;

    @Test
    void threeBidsAreOpenedTogether() {
        var lot = scene.lot(Map.of());
        refused(house.post("officer", Map.of(), OPENING, lot.id()), 409, "too-early");
        var bids = desk.sealedWith(lot, 2);
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
        whatWasSaidIsTold(lot, bids.getFirst());
        theContentsAreForThoseWhoMayReadThem(bids.getFirst());
        theLedgerTellsTheBox(lot, bids);
        desk.theBundleVerifies(lot);
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
        var part = house.get("organization", OPENING + "/part", lot.id()).path("bid");
        assertThat(part.path("objected").asBoolean()).isTrue();
        assertThat(part.path("checked").asBoolean()).isFalse();
        done(house.post("organization", Map.of("whole", true), SEAL, lot.id()));
        var said = scene.opening(lot).path("said");
        assertThat(said).hasSize(2);
        assertThat(said).as("who bids is nobody's business before the opening").allSatisfy(word -> {
            assertThat(word.path("name").asString()).isEmpty();
            assertThat(word.path("words").asString()).isEmpty();
        });
        for (var who : List.of("officer", "supervisor", "federation")) {
            assertThat(house.read(who, OPENING, lot.id()))
                    .doesNotContain("链条里看不到第二份")
                    .doesNotContain(scene.name(own.body()));
        }
    }

    /** Once bids are opened it is told who said what about the seal. */
    private void whatWasSaidIsTold(Lot lot, Bid own) {
        var said = scene.opening(lot).path("said");
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
        var shares = scene.holders.opened("officer", lot);
        assertThat(shares).hasSize(3 * 4);
        refused(house.post("officer", shares.subList(1, shares.size()), SHARES, lot.id()), 422, "shares-incomplete");
        var wrong = new ArrayList<>(shares);
        wrong.set(0, with(shares.getFirst(), Envelopes.base64(new byte[32])));
        refused(house.post("officer", wrong, SHARES, lot.id()), 422, "share-wrong");
        wrong.set(1, with(shares.get(1), Envelopes.base64(new byte[32])));
        refused(house.post("officer", wrong, SHARES, lot.id()), 422, "share-wrong");
        assertThat(scene.opening(lot)
                        .path("said")
                        .valueStream()
                        .filter(word -> word.path("kind").asString().equals("WRONG_SHARES"))
                        .map(word -> word.path("name").asString()))
                .as("once, however often they are given")
                .containsExactly("演示经办人");
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

    @Test
    void pricesWaitForTheEvaluators() {
        var lot = scene.lot(Map.of("stagedOpening", true));
        var bids = desk.sealedWith(lot, 2);
        assertThat(scene.begin(lot).path("staged").asBoolean()).isTrue();
        scene.passSealCheck(lot);
        assertThat(scene.holders.opened("officer", lot))
                .hasSize(3 * 3)
                .noneMatch(share -> share.get("segment").equals("price"));
        scene.holders.give("officer", lot);
        var technical = scene.until(lot, "TECHNICAL_OPENED");
        assertThat(in(technical, bids.getFirst()).path("totalFen").isNull()).isTrue();
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
        assertThat(scene.holders.opened("approver", lot)).hasSize(3);
        scene.holders.give("approver", lot);
        var open = scene.until(lot, "OPENED");
        assertThat(in(open, bids.getFirst()).path("totalFen").asLong()).isEqualTo(9_000_000);
        assertThat(opened.of(lot.id()).blockOptional().orElseThrow().bids())
                .allMatch(bid -> bid.price() != null && bid.technical() != null);
        desk.theBundleVerifies(lot);
    }

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
        desk.sealedWith(lot, 2);
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
}
