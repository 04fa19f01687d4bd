package org.goufu.evaluation.domain.signal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One file in several bids, byte for byte: abnormally alike (第37条第四项). */
final class Files {
    private static final int MOST_NAMES = 5;
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private Files() {}

    static Stream<Signal> shared(List<Compared> bids) {
        var common = new Common();
        var names = new HashMap<String, Set<String>>();
        for (var bid : bids) {
            for (var file : bid.files()) {
                if (file.digest().equals(EMPTY)) continue;
                common.add(file.digest(), bid.bid());
                names.computeIfAbsent(file.digest(), first -> new TreeSet<>()).add(file.name());
            }
        }
        return common.signals((digest, those) -> Signal.of(Signal.Kind.SAME_FILE, those, said(names, digest)));
    }

    private static String said(Map<String, Set<String>> names, String digest) {
        return names.getOrDefault(digest, Set.of()).stream().limit(MOST_NAMES).collect(Collectors.joining("、"));
    }
}
