package org.goufu.bidding.domain;

import org.goufu.kernel.Problem;

/** Why an agreement to bid together, or a signature under it, is not taken. */
public enum ConsortiumProblem implements Problem {
    /** Nothing was drafted for this lot, or nothing with this body. */
    NOT_FOUND(Kind.MISSING),
    CHANGED_MEANWHILE(Kind.STALE),
    /** The notice says that it takes none (政府采购法 第24条; 令87 第19条). */
    NOT_ACCEPTED(Kind.CONFLICT),
    /** Two legal persons at the least, the lead among them. */
    MEMBERS_WRONG(Kind.INVALID),
    MEMBER_INCOMPLETE(Kind.INVALID),
    MEMBER_UNKNOWN(Kind.INVALID),
    /** A filed group is no legal person and never a member (政府采购法 第22条, 第24条; 民法典 第103条). */
    FILED_GROUP(Kind.INVALID),
    SUM_WRONG(Kind.INVALID),
    /** The lead changed what the member has read. */
    TEXT_CHANGED(Kind.CONFLICT),
    /** A body stands in one consortium for a lot (实施条例 第22条第二款). */
    SIGNED_ELSEWHERE(Kind.CONFLICT),
    /** Its own bid lies in the box (实施条例 第22条第二款). */
    BIDS_ALONE(Kind.CONFLICT),
    NOTHING_TO_TAKE_BACK(Kind.CONFLICT),
    /** What somebody has signed is not deleted. */
    SIGNED(Kind.CONFLICT),
    /** A bid of the consortium lies in the box. */
    BID_WITH(Kind.CONFLICT);

    private final Kind kind;

    ConsortiumProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
