package org.goufu.organization.domain;

import org.goufu.kernel.Problem;

/** Why an act on a filing is refused. */
public enum FilingProblem implements Problem {
    NOT_FOUND(Kind.MISSING),
    NOT_WELL_FORMED(Kind.INVALID),
    NOT_FILEABLE(Kind.INVALID),
    INCOMPLETE(Kind.INVALID),
    TO_ACKNOWLEDGE(Kind.INVALID),
    REASON_NEEDED(Kind.INVALID),
    COMMUNITY_OR_STREET(Kind.FORBIDDEN),
    COMMUNITY_ONLY(Kind.FORBIDDEN),
    STREET_ONLY(Kind.FORBIDDEN),
    COUNTY_ONLY(Kind.FORBIDDEN),
    SAME_PERSON(Kind.FORBIDDEN),
    WRONG_STATE(Kind.CONFLICT),
    TOO_EARLY(Kind.CONFLICT),
    ACTIVE_LATELY(Kind.CONFLICT),
    NOT_JOINABLE(Kind.INVALID),
    BODY_IN_USE(Kind.CONFLICT);

    private final Kind kind;

    FilingProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
