package org.goufu.organization;

/** What a group's contact can ask its street for. */
public enum FilingWish {
    CHANGE,
    CONFIRMATION
}
