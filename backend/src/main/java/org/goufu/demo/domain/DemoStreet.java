package org.goufu.demo.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one street brings along: its federation if it has one, its groups, and who is a member. */
public record DemoStreet(
        String code, @Nullable UUID federationId, List<DemoBody> bodies, List<DemoMembership> memberships) {}
