package org.goufu.matching.domain;

import java.util.stream.Stream;
import org.goufu.federation.Membership;
import org.goufu.organization.BodyProfile;
import org.jspecify.annotations.Nullable;

/**
 * A federation and a body that is its member or could become one.
 *
 * @param membership null for a body that only lives in the federation's street
 */
public record Link(
        BodyProfile federation,
        BodyProfile member,
        @Nullable Membership membership) {

    /** One for each mandate; one without a mandate when the member has given none. */
    public Stream<Evidence> evidence() {
        if (membership == null || membership.mandates().isEmpty()) {
            return Stream.of(new Evidence(federation, member, membership, null));
        }
        return membership.mandates().stream().map(mandate -> new Evidence(federation, member, membership, mandate));
    }
}
