package org.goufu.organization.domain;

/** What somebody did to a body; the word stands in its history for ever. */
public enum BodyAct {
    REGISTERED,
    FILED,
    JOINED,
    CHANGED,
    FACT_ADDED,
    FACT_REPLACED,
    FACT_WITHDRAWN,
    FACT_CONFIRMED,
    FACT_REJECTED,
    FEDERATION_REGISTERED,
    FEDERATION_CLOSED,
    IMPORTED,
    IMPORT_UNDONE
}
