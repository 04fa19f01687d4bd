package org.goufu.bidding.usecase;

import java.util.List;
import java.util.UUID;
import org.goufu.bidding.domain.HolderKey;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.DepartmentDirectory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The keys with which supervisors open a department's bids: of those who supervise what it buys (decision 0043), and of nobody else. */
@Component
class SupervisionKeys {
    private final HolderKeys keys;
    private final DepartmentDirectory departments;

    SupervisionKeys(HolderKeys keys, DepartmentDirectory departments) {
        this.keys = keys;
        this.departments = departments;
    }

    /** Each supervisor's newest, the nearest first; held as {@link HolderKeys#enrolledOfSupervision} holds them. */
    Mono<List<HolderKey>> enrolledFor(UUID department) {
        return region(department)
                .flatMap(region -> keys.enrolledOfSupervision(region).collectList());
    }

    /** Where the department is. */
    Mono<RegionCode> region(UUID department) {
        return departments
                .find(department)
                .map(found -> new RegionCode(found.regionCode()))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no department " + department)));
    }
}
