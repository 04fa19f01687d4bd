package org.goufu.federation.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.MembershipState;
import org.goufu.federation.domain.Side;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyKind;
import org.goufu.organization.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A membership as those concerned see it.
 *
 * @param to last day, null while it has none
 * @param endedBy MEMBER, FEDERATION or STREET; null after a transfer
 * @param transfer null for a member that comes from no other federation
 */
record MembershipView(
        UUID id,
        Named federation,
        Coded street,
        Member member,
        MembershipState state,
        LocalDate from,
        @Nullable LocalDate to,
        Instant invitedAt,
        @Nullable LocalDate consentedOn,
        @Nullable Instant confirmedAt,
        @Schema(implementation = Side.class) @Nullable String endedBy,
        @Nullable String endReason,
        @Nullable TransferView transfer,
        List<MandateView> mandates,
        long version) {

    /**
     * The member.
     *
     * @param standing of its registration or filing today
     */
    record Member(UUID id, String name, BodyKind kind, Standing standing, List<Coded> categories) {}

    /**
     * From where the member comes, and who has agreed to let it go.
     *
     * @param streetsDiffer whether the other federation's street has to agree too
     */
    record TransferView(
            Named federation,
            Coded street,
            boolean streetsDiffer,
            @Nullable Instant releasedAt,
            @Nullable Instant streetReleasedAt) {}

    /** Whether a mandate holds today. */
    enum MandateState {
        VALID,
        FUTURE,
        EXPIRED,
        REVOKED
    }

    /**
     * A mandate.
     *
     * @param categories empty: every category
     * @param places empty: everywhere
     * @param lastDay the last day on which it can be used: its own, or the membership's where that comes first
     */
    record MandateView(
            UUID id,
            List<Coded> categories,
            long amountCapFen,
            List<Coded> places,
            LocalDate from,
            LocalDate to,
            LocalDate lastDay,
            MandateState state,
            @Nullable Instant revokedAt,
            @Nullable UUID paperId) {}
}
