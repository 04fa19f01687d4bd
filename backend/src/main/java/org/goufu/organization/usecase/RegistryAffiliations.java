package org.goufu.organization.usecase;

import java.util.UUID;
import java.util.function.Function;
import org.goufu.account.Affiliations;
import org.goufu.kernel.Actor;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.DepartmentDirectory;
import org.goufu.organization.DepartmentView;
import org.goufu.organization.OrganizationDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Names the department or body of an account from the registry. */
@Component
class RegistryAffiliations implements Affiliations {
    private static final Affiliation NONE = new Affiliation(null, null);

    private final DepartmentDirectory departments;
    private final OrganizationDirectory organizations;

    RegistryAffiliations(DepartmentDirectory departments, OrganizationDirectory organizations) {
        this.departments = departments;
        this.organizations = organizations;
    }

    @Override
    public Mono<Affiliation> of(Actor actor) {
        return find(actor.departmentId(), departments::find)
                .map(department -> new Affiliation(department(department), null))
                .switchIfEmpty(find(actor.organizationId(), organizations::find)
                        .map(body -> new Affiliation(null, body(body))))
                .defaultIfEmpty(NONE);
    }

    private static <T> Mono<T> find(@Nullable UUID id, Function<UUID, Mono<T>> directory) {
        return id == null ? Mono.empty() : directory.apply(id);
    }

    private static DepartmentRef department(DepartmentView department) {
        return new DepartmentRef(department.id(), department.name(), department.regionCode());
    }

    private static BodyRef body(BodyProfile body) {
        return new BodyRef(body.id(), body.name(), body.kind().name());
    }
}
