package org.goufu.evaluation.usecase;

import java.time.LocalDate;
import java.util.List;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.PoolMember;

/** Of whom experts are drawn: those who know the service, are not the purchaser's own, and have no relation to a bidder. */
final class Candidates {
    private Candidates() {}

    static List<PoolMember> of(Evaluation evaluation, List<PoolMember> experts, LocalDate today) {
        var bidders = FormPanel.bodies(evaluation);
        return experts.stream()
                .filter(one -> one.kind() == PoolMember.Kind.EXPERT)
                .filter(one -> one.knows(evaluation.terms().category()))
                .filter(one -> !one.isOf(evaluation.terms().department()))
                .filter(one -> one.related(bidders, today).isEmpty())
                .filter(one -> !evaluation.neverAgain().contains(one.account()))
                .toList();
    }
}
