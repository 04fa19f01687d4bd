package org.goufu.organization;

/** What is on record about a body; each says how {@link Fact#value} is to be read. */
public enum FactKind {
    /** Registration status: NORMAL, SUSPENDED, REVOKED, CANCELLED, LIQUIDATING (domain.md 3.2). */
    STATUS,
    /** Filing of a group with its street: ACTIVE, DORMANT, REVOKED, CANCELLED, SUCCEEDED by a legal person (domain.md 2.3). */
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
    EXPERIENCE,
    /** A tax qualification ({@link TaxQualification}) from the first day of its validity to the last (domain.md 3.2). */
    TAX,
    /** Employees at the end of a year, {@code 2025}; {@link Fact#number} is how many. */
    HEADCOUNT,
    /** Net assets at the end of a year, {@code 2025}; {@link Fact#number} is fen, below zero too. Not public. */
    NET_ASSETS,
    /** Income of a year, {@code 2025}; {@link Fact#number} is fen. Not public. */
    INCOME,
    /** Activities of one kind ({@link ActivityKind}) from the first day to the last; {@link Fact#number} is how many (domain.md 7.8). */
    ACTIVITY,
    /** What the certificate lets it do (业务范围), in its words. */
    SCOPE,
    /** Who speaks for it by law (法定代表人、负责人), by name: two bidders with one head are related (政府采购法实施条例 第18条). */
    HEAD,
    /** Bank and account number; for the body itself and its registrar alone. */
    BANK_ACCOUNT;

    /**
     * Neither on a public page nor in an index, and never handed through the door.
     *
     * <p>Whoever judges bids never sees how large a body is: assets and income must not decide (政府采购货物和服务招标投标管理办法 第17条).
     */
    public boolean isPrivate() {
        return this == BANK_ACCOUNT || isAmount();
    }

    /** Whether {@link Fact#number} is money, in fen. */
    public boolean isAmount() {
        return this == NET_ASSETS || this == INCOME;
    }

    /** Whether it is a figure of one year, out of the annual report: {@link Fact#value} is the year, and zero is an answer. */
    public boolean isYearly() {
        return this == HEADCOUNT || isAmount();
    }
}
