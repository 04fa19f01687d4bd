package org.goufu.evaluation.domain.signal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Finds what stands in several bids, each value once however many bids have it. */
final class Common {
    private final Map<String, SequencedSet<UUID>> bids = new TreeMap<>();

    void add(String value, UUID bid) {
        bids.computeIfAbsent(value, first -> new LinkedHashSet<>()).add(bid);
    }

    Stream<Signal> signals(BiFunction<String, List<UUID>, Signal> signal) {
        return bids.entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .map(one -> signal.apply(one.getKey(), List.copyOf(one.getValue())));
    }
}
