package org.goufu.ledger.domain;

import static org.goufu.ledger.domain.SmallLedger.utf8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The evaluation of an opened {@link SmallBox}: a panel of three, their sheets, a ranking and an award, honest or not. */
final class SmallEvaluation {
    /** A question about the panel's own doubt, with half an hour to explain it. */
    static final String IN_TIME =
            "\"answerBy\":\"2026-12-11T02:30:00Z\",\"askedAt\":\"2026-12-11T02:00:00Z\",\"triggers\":[\"D\"]";

    static final String FOUND_LATE = ",\"foundAt\":\"2026-12-11T02:30:00.000001Z\"";

    private static final int SEATS = 3;
    private static final String NAMES = "甲乙丙丁戊己庚";
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
    private boolean opened = true;
    private UnaryOperator<String> record = UnaryOperator.identity();
    private int seats = SEATS;
    private int experts = SEATS;
    private int round = 1;
    private boolean objective;
    private boolean staged;
    private String inquiries = "";
    private String decidedAt = "2026-12-12T02:00:00Z";
    private String budgetElsewhere = "";
    private final Map<String, String> excluded = new TreeMap<>();
    private final Map<String, Object> ofDraw = new TreeMap<>();
    private UnaryOperator<List<String>> given = UnaryOperator.identity();
    private UnaryOperator<String> notice = UnaryOperator.identity();
    private boolean rootForged;

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
        var evaluation = new SmallEvaluation(new SmallBox(ledger, ledger.purchase(1)).filled());
        evaluation.opened = false;
        evaluation.record = record;
        return evaluation;
    }

    /** With the draw of the panel at the latest: until then calls are published and bids given. */
    SmallEvaluation opened() {
        if (opened) return this;
        opened = true;
        box.sealed();
        box.opened(record.apply(box.record(List.copyOf(box.standing.values()))));
        return this;
    }

    /** Prices are opened later. */
    SmallEvaluation openedInPart() {
        opened = true;
        box.sealed();
        box.openedInPart();
        return this;
    }

    /** Prices are to be opened when all else is scored. */
    SmallEvaluation staged() {
        staged = true;
        return this;
    }

    /** So many sit, and so many of them were drawn. */
    SmallEvaluation seats(int all, int drawn) {
        seats = all;
        experts = drawn;
        return this;
    }

    /** The entry of the draw says this besides. */
    SmallEvaluation drawSaying(String name, Object said) {
        ofDraw.put(name, said);
        return this;
    }

    /** Another lot of the same purchase. */
    SmallEvaluation besides(long budgetFen) {
        budgetElsewhere = ",{\"budgetFen\":" + budgetFen + ",\"id\":\"" + ledger.id() + "\"}";
        return this;
    }

    SmallEvaluation by(String other) {
        method = other;
        return this;
    }

    /** The result says another round than the entry of the draw. */
    SmallEvaluation inRound(int other) {
        round = other;
        return this;
    }

    /** The ledger signs a root that it never had. */
    SmallEvaluation withForgedRoot() {
        rootForged = true;
        return this;
    }

    SmallEvaluation objective() {
        objective = true;
        return this;
    }

    /** What an evaluator gives otherwise than a point to each. */
    SmallEvaluation giving(UnaryOperator<List<String>> scores) {
        given = scores;
        return this;
    }

    SmallEvaluation excluding(String envelope, String stage) {
        excluded.put(envelope, stage);
        return this;
    }

    SmallEvaluation decidedAt(String moment) {
        decidedAt = moment;
        return this;
    }

    /** The notice of the result says something else than the award. */
    SmallEvaluation telling(UnaryOperator<String> other) {
        notice = other;
        return this;
    }

    /** One was asked about its price. */
    SmallEvaluation asked(String envelope, String said) {
        inquiries += (inquiries.isEmpty() ? "" : ",") + "{" + said + ",\"bid\":\"" + envelope + "\"}";
        return this;
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
                        + "\",\"repeats\":{\"lotId\":\"" + ledger.id() + "\"}}" + budgetElsewhere,
                "\"lowPrice\":" + lowPrice + ",\"method\":\"" + method + "\""
                        + (staged ? ",\"stagedOpening\":true" : ""));
        return this;
    }

    private String items() {
        return "[{\"kind\":\"PRICE\",\"name\":\"报价\",\"weight\":" + priceWeight
                + "},{\"kind\":\"QUALITY\",\"name\":\"服务方案\",\"objective\":" + objective + ",\"weight\":"
                + (POINTS - priceWeight)
                + "}]";
    }

    SmallEvaluation drawn() {
        opened();
        requested = requested(draw, Map.of("seats", seats));
        tied = drawnAt();
        ledger.others(2);
        return this;
    }

    /** Before seats that changed hands were entered. */
    SmallEvaluation drawnLongAgo() {
        opened();
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
                experts,
                "candidates",
                Draw.digest(candidates)));
        act.putAll(ofDraw);
        act.putAll(more);
        return ledger.act(box.purchase, act);
    }

    /** The next of the order takes the seat. */
    SmallEvaluation passed(int seat) {
        var id = ledger.id().toString();
        ledger.act(box.purchase, Map.of("kind", "SEAT_PASSED", "subject", id, "lot", lot, "draw", draw, "seat", seat));
        var order = Draw.order(candidates, seed());
        var next = order.get(experts + left.size());
        left.add("{\"from\":\"" + holders.getOrDefault(seat, order.get(seat - 1)) + "\",\"id\":\"" + id
                + "\",\"own\":false,\"seat\":" + seat + ",\"to\":\"" + next + "\"}");
        holders.put(seat, next);
        return this;
    }

    private String root() {
        return HexFormat.of().formatHex(rootAt(drawnAt()).bytes());
    }

    private Hash rootAt(int size) {
        return rootForged && size == drawnAt() ? Hash.leaf(utf8("chosen")) : ledger.root(size);
    }

    private String seed() {
        return Draw.seed("panel", lot, round, root());
    }

    SmallEvaluation scored() {
        for (int seat = 1; seat <= seats; seat++) sign(seat, 1, 6_000 + 700 * seat);
        sign(2, 2, 7_900);
        revealed();
        return this;
    }

    /** @param points of the first bid; the second has 333 fewer */
    String sign(int seat, int revision, int points) {
        var id = ledger.id().toString();
        var written = new ArrayList<String>();
        int next = points;
        for (var bid : box.standing.values()) {
            written.add("{\"bid\":\"" + bid.envelope() + "\",\"item\":1,\"points\":" + next + ",\"reason\":\"ab\"}");
            next -= 333;
        }
        var scores = given.apply(written);
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
            ledger.keep(box.purchase, head(size), utf8(ledger.head(SmallLedger.ORIGIN, size, rootAt(size))));
        }
        var first = new Ranking(Json.members(text)).winner().orElseThrow();
        var act = new TreeMap<String, Object>(Map.of(
                "kind", "AWARDED",
                "subject", lot,
                "bid", first.bid(),
                "priceFen", first.priceFen(),
                "result", SmallLedger.digest(text)));
        act.putAll(lies);
        told(first, Json.members(text));
        return ledger.act(box.purchase, act);
    }

    /** The notice of the result, in its official form. */
    private void told(Ranking.Place first, Map<String, Object> result) {
        var winner = Json.objects(result, "bids").stream()
                .filter(bid -> Json.said(bid, "id").equals(first.bid()))
                .findFirst()
                .flatMap(bid -> Json.object(bid, "body"))
                .map(body -> Json.said(body, "name"))
                .orElse("");
        var text = ledger.text(box.purchase, "RESULT")
                .replaceFirst(
                        "\\{",
                        "{\"amountFen\":" + first.priceFen()
                                + ",\"sections\":[{\"fields\":[{\"label\":\"供应商名称\",\"value\":\"" + winner + "\"}]}],");
        ledger.publish(box.purchase, ledger.id(), notice.apply(text), Map.of());
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
        return BundledHeads.head(size);
    }

    private String written(int size) {
        var root = rootAt(Math.min(size, ledger.size()));
        return "{\"root\":\"" + HexFormat.of().formatHex(root.bytes()) + "\",\"size\":" + size + "}";
    }

    String path() {
        return "evaluations/" + lot + ".json";
    }

    String result() {
        var seed = seed();
        var bids = new ArrayList<String>();
        for (var bid : box.standing.values()) {
            var stage = bid.fen() > ceiling ? "CEILING" : excluded.getOrDefault(bid.envelope(), "");
            bids.add("{\"body\":{\"id\":\"" + bid.body() + "\",\"name\":\"" + name(bid) + "\"},\"id\":\""
                    + bid.envelope()
                    + "\",\"priceFen\":" + bid.fen()
                    + (stage.isEmpty() ? "" : ",\"excludedAt\":\"" + stage + "\"") + "}");
        }
        var unranked = "{\"bids\":[" + String.join(",", bids) + "],\"ceilingFen\":" + ceiling
                + ",\"decidedAt\":\"" + decidedAt + "\""
                + (inquiries.isEmpty() ? "" : ",\"inquiries\":[" + inquiries + "]")
                + ",\"draw\":{\"candidates\":" + list(candidates)
                + ",\"head\":" + written(drawnAt()) + ",\"id\":\"" + draw + "\",\"left\":[" + String.join(",", left)
                + "],\"order\":"
                + list(Draw.order(candidates, seed))
                + ",\"experts\":" + experts + ",\"round\":" + round + ",\"seed\":\"" + seed
                + "\"},\"format\":\"goufu-evaluation/1\",\"items\":"
                + items() + ",\"lotId\":\"" + lot
                + "\",\"method\":\"" + method
                + "\",\"panel\":[" + panel() + "],\"sheets\":["
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

    private static String name(SmallBox.Bid bid) {
        return bid.consortium() == null ? "试验社工中心" : bid.consortium().names() + "（联合体）";
    }

    private String panel() {
        long passed = left.stream()
                .map(one -> Json.whole(Json.members(one), "seat").orElse(0L))
                .filter(seat -> seat > experts)
                .distinct()
                .count();
        return IntStream.range(0, seats)
                .mapToObj(place -> "{\"kind\":\"" + (place < experts + passed ? "EXPERT" : "INTERNAL")
                        + "\",\"name\":\"" + NAMES.charAt(place) + "\"}")
                .collect(Collectors.joining(","));
    }

    private static String list(List<String> ids) {
        return "[\"" + String.join("\",\"", ids) + "\"]";
    }
}
