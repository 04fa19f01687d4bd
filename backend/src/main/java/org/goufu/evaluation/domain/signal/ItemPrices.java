package org.goufu.evaluation.domain.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Two price lists that differ by one amount or by one ratio, item by item and each to the yuan (第37条第四项).
 *
 * <p>At least three items of the same name that make up half of the longer list, with at least three different amounts; items below a
 * hundred yuan do not count, for the tolerance says nothing about them. All of it is ours [D].
 */
final class ItemPrices {
    private static final int FEWEST = 3;
    private static final long SMALLEST_FEN = 10_000;

    private final Map<String, Integer> numbers = new HashMap<>();

    private ItemPrices() {}

    /** A price list: the numbers of its items in order, and what each costs. */
    private record Priced(UUID bid, int[] items, long[] fen) {}

    /** What items that stand in both lists cost. */
    private record Both(long[] one, long[] other) {
        Optional<Signal> regularly(List<UUID> bids) {
            var items = String.valueOf(one.length);
            if (Arrays.equals(one, other)) return Optional.of(Signal.of(Signal.Kind.SAME_ITEM_PRICES, bids, items));
            long step = other[0] - one[0];
            if (fit(i -> one[i] + step)) {
                return Optional.of(Signal.of(Signal.Kind.ITEMS_ONE_STEP, bids, items, Prices.yuan(Math.abs(step))));
            }
            double ratio =
                    (double) LongStream.of(other).sum() / LongStream.of(one).sum();
            return fit(i -> one[i] * ratio)
                    ? Optional.of(Signal.of(
                            Signal.Kind.ITEMS_ONE_RATIO, bids, items, String.format(Locale.ROOT, "%.4f", ratio)))
                    : Optional.empty();
        }

        private boolean fit(IntToDoubleFunction expected) {
            for (int i = 0; i < one.length; i++) {
                if (Math.abs(other[i] - expected.applyAsDouble(i)) > Prices.TOLERANCE_FEN) return false;
            }
            return true;
        }

        /** Where all items cost the same, every ratio and every step is one. */
        boolean differ() {
            return LongStream.of(one).distinct().count() >= FEWEST
                    && LongStream.of(other).distinct().count() >= FEWEST;
        }
    }

    static Stream<Signal> of(List<Compared> bids) {
        var names = new ItemPrices();
        var lists = bids.stream()
                .map(names::list)
                .filter(list -> list.items().length >= FEWEST)
                .toList();
        var found = new ArrayList<Signal>();
        for (int i = 0; i < lists.size(); i++) {
            for (int j = i + 1; j < lists.size() && found.size() < Comparison.MOST_PAIRS; j++) {
                between(lists.get(i), lists.get(j)).ifPresent(found::add);
            }
        }
        return found.stream();
    }

    /** A name that stands there twice is no name. */
    private Priced list(Compared bid) {
        var items = new TreeMap<Integer, Long>();
        var twice = new HashSet<Integer>();
        for (var line : bid.lines()) {
            if (line.fen() < SMALLEST_FEN || line.fen() > Prices.LARGEST_FEN) continue;
            var number = number(line.item());
            if (items.put(number, line.fen()) != null) twice.add(number);
        }
        items.keySet().removeAll(twice);
        return new Priced(
                bid.bid(),
                items.keySet().stream().mapToInt(Integer::intValue).toArray(),
                items.values().stream().mapToLong(Long::longValue).toArray());
    }

    private Integer number(String item) {
        var name = Compared.plain(item).strip().toLowerCase(Locale.ROOT);
        return numbers.computeIfAbsent(name, first -> numbers.size());
    }

    private static Optional<Signal> between(Priced one, Priced other) {
        var both = both(one, other);
        int items = both.one().length;
        boolean half = items * 2 >= Math.max(one.items().length, other.items().length);
        if (items < FEWEST || !half) return Optional.empty();
        return both.regularly(List.of(one.bid(), other.bid())).filter(found -> both.differ());
    }

    private static Both both(Priced one, Priced other) {
        var ones = LongStream.builder();
        var others = LongStream.builder();
        for (int i = 0, j = 0; i < one.items().length && j < other.items().length; ) {
            int order = Integer.compare(one.items()[i], other.items()[j]);
            if (order == 0) {
                ones.add(one.fen()[i]);
                others.add(other.fen()[j]);
            }
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return new Both(ones.build().toArray(), others.build().toArray());
    }
}
