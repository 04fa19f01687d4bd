package org.goufu.demo.domain;

import static org.goufu.organization.FactKind.CATEGORY;
import static org.goufu.organization.FactKind.CREDIT_LIST;
import static org.goufu.organization.FactKind.EXPERIENCE;
import static org.goufu.organization.FactKind.GRADE;
import static org.goufu.organization.FactKind.INSPECTION;
import static org.goufu.organization.FactKind.QUALIFICATION;
import static org.goufu.organization.FactKind.STAFF;
import static org.goufu.organization.FactKind.STATUS;

import java.time.LocalDate;
import java.util.List;

/** Draws the facts of a registered body, with every awkward case now and then. */
final class LegalFacts {
    private static final List<String> ENDINGS =
            List.of("SUSPENDED", "SUSPENDED", "SUSPENDED", "CANCELLED", "CANCELLED", "REVOKED", "LIQUIDATING");
    private static final List<String> BANS =
            List.of("SERIOUS", "SERIOUS", "COURT_DEFAULT", "TAX_CREDIT", "PROCUREMENT_BAN");
    private static final List<String> GRADES = List.of("A1", "A2", "A3", "A3", "A3", "A4", "A4", "A5");
    private static final int GRADE_YEARS = 5;
    private static final int LICENCE_YEARS = 5;
    private static final int INSPECTIONS_END_IN_MONTH = 10;

    private final Dice dice;

    LegalFacts(Dice dice) {
        this.dice = dice;
    }

    /** The last year whose inspections are all concluded: they end in autumn of the next (domain.md 3.3). */
    static int inspectedYear(LocalDate today) {
        return today.getYear() - (today.getMonthValue() >= INSPECTIONS_END_IN_MONTH ? 1 : 2);
    }

    void status(FactSheet sheet, LocalDate founded, double awkward) {
        if (!dice.chance(awkward)) {
            sheet.add(STATUS, "NORMAL", founded, null, FactSheet.REGISTRAR);
            return;
        }
        var ended = dice.daysAgo(20, 300);
        if (ended.isAfter(founded)) {
            sheet.add(STATUS, "NORMAL", founded, ended.minusDays(1), FactSheet.REGISTRAR);
        }
        sheet.add(STATUS, dice.pick(ENDINGS), ended, null, FactSheet.REGISTRAR);
    }

    /** The last two concluded years; one in fifteen is missing, and then nobody knows. */
    void inspections(FactSheet sheet, LocalDate founded) {
        int last = inspectedYear(dice.today());
        for (int year = last - 1; year <= last; year++) {
            boolean due = founded.isBefore(LocalDate.of(year, 7, 1));
            if (due && !dice.chance(0.065)) {
                inspection(sheet, year, conclusion());
            }
        }
    }

    void inspection(FactSheet sheet, int year, String conclusion) {
        var published = dice.day(LocalDate.of(year + 1, 7, 1), LocalDate.of(year + 1, 9, 28));
        var latest = dice.today().minusDays(5);
        sheet.add(
                INSPECTION,
                year + ":" + conclusion,
                published.isAfter(latest) ? latest : published,
                null,
                FactSheet.INSPECTION);
    }

    private String conclusion() {
        double drawn = dice.fraction();
        return drawn < 0.90 ? "QUALIFIED" : drawn < 0.95 ? "BASICALLY" : drawn < 0.97 ? "UNQUALIFIED" : "NOT_TAKEN";
    }

    void credit(FactSheet sheet) {
        if (dice.chance(0.03)) {
            sheet.add(CREDIT_LIST, "ABNORMAL", dice.daysAgo(15, 600), null, FactSheet.CREDIT);
        } else if (dice.chance(0.03)) {
            var from = dice.daysAgo(300, 900);
            sheet.add(CREDIT_LIST, "ABNORMAL", from, from.plusDays(dice.between(60, 250)), FactSheet.CREDIT);
        }
        if (dice.chance(0.03)) {
            var from = dice.daysAgo(15, 700);
            sheet.add(CREDIT_LIST, dice.pick(BANS), from, from.plusYears(2), FactSheet.CREDIT);
        } else if (dice.chance(0.01)) {
            var from = dice.daysAgo(1_100, 1_400);
            sheet.add(CREDIT_LIST, "PROCUREMENT_BAN", from, from.plusYears(2), FactSheet.CREDIT);
        } else if (dice.chance(0.005)) {
            sheet.mistaken(CREDIT_LIST, "SERIOUS", dice.daysAgo(60, 400), FactSheet.CREDIT);
        }
    }

    /** Some have run out: a grade is valid for five years (四川省社会组织评估管理办法 第5条). */
    void grade(FactSheet sheet, LocalDate founded, double share) {
        var from = dice.daysAgo(30, 365 * 6);
        if (dice.chance(share) && from.isAfter(founded.plusYears(2))) {
            sheet.add(
                    GRADE, dice.pick(GRADES), from, from.plusYears(GRADE_YEARS).minusDays(1), FactSheet.ASSESSMENT);
        }
    }

    void abilities(FactSheet sheet, ServiceField field, LocalDate founded) {
        var declared = dice.some(field.categories, dice.between(1, Math.min(4, field.categories.size())));
        declared.forEach(category -> sheet.add(CATEGORY, category, founded, null, FactSheet.DECLARED));
        if (dice.chance(0.15)) {
            sheet.add(CATEGORY, declared.getFirst().substring(0, 3), founded, null, FactSheet.DECLARED);
        }
        if (founded.isBefore(dice.today().minusYears(1)) && dice.chance(0.6)) {
            sheet.add(
                    EXPERIENCE,
                    declared.getFirst(),
                    dice.between(1, 9),
                    dice.daysAgo(30, 330),
                    null,
                    FactSheet.PURCHASES);
        }
    }

    void papers(FactSheet sheet, ServiceField field) {
        for (var qualification : field.qualifications) {
            if (dice.chance(0.55)) {
                var from = dice.daysAgo(60, 365 * 5 + 200);
                sheet.add(
                        QUALIFICATION,
                        qualification.name(),
                        from,
                        from.plusYears(LICENCE_YEARS).minusDays(1),
                        FactSheet.DECLARED);
            } else if (dice.chance(0.05)) {
                // A minus says that it was refused or revoked.
                sheet.add(QUALIFICATION, "-" + qualification.name(), dice.daysAgo(30, 400), null, FactSheet.REGISTRAR);
            }
        }
        for (var certificate : field.certificates) {
            if (dice.chance(0.6)) {
                sheet.add(
                        STAFF,
                        certificate.name(),
                        dice.between(1, 12),
                        dice.daysAgo(30, 700),
                        null,
                        FactSheet.DECLARED);
            }
        }
    }
}
