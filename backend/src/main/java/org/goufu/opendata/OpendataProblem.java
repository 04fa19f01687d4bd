package org.goufu.opendata;

import org.goufu.kernel.Problem;

/** Why there are no figures to show. */
public enum OpendataProblem implements Problem {
    NOT_COUNTED_YET(Kind.UNAVAILABLE),
    DAY_NOT_COUNTED(Kind.MALFORMED);

    private final Kind kind;

    OpendataProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
