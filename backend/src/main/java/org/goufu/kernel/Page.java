package org.goufu.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, as the HTTP contract has it.
 *
 * @param total exact up to 10,000; above that 10,000 with {@code totalIsLowerBound}
 * @param next opaque cursor of the next page, null on the last
 */
public record Page<T>(
        List<T> items,
        long total,
        boolean totalIsLowerBound,
        @Nullable String next) {
    public static final int COUNTED_UP_TO = 10_000;

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a list that was read one longer than the page, so that the extra row tells whether there is a next one. */
    public static <T> Page<T> cut(List<T> oneMore, int size, long total, Function<T, String> cursor) {
        var items = oneMore.size() > size ? oneMore.subList(0, size) : oneMore;
        var next = oneMore.size() > size ? cursor.apply(items.getLast()) : null;
        return new Page<>(items, Math.min(total, COUNTED_UP_TO), total > COUNTED_UP_TO, next);
    }
}
