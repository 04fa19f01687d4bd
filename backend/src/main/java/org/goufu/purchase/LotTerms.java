package org.goufu.purchase;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On what terms the bids for a published lot are opened and compared.
 *
 * @param purchaseFen the budget of all lots of the purchase together
 * @param ceilingFen a price above it is invalid (令87 第63条); the budget where no ceiling was set
 * @param openingAt never before the deadline
 * @param stagedOpening whether prices stay sealed until everything else is scored
 * @param acceptsConsortium whether legal persons may bid together (政府采购法 第24条)
 * @param supervisedOpening whether a supervisor opens with the department and the platform
 * @param lowPrice below what a price is asked about, where the notice raised it
 * @param secondRun whether a first run ended because too few came (domain.md 1.9)
 */
public record LotTerms(
        UUID lot,
        int number,
        String title,
        UUID purchase,
        String purchaseNumber,
        UUID notice,
        UUID department,
        ProcurementMethod method,
        List<Criterion> criteria,
        long purchaseFen,
        long ceilingFen,
        Instant openingAt,
        boolean stagedOpening,
        boolean acceptsConsortium,
        boolean supervisedOpening,
        @Nullable LowPriceRatios lowPrice,
        boolean secondRun) {

    public LotTerms {
        criteria = List.copyOf(criteria);
    }
}
