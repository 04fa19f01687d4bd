package org.goufu.purchase;

/** Types of published documents; the exact official form is the format code (domain.md 1.6). */
public enum NoticeType {
    INTENTION,
    PROCUREMENT,
    SINGLE_SOURCE,
    CORRECTION,
    RESULT,
    TERMINATION,
    CONTRACT,
    CONTRACT_CHANGE,
    ACCEPTANCE,
    PERFORMANCE
}
