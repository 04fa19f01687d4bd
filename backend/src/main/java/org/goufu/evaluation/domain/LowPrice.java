package org.goufu.evaluation.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.goufu.purchase.LowPriceRatios;

/** When a price is so low that its bidder must explain it (财库〔2026〕2号; domain.md 1.7.5). */
public final class LowPrice {
    private static final long PERCENT = 100;

    private LowPrice() {}

    /** The four cases of the document. */
    public enum Trigger {
        /** Below half of the average of all that passed. */
        A,
        /** Below half of the second lowest. */
        B,
        /** Below 45 % of the ceiling. */
        C,
        /** The panel thinks it too low for good and honest work. */
        D
    }

    /**
     * Those that must be explained, each with the cases that apply.
     *
     * @param prices in fen, of all bids that passed the check of compliance
     */
    public static Map<UUID, Set<Trigger>> triggered(Map<UUID, Long> prices, long ceilingFen, LowPriceRatios ratios) {
        var found = new TreeMap<UUID, Set<Trigger>>();
        if (prices.isEmpty()) return found;
        var sorted = prices.values().stream().sorted().toList();
        long sum = sorted.stream().reduce(0L, Math::addExact);
        prices.forEach((bid, price) -> {
            var triggers = EnumSet.noneOf(Trigger.class);
            long hundredfold = Math.multiplyExact(price, PERCENT);
            if (Math.multiplyExact(hundredfold, sorted.size()) < Math.multiplyExact(sum, ratios.ofAverage())) {
                triggers.add(Trigger.A);
            }
            if (belowSecond(hundredfold, sorted, ratios)) triggers.add(Trigger.B);
            if (hundredfold < Math.multiplyExact(ceilingFen, ratios.ofCeiling())) triggers.add(Trigger.C);
            if (!triggers.isEmpty()) found.put(bid, triggers);
        });
        return found;
    }

    private static boolean belowSecond(long hundredfold, List<Long> sorted, LowPriceRatios ratios) {
        return sorted.size() > 1 && hundredfold < Math.multiplyExact(sorted.get(1), ratios.ofSecond());
    }
}
