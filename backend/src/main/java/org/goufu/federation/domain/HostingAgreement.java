package org.goufu.federation.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.FieldProblem;
import org.goufu.organization.BodyKind;
import org.jspecify.annotations.Nullable;

/**
 * A federation answers for what a filed group carries out in one project or scope (domain.md 2.4, I1).
 *
 * <p>The federation proposes, the group's contact agrees; it is no subcontract and no consortium, for the group is no legal person.
 *
 * @param scope the project, or the kind of work
 * @param documentId the signed paper, null when none was handed in
 * @param endedOn last day when it was ended before its time
 */
public record HostingAgreement(
        UUID id,
        UUID membershipId,
        UUID groupId,
        String scope,
        LocalDate from,
        LocalDate to,
        @Nullable UUID documentId,
        State state,
        Instant proposedAt,
        @Nullable LocalDate endedOn,
        long version) {
    private static final int LONGEST_SCOPE = 200;

    /** How far it has come. */
    public enum State {
        PROPOSED,
        ACTIVE,
        DECLINED,
        ENDED
    }

    public static HostingAgreement proposed(
            UUID id,
            Enrolment membership,
            BodyKind member,
            String scope,
            LocalDate from,
            LocalDate to,
            @Nullable UUID documentId,
            Now now) {
        if (member != BodyKind.FILED_GROUP) {
            throw FederationProblem.GROUPS_ONLY.raise();
        }
        if (scope.isBlank() || scope.strip().length() > LONGEST_SCOPE) {
            throw FederationProblem.SCOPE_MISSING.raise(
                    List.of(FieldProblem.of("/scope", "length", 1, LONGEST_SCOPE)), LONGEST_SCOPE);
        }
        if (to.isBefore(from)) {
            throw FederationProblem.DAYS_REVERSED.raise(List.of(FieldProblem.of("/to", "days-reversed")));
        }
        membership.standing();
        if (from.isBefore(membership.from())) {
            throw FederationProblem.OUTSIDE_MEMBERSHIP.raise(
                    List.of(FieldProblem.of("/from", "outside-membership", membership.from())), membership.from());
        }
        return new HostingAgreement(
                id,
                membership.id(),
                membership.memberId(),
                scope.strip(),
                from,
                to,
                documentId,
                State.PROPOSED,
                now.at(),
                null,
                1);
    }

    /** By the group's own contact. */
    public HostingAgreement answered(boolean agrees) {
        if (state != State.PROPOSED) {
            throw FederationProblem.AGREEMENT_NOT_PROPOSED.raise();
        }
        return with(agrees ? State.ACTIVE : State.DECLINED, null);
    }

    /** By either side, today. */
    public HostingAgreement ended(Now now) {
        if (state != State.ACTIVE) {
            throw FederationProblem.AGREEMENT_NOT_ACTIVE.raise();
        }
        return with(State.ENDED, now.day());
    }

    /** The federation is closed: what nobody answered is declined, what runs ends today; null for what is over already. */
    public @Nullable HostingAgreement closed(Now now) {
        return switch (state) {
            case PROPOSED -> with(State.DECLINED, null);
            case ACTIVE -> with(State.ENDED, now.day());
            case DECLINED, ENDED -> null;
        };
    }

    /** Whether the federation still answers for the group after the day. */
    public boolean runsAfter(LocalDate day) {
        return state == State.ACTIVE && to.isAfter(day);
    }

    /** As it stands after it was saved. */
    public HostingAgreement at(long next) {
        return new HostingAgreement(
                id, membershipId, groupId, scope, from, to, documentId, state, proposedAt, endedOn, next);
    }

    private HostingAgreement with(State next, @Nullable LocalDate last) {
        return new HostingAgreement(
                id, membershipId, groupId, scope, from, to, documentId, next, proposedAt, last, version);
    }
}
