package org.goufu.purchase;

/** What a reader needs to know of a notice first. */
public enum NoticeStatus {
    /** Bids can still be given. */
    OPEN,
    /** The deadline has passed, no result yet. */
    CLOSED,
    AWARDED,
    TERMINATED,
    /** A kind of notice without a deadline. */
    PUBLISHED
}
