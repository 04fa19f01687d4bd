package org.goufu.account.domain;

import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.jspecify.annotations.Nullable;

/** A person who can sign in, with the one body or region that he or she acts for. */
public record Account(
        UUID id,
        String username,
        String displayName,
        Set<Role> roles,
        @Nullable UUID departmentId,
        @Nullable UUID organizationId,
        @Nullable RegionCode regionCode,
        String passwordHash) {

    public Account {
        roles = Set.copyOf(roles);
    }

    public Actor actor() {
        return new Actor(id, username, displayName, roles, departmentId, organizationId, regionCode);
    }
}
