package org.goufu.bidding.domain;

import org.goufu.kernel.Problem;

/** Why something with the keys that open bids is refused. */
public enum HolderProblem implements Problem {
    /** None, or one of another department. */
    KEY_NOT_FOUND(Kind.MISSING),
    /** Not a point of P-256. */
    KEY_INVALID(Kind.INVALID),
    KEY_TAKEN(Kind.CONFLICT),
    /** Only its owner can do this with a key. */
    NOT_YOUR_KEY(Kind.FORBIDDEN),
    /** Nobody approves a key of his own. */
    OWN_KEY(Kind.FORBIDDEN),
    /** For this group other people approve keys. */
    NOT_YOUR_GROUP(Kind.FORBIDDEN),
    /** None, answered already, or of yesterday. */
    CHALLENGE_NOT_FOUND(Kind.MISSING),
    ANSWER_WRONG(Kind.INVALID),
    NOT_PROVEN(Kind.CONFLICT),
    ALREADY_ENROLLED(Kind.CONFLICT),
    REVOKED(Kind.CONFLICT),
    CHANGED_MEANWHILE(Kind.STALE),
    LOT_NOT_FOUND(Kind.MISSING),
    /** Not enough people of the department have a key; how many are missing is the argument. */
    KEYSET_MISSING(Kind.CONFLICT),
    /** A supervisor opens too, and none has a key. */
    SUPERVISION_MISSING(Kind.CONFLICT),
    KEYSET_NOT_FOUND(Kind.MISSING),
    /** All keys to which the lot's bids are sealed still hold. */
    KEYSET_UNCHANGED(Kind.CONFLICT),
    /** Holders are replaced only while bids can be given. */
    TOO_LATE(Kind.CONFLICT),
    /** The box is not sealed yet, or the bid in it does not count. */
    STILL_SEALED(Kind.CONFLICT);

    private final Kind kind;

    HolderProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
