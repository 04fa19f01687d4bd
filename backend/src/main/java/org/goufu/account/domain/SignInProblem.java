package org.goufu.account.domain;

import org.goufu.kernel.Problem;

/** Why somebody is not signed in; the same word for a wrong name and a wrong password. */
public enum SignInProblem implements Problem {
    WRONG_CREDENTIALS(Kind.UNAUTHENTICATED),
    TOO_MANY_FAILURES(Kind.TOO_MANY),
    BUSY(Kind.UNAVAILABLE);

    private final Kind kind;

    SignInProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
