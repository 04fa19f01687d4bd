package org.goufu.purchase;

import org.jspecify.annotations.Nullable;

/**
 * One checkable, lawful condition on a bidder, as the department wrote it.
 *
 * <p>Only the parameters of its kind are set; {@link RequirementKind} says which. How it is judged is matching's business.
 */
public record Requirement(
        RequirementKind kind,
        @Nullable String qualification,
        @Nullable Integer year,
        @Nullable Integer count,
        @Nullable String text) {

    public static Requirement qualification(String code) {
        return new Requirement(RequirementKind.SPECIAL_QUALIFICATION, code, null, null, null);
    }

    public static Requirement inspection(int year) {
        return new Requirement(RequirementKind.ANNUAL_INSPECTION, null, year, null, null);
    }

    public static Requirement staff(String certificate, int count) {
        return new Requirement(RequirementKind.PROFESSIONAL_STAFF, certificate, null, count, null);
    }

    public static Requirement text(String words) {
        return new Requirement(RequirementKind.TEXT, null, null, null, words);
    }
}
