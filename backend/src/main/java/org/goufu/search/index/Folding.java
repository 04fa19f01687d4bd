package org.goufu.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/** Writes text the one way in which it is compared: half width, simplified, lower case; every character keeps its place. */
public final class Folding {
    private static final char[] SIMPLIFIED = simplified();

    private Folding() {}

    public static String fold(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    public static char fold(char c) {
        if (c == '\u3000') return ' ';
        if (c >= '\uFF01' && c <= '\uFF5E') return Character.toLowerCase((char) (c - 0xFEE0));
        return c < 128 ? Character.toLowerCase(c) : SIMPLIFIED[c];
    }

    /** Whether an analyzer that only lowers the case would see other words than a reader who types the usual forms. */
    static boolean changes(String text) {
        return !fold(text).equals(text.toLowerCase(Locale.ROOT));
    }

    private static char[] simplified() {
        var table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) i;
        }
        try {
            var pairs = new ClassPathResource("search/simplified.txt").getContentAsString(StandardCharsets.UTF_8);
            for (var pair : pairs.strip().split("\\s+")) {
                table[pair.charAt(0)] = pair.charAt(1);
            }
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return table;
    }
}
