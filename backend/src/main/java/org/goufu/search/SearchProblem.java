package org.goufu.search;

import org.goufu.kernel.Problem;

/** Why a search gives no answer. */
public enum SearchProblem implements Problem {
    UNAVAILABLE(Kind.UNAVAILABLE),
    CURSOR_UNREADABLE(Kind.MALFORMED),
    PARAMETER_UNKNOWN(Kind.MALFORMED),
    REBUILD_RUNNING(Kind.CONFLICT);

    private final Kind kind;

    SearchProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
