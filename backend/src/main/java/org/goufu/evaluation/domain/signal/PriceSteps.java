package org.goufu.evaluation.domain.signal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prices that differ regularly (第37条第四项): of all prices in order, neighbours that rise by one step, or by one ratio, each to the yuan.
 *
 * <p>At least three, and at least half of all: among many prices a few stand in a row by chance. Step, share and tolerance are ours [D].
 */
final class PriceSteps {
    private static final int FEWEST = 3;
    /** Ten yuan: below it the tolerance would hide any difference. */
    private static final long SMALLEST_STEP_FEN = 1_000;

    private static final int MOST_SHOWN = 10;

    private PriceSteps() {}

    private record Priced(Compared bid, long fen) {}

    private interface Row {
        boolean is(List<Priced> prices);
    }

    static Stream<Signal> of(List<Compared> bids) {
        var prices = bids.stream()
                .flatMap(bid -> bid.totalFen() == null ? Stream.empty() : Stream.of(new Priced(bid, bid.totalFen())))
                .filter(priced -> priced.fen() <= Prices.LARGEST_FEN)
                .sorted(Comparator.comparing(Priced::fen))
                .toList();
        var inSteps = longest(prices, PriceSteps::isInSteps);
        if (!inSteps.isEmpty()) {
            long step = (inSteps.getLast().fen() - inSteps.getFirst().fen()) / (inSteps.size() - 1);
            return Stream.of(signal(Signal.Kind.PRICES_IN_STEPS, inSteps, Prices.yuan(step)));
        }
        var inRatio = longest(prices, PriceSteps::isInRatio);
        return inRatio.isEmpty()
                ? Stream.empty()
                : Stream.of(signal(
                        Signal.Kind.PRICES_IN_RATIO, inRatio, String.format(Locale.ROOT, "%.4f", ratio(inRatio))));
    }

    private static List<Priced> longest(List<Priced> prices, Row row) {
        int fewest = Math.max(FEWEST, (prices.size() + 1) / 2);
        for (int length = prices.size(); length >= fewest; length--) {
            for (int from = 0; from + length <= prices.size(); from++) {
                var part = prices.subList(from, from + length);
                if (row.is(part)) return part;
            }
        }
        return List.of();
    }

    /** Each lies where equal steps from the first to the last would put it; multiplied out, so that nothing is rounded. */
    private static boolean isInSteps(List<Priced> prices) {
        int steps = prices.size() - 1;
        long first = prices.getFirst().fen();
        long whole = prices.getLast().fen() - first;
        if (whole < SMALLEST_STEP_FEN * steps) return false;
        for (int i = 1; i < steps; i++) {
            if (Math.abs((prices.get(i).fen() - first) * steps - whole * i) > Prices.TOLERANCE_FEN * steps)
                return false;
        }
        return true;
    }

    private static boolean isInRatio(List<Priced> prices) {
        long first = prices.getFirst().fen();
        if (prices.getLast().fen() - first < SMALLEST_STEP_FEN * (prices.size() - 1)) return false;
        double ratio = ratio(prices);
        for (int i = 1; i < prices.size() - 1; i++) {
            if (Math.abs(prices.get(i).fen() - first * Math.pow(ratio, i)) > Prices.TOLERANCE_FEN) return false;
        }
        return true;
    }

    private static double ratio(List<Priced> prices) {
        return Math.pow((double) prices.getLast().fen() / prices.getFirst().fen(), 1.0 / (prices.size() - 1));
    }

    private static Signal signal(Signal.Kind kind, List<Priced> prices, String by) {
        var said = prices.stream()
                .limit(MOST_SHOWN)
                .map(priced -> Prices.yuan(priced.fen()))
                .collect(Collectors.joining("、"));
        return Signal.of(
                kind,
                prices.stream().map(priced -> priced.bid().bid()).toList(),
                String.valueOf(prices.size()),
                by,
                prices.size() > MOST_SHOWN ? said + "……" : said);
    }
}
