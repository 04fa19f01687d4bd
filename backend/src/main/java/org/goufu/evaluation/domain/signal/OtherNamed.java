package org.goufu.evaluation.domain.signal;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.evaluation.domain.signal.Compared.Written;

/** Bids that speak of another bidder, by name or credit code, where the notice does not: as if files had been mixed (第37条第五项). */
final class OtherNamed {
    /** Shorter names are words. */
    private static final int SHORTEST = 6;

    private final Map<String, Set<UUID>> names = new HashMap<>();
    private final BitSet beginnings = new BitSet();
    private final BitSet lengths = new BitSet();

    private OtherNamed(List<Written> bids, String notice) {
        for (var bid : bids) {
            for (var name : bid.bid().names()) {
                var plain = Compared.plain(name).strip();
                if (plain.length() < SHORTEST || notice.contains(plain)) continue;
                names.computeIfAbsent(plain, first -> new LinkedHashSet<>()).add(bid.id());
                beginnings.set(plain.charAt(0));
                lengths.set(plain.length());
            }
        }
    }

    static Stream<Signal> in(List<Written> bids, String notice) {
        var all = new OtherNamed(bids, Compared.plain(notice));
        return bids.stream().flatMap(all::namedIn).limit(Comparison.MOST_PAIRS);
    }

    /** A name that is part of the bidder's own says nothing. */
    private Stream<Signal> namedIn(Written bid) {
        var own = bid.bid().names().stream().map(Compared::plain).toList();
        return found(bid.text()).stream()
                .filter(name -> own.stream().noneMatch(mine -> mine.contains(name)))
                .flatMap(name -> names.getOrDefault(name, Set.of()).stream()
                        .map(other -> Signal.of(Signal.Kind.OTHER_NAMED, List.of(bid.id(), other), name)));
    }

    /** Names begin with few different letters, so most places of a text are passed over at once. */
    private Set<String> found(String text) {
        var found = new LinkedHashSet<String>();
        for (int i = 0; i < text.length(); i++) {
            if (!beginnings.get(text.charAt(i))) continue;
            for (int length = lengths.nextSetBit(0); length >= 0; length = lengths.nextSetBit(length + 1)) {
                if (i + length > text.length()) break;
                var word = text.substring(i, i + length);
                if (names.containsKey(word)) found.add(word);
            }
        }
        return found;
    }
}
