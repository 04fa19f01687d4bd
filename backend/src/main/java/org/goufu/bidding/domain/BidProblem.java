package org.goufu.bidding.domain;

import org.goufu.kernel.Problem;

/** Why a bid cannot be taken in, replaced, withdrawn or shown. */
public enum BidProblem implements Problem {
    /** No such lot, or no bids are given for it by deadline. */
    LOT_NOT_FOUND(Kind.MISSING),
    /** No such bid of the caller's. */
    NOT_FOUND(Kind.MISSING),
    /** Above the purchase limit bids are given on the statutory portal (product.md 12). */
    NOT_GIVEN_HERE(Kind.CONFLICT),
    /** The deadline has passed, or the purchase is over. */
    CLOSED(Kind.CONFLICT),
    NOT_ELIGIBLE(Kind.FORBIDDEN),
    /** A filed group never bids itself (product.md 7). */
    THROUGH_FEDERATION(Kind.FORBIDDEN),
    /** Not written as GOUFU-SEAL/1 says. */
    MANIFEST_UNREADABLE(Kind.INVALID),
    /** The bid is for another lot, body or envelope than the request. */
    OF_ANOTHER(Kind.INVALID),
    /** The notice is another than the one that the bidder read. */
    NOTICE_CHANGED(Kind.CONFLICT),
    /** The holders' keys are others than those that the bid was sealed to. */
    KEYS_CHANGED(Kind.CONFLICT),
    /** A group that the bid names has not consented. */
    CONSENT_MISSING(Kind.CONFLICT),
    /** What the bid says of its groups is not what the federation prepared and the groups read. */
    ROSTER_CHANGED(Kind.CONFLICT),
    /** A bid with groups says how the price is divided among them, and one without says nothing of that. */
    ALLOCATION_MISSING(Kind.INVALID),
    /** A group is no member of the federation now. */
    GROUP_NOT_A_MEMBER(Kind.CONFLICT),
    /** A group's filing does not hold now (domain.md 2.4, I4). */
    GROUP_NOT_FILED(Kind.CONFLICT),
    /** No hosting agreement, or another federation's (domain.md 2.4, I1). */
    GROUP_NOT_HOSTED(Kind.CONFLICT),
    /** No mandate that holds now covers the lot's category and place. */
    GROUP_WITHOUT_MANDATE(Kind.CONFLICT),
    /** The lot's places are not where the group works (domain.md 2.4, I4). */
    GROUP_OUTSIDE(Kind.CONFLICT),
    /** The notice takes no consortium (any more). */
    CONSORTIUM_NOT_ACCEPTED(Kind.CONFLICT),
    /** What the bid says of its consortium is not the agreement that holds now. */
    AGREEMENT_CHANGED(Kind.CONFLICT),
    /** A member has not signed, or took its signature back (政府采购法 第24条第二款). */
    AGREEMENT_UNSIGNED(Kind.CONFLICT),
    /** Every member must itself meet what is asked (政府采购法 第24条第一款). */
    MEMBER_NOT_ELIGIBLE(Kind.FORBIDDEN),
    /** The bidder signed an agreement to bid together (实施条例 第22条第二款). */
    IN_CONSORTIUM(Kind.CONFLICT),
    SIGNATURE_WRONG(Kind.INVALID),
    KEY_UNKNOWN(Kind.INVALID),
    KEY_UNREADABLE(Kind.INVALID),
    KEY_REVOKED(Kind.CONFLICT),
    CHUNKS_MISSING(Kind.CONFLICT),
    /** The bytes are not those of the digest in the path. */
    CHUNK_DAMAGED(Kind.INVALID),
    CHUNK_TOO_LARGE(Kind.INVALID),
    ENVELOPE_TOO_LARGE(Kind.INVALID),
    TOO_MANY_ENVELOPES(Kind.TOO_MANY),
    /** This envelope was given before, with other bytes. */
    OTHER_CONTENT(Kind.CONFLICT),
    ALREADY_GIVEN(Kind.CONFLICT),
    /** What shall be replaced or withdrawn is not the body's bid now. */
    NOT_CURRENT(Kind.CONFLICT),
    /** Whether it was taken in is not known; the same request again tells. */
    OUTCOME_UNKNOWN(Kind.UNAVAILABLE);

    private final Kind kind;

    BidProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
