package org.goufu.purchase.domain;

import java.util.ArrayList;
import java.util.List;
import org.goufu.purchase.Finding;
import org.goufu.purchase.ProcurementMethod;

/** Method and amount agree (政府采购法 第2条、第26条、第27条; domain.md 1.2, 1.9). */
final class MethodRule {
    private static final String METHOD = "/method";

    private MethodRule() {}

    static List<Finding> check(Content content, Circumstances circumstances) {
        var findings = new ArrayList<Finding>();
        var method = content.method();
        var limit = circumstances.limits().purchaseFen();
        if (method == null || method.isBelowLimit()) {
            // Below the limit means below it: the limit itself already needs a statutory method (domain.md 1.9).
            if (content.budgetFen() >= limit) findings.add(Finding.error("/lots", "budget-above-limit", limit / 100));
        } else if (content.isBudgeted() && content.budgetFen() < limit) {
            findings.add(Finding.error(METHOD, "method-below-limit", limit / 100));
        }
        if (method == ProcurementMethod.INQUIRY) {
            findings.add(Finding.error(METHOD, "inquiry-for-goods"));
        } else if (method != null && OpenCall.of(method).isEmpty()) {
            findings.add(Finding.error(METHOD, "method-not-offered", method.name()));
        }
        return findings;
    }
}
