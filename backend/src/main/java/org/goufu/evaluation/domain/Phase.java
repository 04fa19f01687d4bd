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
    FAILED
}
