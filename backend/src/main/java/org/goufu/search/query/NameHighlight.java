package org.goufu.search.query;

import java.util.BitSet;
import org.goufu.search.index.Folding;
import org.goufu.search.query.Words.Word;
import org.jspecify.annotations.Nullable;

/** Marks in a body's name what was asked for: the words, their synonyms, their sound, or the characters of an abbreviation. */
final class NameHighlight {
    private NameHighlight() {}

    /** As HTML, everything but the marks escaped; null when no word stands in the name. */
    static @Nullable String of(String name, Words words) {
        var folded = Folding.fold(name);
        var marked = new BitSet(name.length());
        words.wanted().forEach(word -> mark(folded, word, marked));
        return marked.isEmpty() ? TypedHighlight.of(name, words) : html(name, marked);
    }

    private static void mark(String folded, Word word, BitSet marked) {
        if (markAll(folded, word.text(), marked) || word.exact()) return;
        for (var synonym : Synonyms.of(word.text())) {
            if (markAll(folded, synonym, marked)) return;
        }
        markInOrder(folded, word.text(), marked);
    }

    private static boolean markAll(String folded, String text, BitSet marked) {
        int from = folded.indexOf(text);
        boolean found = from >= 0;
        for (; from >= 0; from = folded.indexOf(text, from + text.length())) {
            marked.set(from, from + text.length());
        }
        return found;
    }

    /** Only where every character of an abbreviation is found, one after the other. */
    private static void markInOrder(String folded, String text, BitSet marked) {
        var places = new BitSet(folded.length());
        int from = 0;
        for (char c : text.toCharArray()) {
            from = folded.indexOf(c, from);
            if (from < 0) return;
            places.set(from++);
        }
        marked.or(places);
    }

    private static String html(String name, BitSet marked) {
        var html = new StringBuilder(name.length() + 16);
        for (int from = 0; from < name.length(); ) {
            boolean lit = marked.get(from);
            int end = lit ? marked.nextClearBit(from) : marked.nextSetBit(from);
            int to = end < 0 ? name.length() : Math.min(end, name.length());
            var text = TypedHighlight.escaped(name.substring(from, to));
            html.append(lit ? "<em>" + text + "</em>" : text);
            from = to;
        }
        return html.toString();
    }
}
