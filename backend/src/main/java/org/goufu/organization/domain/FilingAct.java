package org.goufu.organization.domain;

/** What somebody did to a filing; the word stands in its history for ever. */
public enum FilingAct {
    APPLIED,
    CHANGED,
    SUBMITTED,
    SUPPORTED,
    OPPOSED,
    RETURNED,
    FILED,
    CONFIRMED,
    DORMANT,
    REVOKED,
    CANCELLED,
    REGISTERED,
    CHANGE_ASKED,
    CONFIRMATION_ASKED,
    /** The street gave its contact a code for an account of the group. */
    CONTACT_INVITED
}
