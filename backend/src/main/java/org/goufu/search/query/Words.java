package org.goufu.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.goufu.search.index.Folding;

/**
 * What a reader typed, taken apart: words are AND, {@code "…"} is an exact phrase, {@code -word} excludes; nothing else has a meaning.
 *
 * @param isVoid whether something was typed in which there is nothing to look for
 */
record Words(List<Word> wanted, List<Word> unwanted, boolean isVoid) {
    static final Words NONE = new Words(List.of(), List.of(), false);

    private static final char QUOTE = '"';
    private static final Pattern QUOTES = Pattern.compile("[“”„‟]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;!?，、；。！？]+");
    private static final Pattern SENTENCE_ENDS = Pattern.compile("[。;!?！？；]+");

    /**
     * One thing to look for.
     *
     * @param text folded
     * @param exact whether only these very characters count, without synonyms and pinyin
     */
    record Word(String text, boolean exact) {}

    Words {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    static Words of(String typed) {
        var text = SPACES.matcher(QUOTES.matcher(Folding.fold(typed)).replaceAll("\""))
                .replaceAll(" ")
                .strip();
        if (text.isEmpty()) return NONE;
        var reader = new Reader(text);
        reader.read();
        boolean nothing = reader.wanted.isEmpty() && reader.unwanted.isEmpty();
        return new Words(reader.wanted, reader.unwanted, nothing);
    }

    boolean isEmpty() {
        return wanted.isEmpty() && unwanted.isEmpty();
    }

    int count() {
        return wanted.size() + unwanted.size();
    }

    private static final class Reader {
        private final List<Word> wanted = new ArrayList<>();
        private final List<Word> unwanted = new ArrayList<>();
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        void read() {
            while (at < text.length()) {
                if (text.charAt(at) == ' ') {
                    at++;
                } else {
                    word();
                }
            }
        }

        private void word() {
            boolean excluding = text.charAt(at) == '-' && at + 1 < text.length() && text.charAt(at + 1) != ' ';
            if (excluding) at++;
            var words = excluding ? unwanted : wanted;
            if (text.charAt(at) == QUOTE && text.indexOf(QUOTE, at + 1) > 0) {
                int end = text.indexOf(QUOTE, at + 1);
                add(words, SENTENCE_ENDS, text.substring(at + 1, end), true);
                at = end + 1;
            } else {
                int end = plainEnd();
                add(words, BETWEEN_WORDS, text.substring(at, end).replace(QUOTE, ' '), false);
                at = end;
            }
        }

        /** A phrase may begin in the midst of a word, but only where another quote closes it. */
        private int plainEnd() {
            int end = at;
            while (end < text.length() && text.charAt(end) != ' ') {
                if (end > at && text.charAt(end) == QUOTE && text.indexOf(QUOTE, end + 1) > 0) break;
                end++;
            }
            return end;
        }

        private static void add(List<Word> words, Pattern apart, String text, boolean exact) {
            for (var part : apart.split(text)) {
                var trimmed = part.strip();
                if (trimmed.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    words.add(new Word(trimmed, exact));
                }
            }
        }
    }
}
