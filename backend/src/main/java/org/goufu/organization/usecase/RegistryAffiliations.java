package org.goufu.organization.usecase;

import java.util.UUID;
import java.util.function.Function;
import org.goufu.account.Affiliations;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.DepartmentDirectory;
import org.goufu.organization.DepartmentView;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Names the department, body or region of an account. */
@Component
class RegistryAffiliations implements Affiliations {
    private final DepartmentDirectory departments;
    private final OrganizationDirectory organizations;
    private final Regions regions;

    RegistryAffiliations(DepartmentDirectory departments, OrganizationDirectory organizations, Regions regions) {
        this.departments = departments;
        this.organizations = organizations;
        this.regions = regions;
    }

    @Override
    public Mono<Affiliation> of(Actor actor) {
        return find(actor.departmentId(), departments::find)
                .map(department -> new Affiliation(department(department), null, region(actor)))
                .switchIfEmpty(find(actor.organizationId(), organizations::find)
                        .map(body -> new Affiliation(null, body(body), region(actor))))
                .switchIfEmpty(Mono.fromSupplier(() -> new Affiliation(null, null, region(actor))));
    }

    private static <T> Mono<T> find(@Nullable UUID id, Function<UUID, Mono<T>> directory) {
        return id == null ? Mono.empty() : directory.apply(id);
    }

    private @Nullable Coded region(Actor actor) {
        var code = actor.regionCode();
        return code == null ? null : regions.coded(code.value());
    }

    private static DepartmentRef department(DepartmentView department) {
        return new DepartmentRef(department.id(), department.name(), department.regionCode());
    }

    private static BodyRef body(BodyProfile body) {
        return new BodyRef(body.id(), body.name(), body.kind().name());
    }
}
