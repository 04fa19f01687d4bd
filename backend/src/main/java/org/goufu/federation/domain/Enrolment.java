package org.goufu.federation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.Mandate;
import org.goufu.federation.MembershipState;
import org.goufu.kernel.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * One membership with its whole life: three acts bring it about (the federation invites, the member's own contact accepts, the street
 * confirms), and each side may end it.
 *
 * @param end null while it has none
 * @param transfer null for a body that comes from no other federation
 */
public record Enrolment(
        UUID id,
        UUID federationId,
        UUID memberId,
        MembershipState state,
        LocalDate from,
        Instant invitedAt,
        @Nullable Consent consent,
        @Nullable Instant confirmedAt,
        @Nullable End end,
        @Nullable Transfer transfer,
        long version,
        List<Mandate> mandates) {

    /** The member's own contact agreed. */
    public record Consent(LocalDate on, Instant knownAt) {}

    /**
     * How it ended.
     *
     * @param lastDay null for one that never stood
     */
    public record End(
            @Nullable LocalDate lastDay,
            Instant knownAt,
            @Nullable Side by,
            @Nullable String reason) {}

    /**
     * The membership elsewhere that this one takes over from.
     *
     * @param releasedAt when that federation agreed, null when it has not
     * @param streetReleasedAt when that federation's street agreed, null when it has not
     */
    public record Transfer(
            UUID membershipId,
            @Nullable Instant releasedAt,
            @Nullable Instant streetReleasedAt) {}

    public Enrolment {
        mandates = List.copyOf(mandates);
    }

    /** @param transferOf the membership in which the body stands elsewhere, null when there is none */
    public static Enrolment invited(
            UUID id, UUID federationId, UUID memberId, LocalDate from, @Nullable UUID transferOf, Now now) {
        if (from.isBefore(now.day())) {
            throw FederationProblem.DAY_PAST.raise(List.of(FieldProblem.of("/from", "day-past")), from);
        }
        return new Enrolment(
                id,
                federationId,
                memberId,
                MembershipState.INVITED,
                from,
                now.at(),
                null,
                null,
                null,
                transferOf == null ? null : new Transfer(transferOf, null, null),
                1,
                List.of());
    }

    /** Fails with {@code federation/changed-meanwhile} when the caller saw another version; null leaves it unchecked. */
    public Enrolment seenAs(@Nullable Long seen) {
        if (seen != null && seen != version) {
            throw FederationProblem.CHANGED_MEANWHILE.raise();
        }
        return this;
    }

    /** By the member's own contact: joining is voluntary (自愿入会). */
    public Enrolment accepted(Now now) {
        if (state != MembershipState.INVITED) {
            throw FederationProblem.NOT_INVITED.raise();
        }
        return with(MembershipState.ACCEPTED, from, new Consent(now.day(), now.at()), confirmedAt, end, transfer);
    }

    /** Each of the three may say no until the street has confirmed; it stays on record, and a new invitation is a new membership. */
    public Enrolment refused(Side by, String reason, Now now) {
        if (!state.isOpen()) {
            throw FederationProblem.NOT_OPEN.raise();
        }
        if (by == Side.STREET && state != MembershipState.ACCEPTED) {
            throw FederationProblem.NOT_ACCEPTED.raise();
        }
        return with(
                MembershipState.REFUSED,
                from,
                consent,
                confirmedAt,
                new End(null, now.at(), by, given(reason)),
                transfer);
    }

    /**
     * By the street. It begins today at the earliest; after a transfer tomorrow, for today the member still stands elsewhere.
     *
     * @param elsewhere the membership that it takes over from, null when there is none
     * @param streetsDiffer whether that federation's street is another one, which then has to agree too
     */
    public Enrolment confirmed(@Nullable Enrolment elsewhere, boolean streetsDiffer, Now now) {
        if (state != MembershipState.ACCEPTED) {
            throw FederationProblem.NOT_ACCEPTED.raise();
        }
        var first = later(from, now.day());
        if (elsewhere != null && elsewhere.state() == MembershipState.CONFIRMED) {
            released(streetsDiffer);
            first = later(first, later(now.day(), elsewhere.from()).plusDays(1));
        } else if (elsewhere != null
                && elsewhere.end() != null
                && elsewhere.end().lastDay() != null) {
            first = later(first, elsewhere.end().lastDay().plusDays(1));
        }
        return with(MembershipState.CONFIRMED, first, consent, now.at(), end, transfer);
    }

    private void released(boolean streetsDiffer) {
        if (transfer == null) {
            throw FederationProblem.MEMBER_ELSEWHERE.raise();
        }
        if (transfer.releasedAt() == null || streetsDiffer && transfer.streetReleasedAt() == null) {
            throw FederationProblem.NOT_RELEASED.raise();
        }
    }

    /** The federation that the member leaves agrees, or that federation's street. */
    public Enrolment released(Side by, Now now) {
        if (!state.isOpen()) {
            throw FederationProblem.NOT_OPEN.raise();
        }
        if (transfer == null) {
            throw FederationProblem.NOT_A_TRANSFER.raise();
        }
        var released = by == Side.STREET
                ? new Transfer(transfer.membershipId(), transfer.releasedAt(), now.at())
                : new Transfer(transfer.membershipId(), now.at(), transfer.streetReleasedAt());
        return with(state, from, consent, confirmedAt, end, released);
    }

    /** The member leaves, or the federation lets it go; the last day is today or later, the past is not rewritten. */
    public Enrolment left(Side by, LocalDate lastDay, String reason, Now now) {
        var earliest = later(now.day(), from);
        if (lastDay.isBefore(earliest)) {
            throw FederationProblem.DAY_PAST.raise(List.of(FieldProblem.of("/lastDay", "day-past")), lastDay);
        }
        standing();
        return with(
                MembershipState.LEFT,
                from,
                consent,
                confirmedAt,
                new End(lastDay, now.at(), by, by == Side.MEMBER ? reason.strip() : given(reason)),
                transfer);
    }

    /** Whether the street had confirmed it and it had begun by the day. */
    public boolean stoodBy(LocalDate day) {
        return confirmedAt != null && !from.isAfter(day);
    }

    /**
     * Its federation is closed: what lasts has today as its last day, what waits or would begin later comes to nothing, and every
     * mandate ends at once.
     */
    public Enrolment closed(String reason, Now now) {
        boolean stood = stoodBy(now.day());
        var next = stood
                ? state == MembershipState.TRANSFERRED ? MembershipState.TRANSFERRED : MembershipState.LEFT
                : MembershipState.REFUSED;
        var over = with(
                next,
                from,
                consent,
                // What never stood must not keep the body from standing elsewhere.
                stood ? confirmedAt : null,
                new End(stood ? now.day() : null, now.at(), Side.STREET, given(reason)),
                transfer);
        return over.with(mandates.stream()
                .map(given -> given.revokedAt() == null ? given.revoked(now.at()) : given)
                .toList());
    }

    /** Ends the day before the other federation's membership begins: no gap, and never two on one day. */
    public Enrolment handedOver(LocalDate beginsElsewhere, Now now) {
        standing();
        return with(
                MembershipState.TRANSFERRED,
                from,
                consent,
                confirmedAt,
                new End(beginsElsewhere.minusDays(1), now.at(), null, null),
                transfer);
    }

    /** The member gives a mandate; its days lie inside the membership. */
    public Enrolment granted(Mandate mandate) {
        standing();
        if (mandate.from().isBefore(from) || !lastsOn(mandate.to())) {
            var field = mandate.from().isBefore(from) ? "/from" : "/to";
            throw FederationProblem.OUTSIDE_MEMBERSHIP.raise(
                    List.of(FieldProblem.of(field, "outside-membership", from)), from);
        }
        var more = new ArrayList<>(mandates);
        more.add(mandate);
        return with(more);
    }

    /** At once: from this moment on nobody may bid by it. */
    public Enrolment revoked(UUID mandateId, Instant at) {
        var mandate = mandates.stream()
                .filter(given -> given.id().equals(mandateId))
                .findFirst()
                .orElseThrow(FederationProblem.MANDATE_NOT_FOUND::raise);
        if (mandate.revokedAt() != null) {
            throw FederationProblem.ALREADY_REVOKED.raise(mandate.revokedAt());
        }
        return with(mandates.stream()
                .map(given -> given.id().equals(mandateId) ? given.revoked(at) : given)
                .toList());
    }

    /** Whether the street has confirmed it and it is not over on the day. */
    public boolean lastsOn(LocalDate day) {
        return confirmedAt != null
                && (end == null || end.lastDay() == null || !end.lastDay().isBefore(day));
    }

    /** Fails with {@code federation/not-confirmed} unless it is confirmed and nothing has ended it. */
    public Enrolment standing() {
        if (state != MembershipState.CONFIRMED) {
            throw FederationProblem.NOT_CONFIRMED.raise();
        }
        return this;
    }

    /** The same as the store numbered it. */
    public Enrolment at(long saved) {
        return new Enrolment(
                id,
                federationId,
                memberId,
                state,
                from,
                invitedAt,
                consent,
                confirmedAt,
                end,
                transfer,
                saved,
                mandates);
    }

    private static String given(String reason) {
        if (reason.isBlank()) {
            throw FederationProblem.REASON_MISSING.raise(List.of(FieldProblem.of("/reason", "required")));
        }
        return reason.strip();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private Enrolment with(
            MembershipState next,
            LocalDate first,
            @Nullable Consent agreed,
            @Nullable Instant confirmed,
            @Nullable End ended,
            @Nullable Transfer handover) {
        return new Enrolment(
                id,
                federationId,
                memberId,
                next,
                first,
                invitedAt,
                agreed,
                confirmed,
                ended,
                handover,
                version,
                mandates);
    }

    private Enrolment with(List<Mandate> given) {
        return new Enrolment(
                id,
                federationId,
                memberId,
                state,
                from,
                invitedAt,
                consent,
                confirmedAt,
                end,
                transfer,
                version,
                given);
    }
}
