package org.goufu.purchase.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.purchase.Finding;

/**
 * Below the purchase limit two bids suffice in a second run (domain.md 1.9): of a lot that the same department called for in the same
 * way and for the same service, and that ended because fewer than three came.
 */
final class SecondRunRule {
    private SecondRunRule() {}

    static List<Finding> check(Content content, Map<UUID, FailedLot> failed) {
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < content.lots().size(); i++) {
            var lot = content.lots().get(i);
            if (lot.repeats() == null) continue;
            var pointer = "/lots/" + i + "/repeats";
            var before = failed.get(lot.repeats());
            if (before == null) {
                findings.add(Finding.error(pointer, "second-run-of-none"));
            } else if (content.method() != null && before.method() != content.method()
                    || lot.categoryCode() != null && !before.category().equals(lot.categoryCode())) {
                findings.add(Finding.error(pointer, "second-run-of-another", before.title(), before.category()));
            }
        }
        return findings;
    }
}
