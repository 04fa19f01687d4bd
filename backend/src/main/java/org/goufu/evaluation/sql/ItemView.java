package org.goufu.evaluation.sql;

import java.util.List;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Item;
import org.goufu.purchase.Criterion;

/**
 * What is compared, as the notice said.
 *
 * @param objective every evaluator must find the same points
 */
public record ItemView(String name, int weight, Criterion.Kind kind, boolean objective) {
    private static ItemView of(Item item) {
        return new ItemView(item.name(), item.weight(), item.kind(), item.objective());
    }

    static List<ItemView> all(Evaluation evaluation) {
        return evaluation.terms().items().stream().map(ItemView::of).toList();
    }
}
