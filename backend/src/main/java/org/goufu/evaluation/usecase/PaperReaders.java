package org.goufu.evaluation.usecase;

import org.goufu.evaluation.domain.Evaluation;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;

/** Who may read what bids say: the panel after declaring to be unrelated and while it decides, the purchaser's people and supervisors. */
final class PaperReaders {
    private PaperReaders() {}

    static boolean include(Actor actor, Evaluation evaluation) {
        return evaluation.isReadBy(actor.accountId())
                || actor.is(Role.SUPERVISOR)
                || evaluation.terms().department().equals(actor.departmentId());
    }
}
