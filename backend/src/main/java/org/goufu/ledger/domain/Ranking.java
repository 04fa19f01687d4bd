package org.goufu.ledger.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Ranks the bids of a published result again, from its sheets and prices alone (87号令 第55、57条; backend/docs/bundle.md). */
final class Ranking {
    private static final Set<String> BY_PRICE = Set.of("NEGOTIATION", "INQUIRY", "BT_QUOTE");
    private static final String PASSED_OVER = "AWARD";
    private static final long HUNDREDTHS = 100;

    private final Map<String, Object> result;
    private final boolean byScore;

    Ranking(Map<String, Object> result) {
        this.result = result;
        this.byScore = !BY_PRICE.contains(Json.text(result, "method").orElse(""));
    }

    /** Points in hundredths. */
    record Place(String bid, long priceFen, long technical, long price) {
        long total() {
            return technical + price;
        }
    }

    /** Else the lowest price wins, and nothing is scored (74号令 第35、48条). */
    boolean byScore() {
        return byScore;
    }

    List<Place> places() {
        var contenders = Json.objects(result, "bids").stream()
                .filter(bid -> isRanked(bid) && Json.whole(bid, "priceFen").orElse(0L) > 0)
                .toList();
        long base = contenders.stream()
                .mapToLong(bid -> Json.whole(bid, "priceFen").orElse(0L))
                .min()
                .orElse(0);
        var drawn = Draw.order(contenders.stream().map(Ranking::id).toList(), seed());
        var order = Comparator.comparingLong(Place::priceFen);
        if (byScore) order = Comparator.comparingLong(Place::total).reversed().thenComparing(order);
        return contenders.stream()
                .map(bid -> place(bid, base))
                .sorted(order.thenComparingInt(one -> drawn.indexOf(one.bid())))
                .toList();
    }

    /** Also who was passed over at the award: it left its place to the next, and places and points as they were. */
    static boolean isRanked(Map<String, Object> bid) {
        return bid.get("excludedAt") == null || PASSED_OVER.equals(bid.get("excludedAt"));
    }

    /** The first that was not passed over. */
    Optional<Place> winner() {
        var counting = Json.objects(result, "bids").stream()
                .filter(bid -> bid.get("excludedAt") == null)
                .map(Ranking::id)
                .collect(Collectors.toSet());
        return places().stream().filter(place -> counting.contains(place.bid())).findFirst();
    }

    private String seed() {
        var head = Json.object(result, "tieHead").orElse(Map.of());
        return Draw.seed(
                "tie",
                Json.text(result, "lotId").orElse(""),
                1,
                Json.text(head, "root").orElse(""));
    }

    private Place place(Map<String, Object> bid, long base) {
        long fen = Json.whole(bid, "priceFen").orElse(0L);
        return new Place(id(bid), fen, technical(id(bid)), byScore ? rounded(base, weight() * HUNDREDTHS, fen) : 0);
    }

    /** The mean of what the evaluators gave. */
    private long technical(String bid) {
        var sheets = Json.objects(result, "sheets");
        long sum = 0;
        for (var sheet : sheets) {
            for (var score : Json.objects(sheet, "scores")) {
                if (Json.text(score, "bid").orElse("").equals(bid))
                    sum += Json.whole(score, "points").orElse(0L);
            }
        }
        return sheets.isEmpty() ? 0 : rounded(sum, 1, sheets.size());
    }

    private long weight() {
        return Json.objects(result, "items").stream()
                .filter(item -> "PRICE".equals(item.get("kind")))
                .mapToLong(item -> Json.whole(item, "weight").orElse(0L))
                .sum();
    }

    /** {@code one × other / divisor}, half up. */
    private static long rounded(long one, long other, long divisor) {
        var doubled =
                BigInteger.valueOf(one).multiply(BigInteger.valueOf(other)).shiftLeft(1);
        return doubled.add(BigInteger.valueOf(divisor))
                .divide(BigInteger.valueOf(divisor).shiftLeft(1))
                .longValueExact();
    }

    private static String id(Map<String, Object> bid) {
        return Json.text(bid, "id").orElse("");
    }

    static boolean same(List<Place> derived, List<Map<String, Object>> published) {
        var lines = new ArrayList<String>();
        for (var place : published) {
            lines.add(Json.whole(place, "rank").orElse(0L) + " "
                    + Json.text(place, "bid").orElse("") + " "
                    + Json.whole(place, "priceFen").orElse(-1L) + " "
                    + Json.whole(place, "technical").orElse(-1L) + " "
                    + Json.whole(place, "price").orElse(-1L) + " "
                    + Json.whole(place, "total").orElse(-1L));
        }
        var own = new ArrayList<String>();
        for (var place : derived) {
            own.add((own.size() + 1) + " " + place.bid() + " " + place.priceFen() + " " + place.technical() + " "
                    + place.price() + " " + place.total());
        }
        return own.equals(lines);
    }
}
