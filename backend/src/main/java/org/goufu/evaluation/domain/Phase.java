package org.goufu.evaluation.domain;

/** The steps from opened bids to the award (domain.md 6.1). */
public enum Phase {
    /** The panel is still to be formed, or to be drawn. */
    FORMING,
    /** Those drawn say whether they are related to a bidder. */
    DECLARING,
    /** The purchaser checks qualifications, in tenders. */
    QUALIFYING,
    /** The panel checks compliance, and qualifications where the purchaser does not. */
    REVIEWING,
    SCORING,
    /** All have signed; the prices are about to be opened. */
    AWAITING_PRICES,
    /** Prices are known: are any too low? */
    PRICING,
    RANKED,
    PROPOSED,
    AWARDED,
    /** Too few bids are left. */
    FAILED,
    /** The department terminated the lot before the award. */
    ENDED;

    /** 87号令 第49条: whoever leaves before points are revealed is replaced, and what he or she found does not count. */
    public boolean passesSeatsOn() {
        return compareTo(DECLARING) >= 0 && compareTo(SCORING) <= 0;
    }

    /** Points that were revealed stand: whoever cannot go on afterwards is not replaced, and the others decide. */
    public boolean excuses() {
        return compareTo(AWAITING_PRICES) >= 0 && compareTo(PROPOSED) <= 0;
    }

    /**
     * Scores for quality are given without looking at prices, also where these were opened with the rest. Nor are they shown of a lot that
     * was terminated: nobody says how far it had come, and it may be bought once more.
     */
    public boolean showsPrices() {
        return compareTo(PRICING) >= 0 && this != ENDED;
    }

    /** Whether nothing follows. */
    public boolean isOver() {
        return compareTo(AWARDED) >= 0;
    }

    /** The panel has nothing to do any more: only a relation can still be told (87号令 第67条). */
    boolean isAfterThePanel() {
        return this == RANKED || this == PROPOSED;
    }
}
