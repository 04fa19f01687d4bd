package org.goufu.ledger.domain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Derives again who held which seat of a panel: the first of the drawn order, and whenever a seat changed hands the next of it, as often
 * as the ledger says and in its order (87号令 第49条; decision 0036).
 */
final class SeatCheck {
    static final String PASSED = "SEAT_PASSED";

    private final Map<String, Object> draw;
    private final Entered requested;
    private final List<Entered> passed;

    /** @param requested the entry of this draw's candidates */
    SeatCheck(Map<String, Object> draw, Entered requested, List<Entered> acts) {
        this.draw = draw;
        this.requested = requested;
        this.passed = acts.stream()
                .filter(act -> act.is(PASSED) && act.saying("draw").equals(requested.saying("subject")))
                .sorted(Comparator.comparingLong(Entered::index))
                .toList();
    }

    /**
     * An entry of before a seat that changed hands was entered does not say how many there are: nothing follows from it.
     *
     * @param panel how many sit at the end
     */
    boolean follows(int panel) {
        var left = Json.objects(draw, "left");
        var seats = requested.counting("seats");
        if (seats.isEmpty()) return true;
        if (seats.get() != panel || left.size() != passed.size()) return false;
        var order = Json.texts(draw, "order");
        var holders = new TreeMap<Long, String>();
        var had = new HashSet<String>();
        long experts = requested.counting("experts").orElse(0L);
        for (int i = 0; i < experts && i < order.size(); i++) {
            holders.put(i + 1L, order.get(i));
            had.add(order.get(i));
        }
        for (int i = 0; i < left.size(); i++) {
            var next =
                    order.stream().filter(one -> !had.contains(one)).findFirst().orElse("");
            long seat = Json.whole(left.get(i), "seat").orElse(0L);
            var from = Json.said(left.get(i), "from");
            boolean good = Json.said(left.get(i), "id").equals(passed.get(i).saying("subject"))
                    && passed.get(i).counting("seat").orElse(-1L) == seat
                    && seat > 0
                    && seat <= seats.get()
                    && holders.getOrDefault(seat, from).equals(from)
                    && Json.said(left.get(i), "to").equals(next)
                    && !next.isEmpty();
            if (!good) return false;
            holders.put(seat, next);
            had.add(next);
        }
        return true;
    }

    /** Whether a sheet was signed by who holds its seat at the end, and not by one who left it. */
    boolean isOfTheHolder(Entered signed) {
        long since = passed.stream()
                .filter(act -> act.counting("seat").equals(signed.counting("seat")))
                .mapToLong(Entered::index)
                .max()
                .orElse(requested.index());
        return signed.index() > Math.max(since, requested.index());
    }
}
