package org.goufu.evaluation.domain.signal;

import java.util.Locale;

/** Amounts as signals compare and say them. */
final class Prices {
    /** One yuan: so far apart may amounts be that were rounded to whole yuan. */
    static final long TOLERANCE_FEN = 100;

    /** Above it nothing is compared: no budget of a province comes near, and sums of these still fit a long. */
    static final long LARGEST_FEN = 1_000_000_000_000_000L;

    private static final int FEN = 100;

    private Prices() {}

    static String yuan(long fen) {
        return fen % FEN == 0
                ? String.format(Locale.ROOT, "%,d", fen / FEN)
                : String.format(Locale.ROOT, "%,d.%02d", fen / FEN, Math.abs(fen % FEN));
    }
}
