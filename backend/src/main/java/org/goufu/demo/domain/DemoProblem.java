package org.goufu.demo.domain;

import org.goufu.kernel.Problem;

/** Why the demo clock does not move. */
public enum DemoProblem implements Problem {
    ADVANCE_INVALID(Kind.INVALID);

    private final Kind kind;

    DemoProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
