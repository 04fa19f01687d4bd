package org.goufu.organization;

import org.goufu.kernel.Problem;

/** Why the registry refuses. */
public enum OrganizationProblem implements Problem {
    NOT_FOUND(Kind.MISSING),
    CREDIT_CODE_INVALID(Kind.INVALID),
    PLACE_UNKNOWN(Kind.INVALID),
    TOO_MANY_PLACES(Kind.INVALID),
    NOT_YOUR_OFFICE(Kind.FORBIDDEN),
    NOT_WELL_FORMED(Kind.INVALID),
    CREDIT_CODE_TAKEN(Kind.CONFLICT),
    TO_ACKNOWLEDGE(Kind.INVALID),
    FACT_NOT_FOUND(Kind.MISSING),
    FACT_REFUSED(Kind.INVALID),
    FACT_OVERLAPS(Kind.CONFLICT),
    FACT_GONE(Kind.CONFLICT),
    REGISTRAR_KNOWS(Kind.CONFLICT),
    NOTHING_TO_CONFIRM(Kind.CONFLICT),
    REASON_NEEDED(Kind.INVALID),
    NO_CONFLICT(Kind.INVALID);

    private final Kind kind;

    OrganizationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
