package org.goufu.evaluation.domain.signal;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in overlapping pieces of five letters or digits, whatever their width and case; what stands between them does not count.
 *
 * <p>Pieces are kept as numbers that are spread evenly, so the smallest of a text are a fair sample of it.
 */
final class Shingles {
    static final int LENGTH = 5;

    /** Of one answer. */
    static final int LONGEST_ANSWER = 10_000;

    private final String text;
    private final int[] places;
    private final int[] pieces;
    private final int[] distinct;

    private Shingles(String text, int[] places, int[] pieces, int[] distinct) {
        this.text = text;
        this.places = places;
        this.pieces = pieces;
        this.distinct = distinct;
    }

    /** @param longest how much of it is read */
    static Shingles of(String whole, int longest) {
        var text = whole.substring(0, Math.min(whole.length(), longest));
        var letters = new int[2 * text.length() + 1];
        var places = new int[letters.length];
        int count = 0;
        for (int i = 0; i < text.length() && count < letters.length; i += Character.charCount(text.codePointAt(i))) {
            for (int letter : plain(text.codePointAt(i))) {
                if (!Character.isLetterOrDigit(letter) || count == letters.length) continue;
                letters[count] = letter;
                places[count++] = i;
            }
        }
        var pieces = pieces(Arrays.copyOf(letters, count));
        return new Shingles(
                text,
                Arrays.copyOf(places, count),
                pieces,
                Arrays.stream(pieces).sorted().distinct().toArray());
    }

    private static int[] plain(int letter) {
        if (Character.isIdeographic(letter)) return new int[] {letter};
        return Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .toArray();
    }

    private static int[] pieces(int[] letters) {
        var pieces = new int[Math.max(0, letters.length - LENGTH + 1)];
        for (int i = 0; i < pieces.length; i++) {
            long hash = 0;
            for (int j = i; j < i + LENGTH; j++) hash = hash * 0x1_0000_01B3L + letters[j];
            pieces[i] = spread(hash);
        }
        return pieces;
    }

    /** The finalizer of MurmurHash3. */
    private static int spread(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return (int) (mixed ^ mixed >>> 33);
    }

    /** What is left of it when the pieces of the other are taken away. */
    Shingles without(Shingles other) {
        var left = Arrays.stream(distinct)
                .filter(piece -> Arrays.binarySearch(other.distinct, piece) < 0)
                .toArray();
        return new Shingles(text, places, pieces, left);
    }

    /** How many different pieces there are. */
    int size() {
        return distinct.length;
    }

    /**
     * Of all pieces of both, the part that both have (Jaccard), from nothing to one.
     *
     * @param sample how many of the smallest of all are looked at
     */
    double likeness(Shingles other, int sample) {
        int mine = 0;
        int its = 0;
        int all = 0;
        int both = 0;
        while (all < sample && (mine < distinct.length || its < other.distinct.length)) {
            all++;
            if (its == other.distinct.length) mine++;
            else if (mine == distinct.length) its++;
            else if (distinct[mine] < other.distinct[its]) mine++;
            else if (distinct[mine] > other.distinct[its]) its++;
            else {
                both++;
                mine++;
                its++;
            }
        }
        return all == 0 ? 0 : (double) both / all;
    }

    /** The longest stretch all of whose pieces the other has, as it is written here. */
    String longestSharedWith(Shingles other) {
        int from = 0;
        int longest = 0;
        for (int i = 0; i < pieces.length; i++) {
            int run = 0;
            while (i + run < pieces.length && Arrays.binarySearch(other.distinct, pieces[i + run]) >= 0) run++;
            if (run > longest) {
                longest = run;
                from = i;
            }
            i += run;
        }
        if (longest == 0) return "";
        int last = places[from + longest - 1 + LENGTH - 1];
        return text.substring(places[from], last + Character.charCount(text.codePointAt(last)));
    }
}
