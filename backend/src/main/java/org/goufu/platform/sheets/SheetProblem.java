package org.goufu.platform.sheets;

import org.goufu.kernel.Problem;

/** Why a whole file is refused; nothing of it was taken over then. */
public enum SheetProblem implements Problem {
    EMPTY(Kind.INVALID),
    NOT_A_TABLE(Kind.INVALID),
    WRONG_EXTENSION(Kind.INVALID),
    OLD_FORMAT(Kind.INVALID),
    ENCRYPTED(Kind.INVALID),
    MACROS(Kind.INVALID),
    EXTERNAL_LINKS(Kind.INVALID),
    EMBEDDED_OBJECTS(Kind.INVALID),
    TOO_COMPRESSED(Kind.INVALID),
    TOO_MANY_ROWS(Kind.INVALID),
    TOO_MANY_COLUMNS(Kind.INVALID),
    CELL_TOO_LONG(Kind.INVALID),
    QUOTE_OPEN(Kind.INVALID),
    DAMAGED(Kind.INVALID),
    DATES_FROM_1904(Kind.INVALID),
    ENCODING_UNKNOWN(Kind.INVALID);

    private final Kind kind;

    SheetProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
