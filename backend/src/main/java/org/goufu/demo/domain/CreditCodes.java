package org.goufu.demo.domain;

import org.goufu.organization.CreditCode;
import org.goufu.organization.LegalForm;

/** Gives out credit codes that are correct in form and belong to nobody: their bodies begin with MJ9 or MB9 (domain.md 9). */
final class CreditCodes {
    private int bodies;
    private int departments;

    String next(LegalForm form, String regionCode) {
        var first = switch (form) {
            case ASSOCIATION -> "51";
            case SERVICE_INSTITUTION -> "52";
            case FOUNDATION -> "53";
        };
        return CreditCode.complete(first + sixDigits(regionCode) + "MJ9%05d".formatted(++bodies))
                .value();
    }

    String nextDepartment(String regionCode) {
        return CreditCode.complete("11" + sixDigits(regionCode) + "MB9%05d".formatted(++departments))
                .value();
    }

    private static String sixDigits(String regionCode) {
        return (regionCode + "0000").substring(0, 6);
    }
}
