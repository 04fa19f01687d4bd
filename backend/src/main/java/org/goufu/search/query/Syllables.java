package org.goufu.search.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.goufu.search.index.Pinyin;

/** Takes Latin letters apart into the syllables of pinyin. */
final class Syllables {
    private static final int LONGEST = 6;
    private static final int MOST_WAYS = 4;
    private static final Set<String> KNOWN = known();

    private Syllables() {}

    /** All ways to read the letters as whole syllables, fewest syllables first: {@code xian} is {@code xian} and {@code xi an}. */
    static List<List<String>> of(String letters) {
        var ways = new ArrayList<List<String>>();
        split(letters, 0, List.of(), ways);
        ways.sort(Comparator.comparingInt(List::size));
        return List.copyOf(ways.subList(0, Math.min(MOST_WAYS, ways.size())));
    }

    /** As {@link #of}, but the last syllable may be unfinished: {@code zhuc} is {@code zhu c}. */
    static List<List<String>> begun(String letters) {
        for (int cut = letters.length(); cut >= 0; cut--) {
            var begun = letters.substring(cut);
            if (!begun.isEmpty() && KNOWN.stream().noneMatch(syllable -> syllable.startsWith(begun))) continue;
            var ways = cut == 0 ? List.of(List.<String>of()) : of(letters.substring(0, cut));
            if (!ways.isEmpty())
                return ways.stream().map(way -> followed(way, begun)).toList();
        }
        return List.of();
    }

    private static List<String> followed(List<String> way, String last) {
        if (last.isEmpty()) return way;
        var longer = new ArrayList<>(way);
        longer.add(last);
        return longer;
    }

    private static void split(String letters, int from, List<String> before, List<List<String>> ways) {
        if (from == letters.length()) {
            if (!before.isEmpty()) ways.add(before);
            return;
        }
        // Long syllables first: with a bound on the ways, the likely ones are kept.
        for (int length = Math.min(LONGEST, letters.length() - from); length > 0 && ways.size() < 16; length--) {
            var syllable = letters.substring(from, from + length);
            if (KNOWN.contains(syllable)) split(letters, from + length, followed(before, syllable), ways);
        }
    }

    /** Interjections that are written without a vowel are left out: they would make initials look like syllables. */
    private static Set<String> known() {
        var known = new HashSet<String>();
        for (char c = '\u4E00'; c <= '\u9FA5'; c++) {
            for (var reading : Pinyin.readings(c)) {
                if (reading.matches(".*[aeiouv].*")) known.add(reading);
            }
        }
        return known;
    }
}
