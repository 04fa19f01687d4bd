package org.goufu.purchase.domain;

import org.goufu.kernel.Problem;

/** Why a purchase or a notice cannot be read or moved on. */
public enum PurchaseProblem implements Problem {
    NOT_FOUND(Kind.MISSING),
    NOTICE_NOT_FOUND(Kind.MISSING),
    NOT_WELL_FORMED(Kind.INVALID),
    NOT_DRAFT(Kind.CONFLICT),
    NOT_IN_REVIEW(Kind.CONFLICT),
    NOT_READY(Kind.INVALID),
    METHOD_NOT_OFFERED(Kind.INVALID),
    SAME_PERSON(Kind.FORBIDDEN),
    REASON_MISSING(Kind.INVALID),
    REASON_TOO_LONG(Kind.INVALID),
    CHANGED_MEANWHILE(Kind.STALE),
    /** No lot of it was terminated. */
    NOTHING_TO_REPEAT(Kind.CONFLICT),
    LOT_NOT_FOUND(Kind.MISSING),
    LOT_OPEN(Kind.CONFLICT),
    LOT_DECIDED(Kind.CONFLICT),
    /** It does not show where the statutory medium published the result. */
    RESULT_UNREFERENCED(Kind.INVALID),
    /** Its bids were given here: the result comes from their evaluation. */
    RESULT_GIVEN_HERE(Kind.CONFLICT),
    PORTAL_RESULT_MISSING(Kind.MISSING),
    /** It breaks rules; which, its fields say. */
    PORTAL_RESULT_REFUSED(Kind.INVALID),
    PORTAL_RESULT_RETURNED(Kind.CONFLICT),
    PORTAL_RESULT_SAME_PERSON(Kind.FORBIDDEN),
    TERMINATION_MISSING(Kind.MISSING),
    TERMINATION_INCOMPLETE(Kind.INVALID),
    TERMINATION_OF_THE_PLATFORM(Kind.CONFLICT),
    TERMINATION_SAME_PERSON(Kind.FORBIDDEN),
    CORRECTION_MISSING(Kind.MISSING),
    CORRECTION_INCOMPLETE(Kind.INVALID),
    /** It breaks rules; which, its fields say. */
    CORRECTION_REFUSED(Kind.INVALID),
    CORRECTION_TOO_LATE(Kind.CONFLICT),
    CORRECTION_SAME_PERSON(Kind.FORBIDDEN);

    private final Kind kind;

    PurchaseProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
