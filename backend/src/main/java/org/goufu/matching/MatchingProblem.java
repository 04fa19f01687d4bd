package org.goufu.matching;

import org.goufu.kernel.Problem;

/** Why a question about matches is refused. */
public enum MatchingProblem implements Problem {
    LOT_NOT_FOUND(Kind.MISSING),
    BODY_NOT_FOUND(Kind.MISSING),
    AS_OF_IN_THE_FUTURE(Kind.MALFORMED),
    CATEGORY_UNKNOWN(Kind.INVALID),
    CURSOR_UNREADABLE(Kind.MALFORMED),
    TOO_MANY_NOTICES(Kind.MALFORMED),
    CONSORTIUM_SIZE(Kind.INVALID);

    private final Kind kind;

    MatchingProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
