package org.goufu.evaluation.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.LeastBids;
import org.goufu.purchase.LowPriceRatios;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/**
 * What the notice fixed before anybody bid.
 *
 * @param ceilingFen the budget where no ceiling was set (domain.md 1.6)
 * @param staged technical parts are opened and scored before anybody sees a price
 * @param lowPrice below what a price is asked about; null where the lawful ratios hold
 * @param secondRun true where a first run ended because too few came; else null
 * @param purchaseFen the budget of all lots of the purchase together; null in an evaluation of before this was kept
 */
public record Terms(
        UUID lot,
        UUID purchase,
        UUID notice,
        UUID department,
        String departmentName,
        String title,
        String noticeTitle,
        String regionCode,
        String category,
        ProcurementMethod method,
        long ceilingFen,
        boolean staged,
        List<Item> items,
        @Nullable LowPriceRatios lowPrice,
        @Nullable Boolean secondRun,
        @Nullable Long purchaseFen) {
    public Terms {
        items = List.copyOf(items);
    }

    public LowPriceRatios ratios() {
        return LowPriceRatios.orLawful(lowPrice);
    }

    /** What the size of the panel follows: the budget of the whole project, however it is cut into lots (87号令 第47条, 74号令 第7条). */
    public long budgetFen() {
        return purchaseFen == null ? ceilingFen : purchaseFen;
    }

    /** How many bids must count. */
    public int least() {
        return LeastBids.of(method, Boolean.TRUE.equals(secondRun));
    }

    /** The places of those items that evaluators score. */
    public List<Integer> scoredItems() {
        return IntStream.range(0, items.size())
                .filter(place -> items.get(place).isScored())
                .boxed()
                .toList();
    }

    public int priceWeight() {
        return items.stream()
                .filter(item -> item.kind() == Criterion.Kind.PRICE)
                .mapToInt(Item::weight)
                .sum();
    }

    /** 87号令 第44条: in a tender the purchaser checks qualifications, elsewhere the panel does. */
    public boolean departmentQualifies() {
        return method == ProcurementMethod.OPEN_TENDER || method == ProcurementMethod.INVITED_TENDER;
    }

    public boolean byScore() {
        return EvaluationWay.of(method) == EvaluationWay.SCORE;
    }
}
