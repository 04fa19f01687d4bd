package org.goufu.matching.domain;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Shows fen as yuan inside a sentence; everywhere else money stays fen. */
final class Yuan {
    private Yuan() {}

    static String of(long fen) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(BigDecimal.valueOf(fen, 2));
    }
}
