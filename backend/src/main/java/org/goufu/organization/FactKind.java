package org.goufu.organization;

/** What is on record about a body; each says how {@link Fact#value} is to be read. */
public enum FactKind {
    /** Registration status: NORMAL, SUSPENDED, REVOKED, CANCELLED, LIQUIDATING (domain.md 3.2). */
    STATUS,
    /** Filing of a group with its street: ACTIVE, DORMANT, REVOKED (domain.md 2.3). */
    FILING,
    /** Annual inspection: {@code 2025:QUALIFIED}, BASICALLY, UNQUALIFIED or NOT_TAKEN (domain.md 3.3). */
    INSPECTION,
    /** A list the body stands on: ABNORMAL, SERIOUS, COURT_DEFAULT, TAX_CREDIT, PROCUREMENT_BAN (domain.md 3.4, 3.5). */
    CREDIT_LIST,
    /** Assessment grade A1 to A5, valid five years (domain.md 3.6). */
    GRADE,
    /** A service category that the body declares. */
    CATEGORY,
    /** A region that the body declares to serve. */
    PLACE,
    /** A special qualification, by its code ({@link SpecialQualification}); {@code -CODE} when it was refused or revoked. */
    QUALIFICATION,
    /** Staff who hold a professional certificate, by its code ({@link Certificate}); {@link Fact#number} is how many. */
    STAFF,
    /** Past contracts in a category; {@link Fact#number} is how many. */
    EXPERIENCE
}
