package org.goufu.organization.domain;

import org.goufu.kernel.Problem;

/** Why an import, or a step of it, is refused. */
public enum ImportProblem implements Problem {
    NOT_FOUND(Kind.MISSING),
    NOT_YOUR_OFFICE(Kind.FORBIDDEN),
    NO_HEADER(Kind.INVALID),
    MAPPING_INVALID(Kind.INVALID),
    NOT_READY(Kind.CONFLICT),
    NOTHING_TO_APPLY(Kind.CONFLICT),
    NOT_APPLIED(Kind.CONFLICT),
    BUSY(Kind.CONFLICT),
    CHANGED_MEANWHILE(Kind.CONFLICT),
    BROKE_OFF(Kind.UNAVAILABLE);

    private final Kind kind;

    ImportProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
