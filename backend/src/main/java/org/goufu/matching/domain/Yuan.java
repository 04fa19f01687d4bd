package org.goufu.matching.domain;

import java.math.BigDecimal;

/** Shows fen as yuan inside a sentence; everywhere else money stays fen. */
final class Yuan {
    private Yuan() {}

    static String of(long fen) {
        return BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }
}
