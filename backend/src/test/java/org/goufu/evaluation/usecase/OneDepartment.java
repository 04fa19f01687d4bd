package org.goufu.evaluation.usecase;

import static org.goufu.evaluation.domain.EvaluationFixtures.DEPARTMENT;

import java.util.UUID;
import org.goufu.organization.DepartmentDirectory;
import org.goufu.organization.DepartmentView;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The fixtures' department, in 桂湖街道. */
final class OneDepartment implements DepartmentDirectory {
    @Override
    public Mono<DepartmentView> find(UUID id) {
        return Mono.just(new DepartmentView(id, "桂湖街道办事处", "", "510114008", "STREET_OFFICE", "", ""))
                .filter(found -> id.equals(DEPARTMENT));
    }

    @Override
    public Flux<DepartmentView> named(String text, int limit) {
        return Flux.empty();
    }
}
