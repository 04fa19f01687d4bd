package org.goufu.reference;

import org.goufu.kernel.Problem;

/** Why reference data cannot answer. */
public enum ReferenceProblem implements Problem {
    REGION_UNKNOWN(Kind.MISSING),
    CATEGORY_UNKNOWN(Kind.MISSING),
    PARENT_UNKNOWN(Kind.MALFORMED),
    CALENDAR_NOT_LOADED(Kind.CONFLICT),
    CALENDAR_INVALID(Kind.INVALID),
    THRESHOLD_INVALID(Kind.INVALID),
    SPAN_INVALID(Kind.MALFORMED);

    private final Kind kind;

    ReferenceProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
