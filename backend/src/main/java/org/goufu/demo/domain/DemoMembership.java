package org.goufu.demo.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.MembershipState;
import org.jspecify.annotations.Nullable;

/**
 * A membership as it is written, with its mandates.
 *
 * @param hosting the agreement under which the federation hosts the group, null when there is none
 */
public record DemoMembership(
        UUID id,
        UUID federationId,
        UUID memberId,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate consentedOn,
        Instant knownAt,
        List<DemoMandate> mandates,
        @Nullable DemoHosting hosting) {

    /** An invitation that nobody answered has no consent. */
    public MembershipState state() {
        if (consentedOn == null) return MembershipState.INVITED;
        return to == null ? MembershipState.CONFIRMED : MembershipState.LEFT;
    }

    /** An agreement that both hold to, as long as the last mandate. */
    public record DemoHosting(UUID id, String scope) {}

    /** A mandate as it is written. */
    public record DemoMandate(
            UUID id,
            List<String> categories,
            long amountCapFen,
            List<String> places,
            LocalDate from,
            LocalDate to,
            Instant knownAt,
            @Nullable Instant revokedAt) {}
}
