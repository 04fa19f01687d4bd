package org.goufu.federation.domain;

import org.goufu.kernel.Problem;

/** Why a federation, a membership, a mandate or a hosting agreement cannot be had or moved on. */
public enum FederationProblem implements Problem {
    NOT_FOUND(Kind.MISSING),
    MEMBERSHIP_NOT_FOUND(Kind.MISSING),
    MANDATE_NOT_FOUND(Kind.MISSING),
    AGREEMENT_NOT_FOUND(Kind.MISSING),
    PAPER_NOT_FOUND(Kind.MISSING),
    CHANGED_MEANWHILE(Kind.STALE),
    STREET_UNKNOWN(Kind.INVALID),
    STREET_HAS_ONE(Kind.CONFLICT),
    NOT_AN_ASSOCIATION(Kind.INVALID),
    OF_ANOTHER_PLACE(Kind.INVALID),
    NOT_IN_GOOD_STANDING(Kind.INVALID),
    FEDERATION_AS_MEMBER(Kind.INVALID),
    GROUP_OF_ANOTHER_STREET(Kind.INVALID),
    GROUP_NOT_FILED(Kind.INVALID),
    ALREADY_INVITED(Kind.CONFLICT),
    ALREADY_MEMBER(Kind.CONFLICT),
    MEMBER_ELSEWHERE(Kind.CONFLICT),
    NOT_INVITED(Kind.CONFLICT),
    NOT_ACCEPTED(Kind.CONFLICT),
    NOT_OPEN(Kind.CONFLICT),
    NOT_CONFIRMED(Kind.CONFLICT),
    NOT_A_TRANSFER(Kind.CONFLICT),
    NOT_RELEASED(Kind.CONFLICT),
    REASON_MISSING(Kind.INVALID),
    DAY_PAST(Kind.INVALID),
    DAYS_REVERSED(Kind.INVALID),
    OUTSIDE_MEMBERSHIP(Kind.INVALID),
    CAP_INVALID(Kind.INVALID),
    CODE_UNKNOWN(Kind.INVALID),
    TOO_MANY(Kind.INVALID),
    ALREADY_REVOKED(Kind.CONFLICT),
    GROUPS_ONLY(Kind.INVALID),
    SCOPE_TAKEN(Kind.CONFLICT),
    SCOPE_MISSING(Kind.INVALID),
    AGREEMENT_NOT_PROPOSED(Kind.CONFLICT),
    AGREEMENT_NOT_ACTIVE(Kind.CONFLICT),
    HOSTING_RUNS(Kind.CONFLICT),
    CLOSED(Kind.CONFLICT),
    COUNTY_ONLY(Kind.FORBIDDEN);

    private final Kind kind;

    FederationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
