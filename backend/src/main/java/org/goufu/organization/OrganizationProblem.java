package org.goufu.organization;

import org.goufu.kernel.Problem;

/** Why the registry refuses. */
public enum OrganizationProblem implements Problem {
    NOT_FOUND(Kind.MISSING),
    CREDIT_CODE_INVALID(Kind.INVALID),
    PLACE_UNKNOWN(Kind.INVALID),
    TOO_MANY_PLACES(Kind.INVALID);

    private final Kind kind;

    OrganizationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
