package org.goufu.evaluation.usecase;

import org.goufu.evaluation.domain.Evaluation;
import org.goufu.kernel.Actor;
import org.goufu.organization.DepartmentDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who may read what bids say: the panel after declaring to be unrelated and while it decides, the purchaser's people and its supervisors. */
@Component
class PaperReaders {
    private final DepartmentDirectory departments;

    PaperReaders(DepartmentDirectory departments) {
        this.departments = departments;
    }

    Mono<Boolean> include(Actor actor, Evaluation evaluation) {
        var department = evaluation.terms().department();
        return evaluation.isReadBy(actor.accountId()) || department.equals(actor.departmentId())
                ? Mono.just(true)
                : departments.supervises(actor, department);
    }
}
