package org.goufu.ledger;

import org.goufu.kernel.Problem;

/** Why the ledger has no answer. */
public enum LedgerProblem implements Problem {
    /** No such entry, or an act that nobody may know of yet. */
    ENTRY_NOT_FOUND(Kind.MISSING),
    /** Nothing of such a purchase is public. */
    BUNDLE_NOT_FOUND(Kind.MISSING),
    /** No such piece of the tree, or not yet under a signed head. */
    TILE_NOT_FOUND(Kind.MISSING),
    /** The log is not the one whose heads were signed, or not in itself what it was: nothing may change until people have looked. */
    HALTED(Kind.UNAVAILABLE),
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
