package org.goufu.purchase;

import org.jspecify.annotations.Nullable;

/**
 * Below how many percent a price is asked about (财库〔2026〕2号, domain.md 1.7.5): of the average of all, of the second lowest, of the
 * ceiling. A purchaser may raise them in its notice up to {@value #MOST}, and never lower them.
 */
public record LowPriceRatios(int ofAverage, int ofSecond, int ofCeiling) {
    public static final int MOST = 65;
    public static final LowPriceRatios LAWFUL = new LowPriceRatios(50, 50, 45);

    /** The lawful ones where nothing was said. */
    public static LowPriceRatios orLawful(@Nullable LowPriceRatios said) {
        return said == null ? LAWFUL : said;
    }
}
