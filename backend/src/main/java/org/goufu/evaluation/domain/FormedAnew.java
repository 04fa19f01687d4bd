package org.goufu.evaluation.domain;

import java.util.HashSet;
import java.util.List;
import org.goufu.evaluation.domain.Bid.Stage;

/** A panel is formed anew: nothing that it found counts, what the purchaser found stands. */
final class FormedAnew {
    private final Evaluation evaluation;
    private final Checks checks;

    FormedAnew(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.checks = Checks.of(evaluation);
    }

    /** 87号令 第49条: a seat is empty, and nobody is left in the drawn order. */
    Evaluation dissolved() {
        return evaluation
                .but()
                .at(Phase.FORMING)
                .bids(checks.asTheyCameToThePanel())
                .withoutReviews(review -> !checks.isByPurchaser(review))
                .done();
    }

    /** 87号令 第67条; decision 0038: nobody who knows points, or prices, sits again. */
    Evaluation renewed(Renewal renewal) {
        var barred = new HashSet<>(evaluation.neverAgain());
        barred.addAll(evaluation.mustHavePanel().everSeated());
        return evaluation
                .but()
                .at(Phase.FORMING)
                .bids(checks.asTheyCameToThePanel().stream()
                        // Who was passed over had a place in the old ranking; the rules are asked again about the new
                        // one.
                        .map(bid -> bid.fellAt(Stage.LOW_PRICE) || bid.fellAt(Stage.AWARD) ? bid.restored() : bid)
                        .map(Bid::unpriced)
                        .toList())
                .neverAgain(barred)
                .setAside(evaluation.setAside().and(renewal))
                .withoutReviews(review -> !checks.isByPurchaser(review))
                .opinions(List.of())
                .inquiries(List.of())
                .placing(null)
                .award(null, null)
                .done();
    }
}
