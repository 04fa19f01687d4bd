package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.SmallLedger.utf8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The evaluation of an opened {@link SmallBox}: a panel of three, their sheets, a ranking and an award, honest or not. */
final class SmallEvaluation {
    private static final int SEATS = 3;
    private static final int POINTS = 100;
    private static final int PRICE_WEIGHT = 15;
    private static final long CEILING = 9_800_000;

    final SmallBox box;
    final SmallLedger ledger;
    final List<SmallLedger.Entered> sheets = new ArrayList<>();
    private final List<String> candidates;
    private final String draw;
    private final String lot;
    private final List<String> counted = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final Map<Integer, String> holders = new TreeMap<>();
    private String method = "BT_COMPARE";
    private int priceWeight = PRICE_WEIGHT;
    private long ceiling = CEILING;
    private SmallLedger.Entered requested;
    private int tied;
    private boolean revealedBefore;

    SmallEvaluation(SmallBox box) {
        this.box = box;
        this.ledger = box.ledger;
        this.lot = box.lot;
        this.draw = ledger.id().toString();
        this.candidates =
                Stream.generate(() -> ledger.id().toString()).limit(7).sorted().toList();
    }

    static SmallEvaluation of(SmallLedger ledger) {
        return of(ledger, UnaryOperator.identity());
    }

    /** @param record what the opening records otherwise than it was */
    static SmallEvaluation of(SmallLedger ledger, UnaryOperator<String> record) {
        var box = new SmallBox(ledger, ledger.purchase(1)).filled();
        box.sealed();
        box.opened(record.apply(box.record(box.standing.values().stream().toList())));
        return new SmallEvaluation(box);
    }

    /** Nothing is scored: the lowest price wins. */
    SmallEvaluation byPrice() {
        method = "NEGOTIATION";
        return this;
    }

    /** By a method of which no number of bids is asked. */
    SmallEvaluation ofAnyNumber() {
        method = "BT_DIRECT";
        return this;
    }

    /** Judged by another weight than the one that was called for before. */
    SmallEvaluation weighing(int price) {
        priceWeight = price;
        return this;
    }

    SmallEvaluation under(long fen) {
        ceiling = fen;
        return this;
    }

    /** Equals are drawn with the head of this size. */
    SmallEvaluation tiedAt(int size) {
        tied = size;
        return this;
    }

    int drawnAt() {
        return requested.index() + 1;
    }

    /** The call of a second run, on the terms by which it is judged as far as nobody changes them afterwards. */
    SmallEvaluation called() {
        return calledWith("{}");
    }

    /** The notice raised the ratios of the abnormally low price. */
    SmallEvaluation calledWith(String lowPrice) {
        box.called(
                "{\"budgetFen\":" + ceiling + ",\"criteria\":" + items() + ",\"id\":\"" + lot
                        + "\",\"repeats\":{\"lotId\":\"" + ledger.id() + "\"}}",
                "\"lowPrice\":" + lowPrice + ",\"method\":\"" + method + "\"");
        return this;
    }

    private String items() {
        return "[{\"kind\":\"PRICE\",\"name\":\"报价\",\"weight\":" + priceWeight
                + "},{\"kind\":\"QUALITY\",\"name\":\"服务方案\",\"objective\":false,\"weight\":" + (POINTS - priceWeight)
                + "}]";
    }

    SmallEvaluation drawn() {
        requested = requested(draw, Map.of("seats", SEATS));
        tied = drawnAt();
        ledger.others(2);
        return this;
    }

    /** Before seats that changed hands were entered. */
    SmallEvaluation drawnLongAgo() {
        requested = requested(draw, Map.of());
        tied = drawnAt();
        ledger.others(2);
        left.add("{\"own\":true,\"seat\":2}");
        return this;
    }

    SmallLedger.Entered requested(String id, Map<String, Object> more) {
        var act = new TreeMap<String, Object>(Map.of(
                "kind",
                "DRAW_REQUESTED",
                "subject",
                id,
                "lot",
                lot,
                "round",
                1,
                "experts",
                SEATS,
                "candidates",
                Draw.digest(candidates)));
        act.putAll(more);
        return ledger.act(box.purchase, act);
    }

    /** The next of the order takes the seat. */
    SmallEvaluation passed(int seat) {
        var id = ledger.id().toString();
        ledger.act(box.purchase, Map.of("kind", "SEAT_PASSED", "subject", id, "lot", lot, "draw", draw, "seat", seat));
        var order = Draw.order(candidates, seed());
        var next = order.get(SEATS + left.size());
        left.add("{\"from\":\"" + holders.getOrDefault(seat, order.get(seat - 1)) + "\",\"id\":\"" + id
                + "\",\"own\":false,\"seat\":" + seat + ",\"to\":\"" + next + "\"}");
        holders.put(seat, next);
        return this;
    }

    private String root() {
        return HexFormat.of().formatHex(ledger.root(drawnAt()).bytes());
    }

    private String seed() {
        return Draw.seed("panel", lot, 1, root());
    }

    SmallEvaluation scored() {
        for (int seat = 1; seat <= SEATS; seat++) sign(seat, 1, 6_000 + 700 * seat);
        sign(2, 2, 7_900);
        revealed();
        return this;
    }

