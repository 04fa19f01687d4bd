package org.goufu.purchase;

/** The conditions that a department may lawfully set (政府采购法 第22条; domain.md 1.8). */
public enum RequirementKind {
    /** A licence or record that the service itself needs by law; parameter {@code qualification}. */
    SPECIAL_QUALIFICATION,
    /** The annual inspection of a year is not failed; parameter {@code year}. */
    ANNUAL_INSPECTION,
    /** People who hold a professional certificate that the service needs; parameters {@code qualification} and {@code count}. */
    PROFESSIONAL_STAFF,
    /** Free words, which only people can judge; parameter {@code text}. */
    TEXT
}
