package org.goufu.ledger;

import org.goufu.kernel.Problem;

/** Why the ledger has no answer. */
public enum LedgerProblem implements Problem {
    /** No such entry, or an act that nobody may know of yet. */
    ENTRY_NOT_FOUND(Kind.MISSING),
    /** Not two sizes of this ledger, the smaller first. */
    SIZES_UNKNOWN(Kind.MALFORMED);

    private final Kind kind;

    LedgerProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
