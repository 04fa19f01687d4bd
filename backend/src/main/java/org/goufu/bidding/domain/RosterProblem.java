package org.goufu.bidding.domain;

import org.goufu.kernel.Problem;

/** Why a federation's roster for a lot, or a group's consent to its part, is not taken. */
public enum RosterProblem implements Problem {
    /** Nothing was prepared for this lot, or nothing for this group. */
    NOT_FOUND(Kind.MISSING),
    CHANGED_MEANWHILE(Kind.STALE),
    PARTS_MISSING(Kind.INVALID),
    PART_INCOMPLETE(Kind.INVALID),
    /** Only members that the street confirmed are asked. */
    NOT_A_MEMBER(Kind.INVALID),
    /** domain.md 2.4, I2. */
    SUM_WRONG(Kind.INVALID),
    /** domain.md 2.4, I3. */
    OWN_SHARE_TOO_SMALL(Kind.INVALID),
    FEE_TOO_HIGH(Kind.INVALID),
    /** The federation changed what the contact has read. */
    PART_CHANGED(Kind.CONFLICT),
    /** A group takes part in at most one bid for a lot (product.md 8): its own consent is the place where it chooses. */
    CONSENTED_ELSEWHERE(Kind.CONFLICT),
    NOTHING_TO_REVOKE(Kind.CONFLICT);

    private final Kind kind;

    RosterProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
