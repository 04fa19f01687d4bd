package org.goufu.kernel;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person who is calling, with the one body or region that he or she acts for.
 *
 * @param departmentId the department of an officer or approver, else null
 * @param organizationId the body (organization, federation or group) of an agent, else null
 * @param regionCode the node whose registry a registrar keeps, and whose purchases a supervisor supervises, with everything under it
 *     (domain.md 2.6, decision 0043), else null
 */
public record Actor(
        UUID accountId,
        String username,
        String displayName,
        Set<Role> roles,
        @Nullable UUID departmentId,
        @Nullable UUID organizationId,
        @Nullable RegionCode regionCode) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /**
     * Whether the caller supervises the purchases of a department of this region: finance departments supervise those of their own level
     * (政府采购法 第13条), here with everything under it (decision 0043).
     */
    public boolean supervises(RegionCode departmentRegion) {
        return supervised().filter(own -> own.covers(departmentRegion)).isPresent();
    }

    /** Where the caller supervises purchases; empty for people who supervise none. */
    public Optional<RegionCode> supervised() {
        return Optional.ofNullable(regionCode).filter(region -> is(Role.SUPERVISOR));
    }

    /** Fails with {@code actor/no-department} for an account that acts for none. */
    public UUID department() {
        if (departmentId == null) {
            throw ActorProblem.NO_DEPARTMENT.raise();
        }
        return departmentId;
    }

    /** Fails with {@code actor/no-organization} for an account that acts for none. */
    public UUID organization() {
        if (organizationId == null) {
            throw ActorProblem.NO_ORGANIZATION.raise();
        }
        return organizationId;
    }

    /** Fails with {@code actor/no-region} for an account that keeps none. */
    public RegionCode region() {
        if (regionCode == null) {
            throw ActorProblem.NO_REGION.raise();
        }
        return regionCode;
    }
}
