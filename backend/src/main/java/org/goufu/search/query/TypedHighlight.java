package org.goufu.search.query;

import java.util.List;
import java.util.Objects;
import org.goufu.search.index.Folding;
import org.goufu.search.index.Pinyin;
import org.jspecify.annotations.Nullable;

/** Marks in a title what was typed in Latin letters, which the server cannot know. */
final class TypedHighlight {
    private TypedHighlight() {}

    /** Null when no word stands in the title by its sound or first letters. */
    static @Nullable String of(String title, Words words) {
        return words.wanted().stream()
                .filter(word -> !word.exact() && word.text().matches("[a-z]{2,40}"))
                .map(word -> marked(title, word.text()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String marked(String title, String letters) {
        boolean spelt = !Syllables.of(letters).isEmpty();
        for (int from = 0; from < title.length(); from++) {
            int end = endOf(title, from, letters, spelt);
            if (end > from) {
                return escaped(title.substring(0, from)) + "<em>" + escaped(title.substring(from, end)) + "</em>"
                        + escaped(title.substring(end));
            }
        }
        return null;
    }

    /** As Elasticsearch escapes the titles that it marks. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;")
                .replace("/", "&#x2F;");
    }

    /** The end of the shortest stretch that is typed so; -1 when none begins here. */
    private static int endOf(String title, int from, String left, boolean spelt) {
        if (left.isEmpty()) return from;
        if (from == title.length()) return -1;
        for (var reading : steps(title.charAt(from), spelt)) {
            if (left.startsWith(reading)) {
                int end = endOf(title, from + 1, left.substring(reading.length()), spelt);
                if (end > 0) return end;
            }
        }
        return -1;
    }

    private static List<String> steps(char c, boolean spelt) {
        var readings = Pinyin.readings(Folding.fold(c));
        return spelt
                ? readings
                : readings.stream().map(reading -> reading.substring(0, 1)).toList();
    }
}
