package org.goufu.demo.domain;

import org.goufu.kernel.Problem;

/** What the demo refuses. */
public enum DemoProblem implements Problem {
    ADVANCE_INVALID(Kind.INVALID),
    /** This person got no opening key. */
    NO_KEY(Kind.MISSING);

    private final Kind kind;

    DemoProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
