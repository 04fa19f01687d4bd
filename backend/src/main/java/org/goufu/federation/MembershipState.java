package org.goufu.federation;

/** How far a membership has come; the names are part of the HTTP contract. */
public enum MembershipState {
    /** The federation asks; nobody has agreed. */
    INVITED,
    /** The member's own contact agreed; the street has not looked yet. */
    ACCEPTED,
    /** The street confirmed: from its first day on the federation may speak for the member. */
    CONFIRMED,
    /** The member, the street or the federation itself did not want it: it never stood. */
    REFUSED,
    /** It stood and has a last day. */
    LEFT,
    /** It stood until the day before another federation's began. */
    TRANSFERRED;

    /** Whether it still waits for somebody. */
    public boolean isOpen() {
        return this == INVITED || this == ACCEPTED;
    }
}
