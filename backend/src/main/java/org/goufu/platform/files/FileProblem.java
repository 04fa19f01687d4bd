package org.goufu.platform.files;

import org.goufu.kernel.Problem;

/** Why a file is not taken or not found. */
public enum FileProblem implements Problem {
    NOT_FOUND(Kind.MISSING),
    EMPTY(Kind.INVALID),
    TOO_LARGE(Kind.INVALID),
    KIND_NOT_TAKEN(Kind.INVALID);

    private final Kind kind;

    FileProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
