package org.goufu.search.index;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * How Chinese text is typed in Latin letters.
 *
 * <p>Of a character with several readings all are kept: a title is found by each of them.
 */
public final class Pinyin {
    private static final int READINGS = 3;
    private static final int SPELLINGS = 12;
    private static final char FIRST_HAN = '\u4E00';
    private static final char LAST_HAN = '\u9FFF';
    private static final AtomicReferenceArray<List<String>> KNOWN =
            new AtomicReferenceArray<>(LAST_HAN - FIRST_HAN + 1);

    private Pinyin() {}

    /** Readings without tones ({@code lv} for 绿), the usual one first; empty for anything but a Han character. */
    public static List<String> readings(char c) {
        if (c < FIRST_HAN || c > LAST_HAN) return List.of();
        var known = KNOWN.get(c - FIRST_HAN);
        if (known != null) return known;
        var read = read(c);
        KNOWN.set(c - FIRST_HAN, read);
        return read;
    }

    private static List<String> read(char c) {
        var toned = PinyinHelper.toHanyuPinyinStringArray(c);
        if (toned == null) return List.of();
        var plain = new LinkedHashSet<String>();
        for (var reading : toned) {
            plain.add(reading.replace("u:", "v").replaceAll("[^a-z]", ""));
        }
        return plain.stream().limit(READINGS).toList();
    }

    /** Each syllable of the text, and each two neighbours with a space between: what an index keeps. */
    public static Set<String> syllables(String text) {
        return steps(text, false);
    }

    /** The first letters of each two neighbours. */
    public static Set<String> initials(String text) {
        return steps(text, true);
    }

    private static Set<String> steps(String text, boolean lettersOnly) {
        var kept = new TreeSet<String>();
        List<String> before = List.of();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            var readings = readings(Folding.fold(c));
            if (!readings.isEmpty()) {
                addPairs(kept, before, readings, lettersOnly);
                before = readings;
            } else if (Character.isLetterOrDigit(c)) {
                before = List.of();
            }
        }
        return kept;
    }

    private static void addPairs(
            Set<String> kept, Collection<String> before, Collection<String> after, boolean lettersOnly) {
        for (var second : after) {
            if (!lettersOnly) kept.add(second);
            for (var first : before) {
                kept.add(lettersOnly ? first.substring(0, 1) + second.charAt(0) : first + " " + second);
            }
        }
    }

    /** All spellings of a word in one piece, each as typed in full: {@code zhangzhe} and {@code changzhe} for 长者. */
    public static Set<String> spellings(String word) {
        return joined(word, false);
    }

    /** All first letters of a word in one piece: {@code zc} for 助餐. */
    public static Set<String> acronyms(String word) {
        return joined(word, true);
    }

    private static Set<String> joined(String word, boolean lettersOnly) {
        Set<String> pieces = new LinkedHashSet<>(List.of(""));
        for (int i = 0; i < word.length(); i++) {
            var longer = new LinkedHashSet<String>();
            for (var reading : readings(word.charAt(i))) {
                for (var piece : pieces) {
                    if (longer.size() < SPELLINGS)
                        longer.add(piece + (lettersOnly ? reading.substring(0, 1) : reading));
                }
            }
            if (longer.isEmpty()) return Set.of();
            pieces = longer;
        }
        return pieces;
    }
}
