package org.goufu.account.domain;

import org.goufu.kernel.Problem;

/** Why an account is not opened. */
public enum ActivationProblem implements Problem {
    CODE_UNKNOWN(Kind.INVALID),
    PASSWORD_WEAK(Kind.INVALID),
    NAME_TAKEN(Kind.CONFLICT);

    private final Kind kind;

    ActivationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
