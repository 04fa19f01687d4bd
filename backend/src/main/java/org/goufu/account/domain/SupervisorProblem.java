package org.goufu.account.domain;

import org.goufu.kernel.Problem;

/** Why something about a supervisor's account is refused. */
public enum SupervisorProblem implements Problem {
    NOT_FOUND(Kind.MISSING),
    NOT_WELL_FORMED(Kind.INVALID),
    /** Who supervises no more is not invited again: another account is made. */
    ENDED(Kind.CONFLICT);

    private final Kind kind;

    SupervisorProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
