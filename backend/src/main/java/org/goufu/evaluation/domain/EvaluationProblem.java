package org.goufu.evaluation.domain;

import org.goufu.kernel.Problem;

/** Why something in an evaluation is refused. */
public enum EvaluationProblem implements Problem {
    /** None, not the caller's, or nothing of it is public yet: nobody is told which. */
    NOT_FOUND(Kind.MISSING),
    /** It is at another step; which one is the argument. */
    NOT_NOW(Kind.CONFLICT),
    /** The department terminated the lot. */
    LOT_OVER(Kind.CONFLICT),
    /** The bids are not opened, or too few were. */
    NOT_OPENED(Kind.CONFLICT),
    /** Size or composition against the law. */
    PANEL_UNLAWFUL(Kind.INVALID),
    /** Not so many people of the pool may sit; how many could is the argument. */
    POOL_TOO_SMALL(Kind.CONFLICT),
    /** Of another unit, named twice, or related to a bidder. */
    REPRESENTATIVE_REFUSED(Kind.INVALID),
    ALREADY_DECLARED(Kind.CONFLICT),
    REVIEW_INCOMPLETE(Kind.INVALID),
    SHEET_INCOMPLETE(Kind.INVALID),
    /** Signed sheets do not change. */
    SHEET_SIGNED(Kind.CONFLICT),
    /** Only where objective points differ may they be looked at again. */
    ITEM_SETTLED(Kind.INVALID),
    ALREADY_GIVEN(Kind.CONFLICT),
    /** The bidder was asked for no explanation. */
    NOT_ASKED(Kind.MISSING),
    /** The bidder's time for explaining has run out. */
    TOO_LATE(Kind.CONFLICT),
    /** Somebody of the panel has found about the explanation as it is. */
    EXPLANATION_JUDGED(Kind.CONFLICT),
    /** The bidder still has time to explain. */
    STILL_EXPLAINING(Kind.CONFLICT),
    /** A price that nobody explained cannot be accepted. */
    NOT_EXPLAINED(Kind.CONFLICT),
    REASON_MISSING(Kind.INVALID),
    /** The first of the ranking may not be awarded as things stand now; who and why are the fields. */
    WINNER_REFUSED(Kind.CONFLICT),
    /** The first of the ranking may be awarded: it is not passed over. */
    WINNER_STANDS(Kind.CONFLICT),
    /** Candidates are three at most, and two were passed over (87号令 第48条). */
    LAST_CANDIDATE(Kind.CONFLICT),
    /** Somebody of the panel is related to a bidder: nothing is awarded on what it found. Who and how is in the fields. */
    RECUSAL_MISSED(Kind.CONFLICT),
    /** Somebody of the panel has the name of one who speaks for a bidder; who is in the fields. */
    NAMESAKE_UNEXPLAINED(Kind.CONFLICT),
    /** The purchaser supervises the winner and did not call openly: why, is to be recorded (C07). */
    OPENNESS_UNEXPLAINED(Kind.CONFLICT),
    /** Nobody of the panel is related to a bidder: it is not formed anew. */
    PANEL_STANDS(Kind.CONFLICT),
    /** Bids that count still are in conflict with others; which and why are the fields. */
    BIDS_IN_CONFLICT(Kind.CONFLICT),
    /** Whoever takes a seat first says whether there is a relation to a bidder. */
    DECLARE_FIRST(Kind.CONFLICT),
    /** Whoever takes a seat late checks the bids before scoring them. */
    REVIEW_FIRST(Kind.CONFLICT),
    /** The purchaser releases nobody who has done what was to be done. */
    PART_DONE(Kind.CONFLICT),
    /** The others decide without the caller. */
    EXCUSED(Kind.CONFLICT),
    /** Without most of its members a panel decides nothing. */
    TOO_FEW_LEFT(Kind.CONFLICT),
    /** Most of the panel stood back for relations: another one is formed. */
    PANEL_GONE(Kind.CONFLICT),
    /** Who proposed does not decide. */
    OWN_PROPOSAL(Kind.FORBIDDEN);

    private final Kind kind;

    EvaluationProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