    /** @param points of the first bid; the second has 333 fewer */
    String sign(int seat, int revision, int points) {
        var id = ledger.id().toString();
        var scores = new ArrayList<String>();
        int next = points;
        for (var bid : box.standing.values()) {
            scores.add("{\"bid\":\"" + bid.envelope() + "\",\"item\":1,\"points\":" + next + ",\"reason\":\"ab\"}");
            next -= 333;
        }
        var text = "{\"format\":\"goufu-sheet/1\",\"lot\":\"" + lot + "\",\"revision\":" + revision + ",\"scores\":["
                + String.join(",", scores) + "],\"seat\":" + seat + "}";
        ledger.keep(box.purchase, "sheets/" + id + ".json", utf8(text));
        sheets.add(ledger.blinded(
                box.purchase,
                Map.of(
                        "kind", "SCORES_SIGNED",
                        "subject", id,
                        "lot", lot,
                        "seat", seat,
                        "revision", revision,
                        "digest", SmallLedger.digest(text))));
        counted.removeIf(line -> line.contains("\"seat\":" + seat + ","));
        counted.add("{\"digest\":\"" + SmallLedger.digest(text) + "\",\"id\":\"" + id + "\",\"revision\":" + revision
                + ",\"scores\":[" + String.join(",", scores).replace(",\"reason\":\"ab\"", "") + "],\"seat\":" + seat
                + ",\"x\":0}");
        return id;
    }

    /** Of the first panel the subject is the lot, of one that was formed anew afterwards its draw. */
    SmallLedger.Entered revealed() {
        var act = new TreeMap<String, Object>(Map.of("kind", "SCORES_REVEALED", "sheets", sheets.size()));
        act.put("subject", revealedBefore ? draw : lot);
        if (revealedBefore) act.put("lot", lot);
        revealedBefore = true;
        var entered = ledger.act(box.purchase, act);
        tied = entered.index() + 1;
        return entered;
    }

    SmallLedger.Entered awarded() {
        return awarded(UnaryOperator.identity(), Map.of());
    }

    /** @param lies what the entry says otherwise than the result */
    SmallLedger.Entered awarded(UnaryOperator<String> forged, Map<String, Object> lies) {
        var text = forged.apply(result());
        ledger.keep(box.purchase, path(), utf8(text));
        for (int size : List.of(drawnAt(), Math.min(tied, ledger.size()))) {
            ledger.keep(box.purchase, head(size), utf8(ledger.head(SmallLedger.ORIGIN, size, ledger.root(size))));
        }
        var first = new Ranking(Json.members(text)).winner().orElseThrow();
        var act = new TreeMap<String, Object>(Map.of(
                "kind", "AWARDED",
                "subject", lot,
                "bid", first.bid(),
                "priceFen", first.priceFen(),
                "result", SmallLedger.digest(text)));
        act.putAll(lies);
        return ledger.act(box.purchase, act);
    }

    List<Ranking.Place> places() {
        return new Ranking(Json.members(result())).places();
    }

    /** It may not be awarded any more, and left its place to the next. */
    static UnaryOperator<String> passedOver(Ranking.Place first) {
        var said = "\"id\":\"" + first.bid() + "\",";
        return result -> result.replace(said, "\"excludedAt\":\"AWARD\"," + said);
    }

    static String head(int size) {
        return BundledHeads.HEADS + size + ".checkpoint";
    }

    private String written(int size) {
        var root = ledger.root(Math.min(size, ledger.size()));
        return "{\"root\":\"" + HexFormat.of().formatHex(root.bytes()) + "\",\"size\":" + size + "}";
    }

    String path() {
        return "evaluations/" + lot + ".json";
    }

    String result() {
        var seed = seed();
        var bids = new ArrayList<String>();
        for (var bid : box.standing.values()) {
            bids.add("{\"body\":{\"id\":\"" + bid.body() + "\",\"name\":\"试验社工中心\"},\"id\":\"" + bid.envelope()
                    + "\",\"priceFen\":" + bid.fen()
                    + (bid.fen() > ceiling ? ",\"excludedAt\":\"CEILING\"" : "") + "}");
        }
        var unranked = "{\"bids\":[" + String.join(",", bids) + "],\"ceilingFen\":" + ceiling
                + ",\"draw\":{\"candidates\":" + list(candidates)
                + ",\"head\":" + written(drawnAt()) + ",\"id\":\"" + draw + "\",\"left\":[" + String.join(",", left)
                + "],\"order\":"
                + list(Draw.order(candidates, seed))
                + ",\"round\":1,\"seed\":\"" + seed
                + "\"},\"format\":\"goufu-evaluation/1\",\"items\":"
                + items() + ",\"lotId\":\"" + lot
                + "\",\"method\":\"" + method
                + "\",\"panel\":[{\"name\":\"甲\"},{\"name\":\"乙\"},{\"name\":\"丙\"}],\"sheets\":["
                + String.join(",", counted) + "],\"tieHead\":" + written(tied) + ",\"title\":\"老年助餐\"}";
        var ranking = new ArrayList<String>();
        for (var place : new Ranking(Json.members(unranked)).places()) {
            ranking.add("{\"bid\":\"" + place.bid() + "\",\"price\":" + place.price() + ",\"priceFen\":"
                    + place.priceFen()
                    + ",\"rank\":" + (ranking.size() + 1) + ",\"technical\":" + place.technical() + ",\"total\":"
                    + place.total() + "}");
        }
        return unranked.replace("\"lotId\"", "\"ranking\":[" + String.join(",", ranking) + "],\"lotId\"");
    }

    private static String list(List<String> ids) {
        return "[\"" + String.join("\",\"", ids) + "\"]";
    }
}
