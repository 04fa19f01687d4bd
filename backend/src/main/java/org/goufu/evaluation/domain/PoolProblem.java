package org.goufu.evaluation.domain;

import org.goufu.kernel.Problem;

/** Why something in the pool is refused. */
public enum PoolProblem implements Problem {
    /** None, or whom others keep: nobody is told which. */
    NOT_FOUND(Kind.MISSING),
    NOT_WELL_FORMED(Kind.INVALID),
    /** Somebody of the same telephone, or of the same name and employer, is in the pool already. */
    TO_ACKNOWLEDGE(Kind.INVALID),
    REASON_NEEDED(Kind.INVALID),
    /** One is in that state already; which one is the argument. */
    WRONG_STATE(Kind.CONFLICT),
    /** One's own relation is ended, never taken back: who keeps the pool corrects it. */
    AVOIDANCE_MISSING(Kind.INVALID);

    private final Kind kind;

    PoolProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
