package org.goufu.purchase.domain;

import java.util.ArrayList;
import java.util.List;
import org.goufu.purchase.Finding;
import org.goufu.purchase.LowPriceRatios;

/** A purchaser may raise the ratios of the abnormally low price up to 65 %, and never lower them (财库〔2026〕2号, domain.md 1.7.5). */
final class LowPriceRule {
    private LowPriceRule() {}

    static List<Finding> check(Content content) {
        var findings = new ArrayList<Finding>();
        var ratios = LowPriceRatios.orLawful(content.lowPrice());
        var lawful = LowPriceRatios.LAWFUL;
        check("/lowPrice/ofAverage", ratios.ofAverage(), lawful.ofAverage(), findings);
        check("/lowPrice/ofSecond", ratios.ofSecond(), lawful.ofSecond(), findings);
        check("/lowPrice/ofCeiling", ratios.ofCeiling(), lawful.ofCeiling(), findings);
        return findings;
    }

    private static void check(String pointer, int ratio, int least, List<Finding> findings) {
        if (ratio < least || ratio > LowPriceRatios.MOST) {
            findings.add(Finding.error(pointer, "low-price-ratio", least, LowPriceRatios.MOST));
        }
    }
}
