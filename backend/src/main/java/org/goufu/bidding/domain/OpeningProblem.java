package org.goufu.bidding.domain;

import org.goufu.kernel.Problem;

/** Why something about an opening is refused. */
public enum OpeningProblem implements Problem {
    /** No such lot, none whose bids are opened here, or another department's. */
    NOT_FOUND(Kind.MISSING),
    /** The box is not sealed, or the time that the notice names has not come; when it comes is the argument. */
    TOO_EARLY(Kind.CONFLICT),
    /** The purchase came to something else already. */
    PURCHASE_OVER(Kind.CONFLICT),
    ALREADY_BEGUN(Kind.CONFLICT),
    /** Nobody has begun it. */
    NOT_BEGUN(Kind.CONFLICT),
    /** The seal check is over. */
    CHECK_OVER(Kind.CONFLICT),
    OBJECTION_MISSING(Kind.INVALID),
    /** No shares are asked for now. */
    NO_SHARES_ASKED(Kind.CONFLICT),
    /** None of the lot's keys is the caller's. */
    NOT_A_HOLDER(Kind.FORBIDDEN),
    ALREADY_TAKEN_PART(Kind.CONFLICT),
    /** All shares of a stage come together, or none. */
    SHARES_INCOMPLETE(Kind.INVALID),
    /** How many are not those that the bidders made for this key is the argument. */
    SHARE_WRONG(Kind.INVALID),
    REASON_MISSING(Kind.INVALID),
    /** The evaluators have not all signed the technical parts. */
    PRICES_NOT_ALLOWED(Kind.CONFLICT),
    /** Nothing to be mended, or the time for it is over. */
    NO_REMEDY(Kind.CONFLICT),
    /** Not the key that the bid was sealed with. */
    KEY_WRONG(Kind.INVALID),
    /** Not opened, not yet, or not for the caller. */
    CONTENT_NOT_FOUND(Kind.MISSING),
    CHANGED_MEANWHILE(Kind.STALE);

    private final Kind kind;

    OpeningProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
