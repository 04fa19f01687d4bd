package org.goufu.demo.domain;

import static org.goufu.organization.FactKind.CATEGORY;
import static org.goufu.organization.FactKind.EXPERIENCE;
import static org.goufu.organization.FactKind.FILING;
import static org.goufu.organization.FactKind.PLACE;
import static org.goufu.organization.FactKind.STAFF;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.goufu.demo.DemoPlan;
import org.goufu.organization.BodyKind;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;

/** Makes filed groups in the communities of a street. */
final class GroupMaker {
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final int FILING_YEARS = 3;

    private final Regions regions;
    private final NameMaker names;
    private final Dice dice;

    GroupMaker(Regions regions, NameMaker names, Dice dice) {
        this.regions = regions;
        this.names = names;
        this.dice = dice;
    }

    /** @param serial number of the filing in its street */
    DemoBody group(Region street, int serial) {
        var communities = regions.children(street.code());
        var community =
                communities.isEmpty() ? street.code() : dice.pick(communities).code();
        var field = ServiceField.drawn(dice);
        var founded = dice.daysAgo(40, 365 * 7);
        var sheet = new FactSheet(dice, founded);
        filing(sheet, founded);
        dice.some(field.categories, dice.between(1, Math.min(3, field.categories.size())))
                .forEach(category -> sheet.add(CATEGORY, category, founded, null, FactSheet.DECLARED));
        sheet.add(PLACE, dice.chance(0.6) ? street.code() : community, founded, null, FactSheet.DECLARED);
        if (!field.certificates.isEmpty() && dice.chance(0.25)) {
            sheet.add(
                    STAFF,
                    dice.pick(field.certificates).name(),
                    dice.between(1, 3),
                    dice.daysAgo(30, 500),
                    null,
                    FactSheet.DECLARED);
        }
        if (dice.chance(0.2)) {
            sheet.add(
                    EXPERIENCE,
                    field.categories.getFirst(),
                    dice.between(1, 3),
                    dice.daysAgo(30, 300),
                    null,
                    FactSheet.STREET);
        }
        return new DemoBody(
                dice.id(DemoPlan.at(founded, MORNING)),
                names.group(community, field),
                BodyKind.FILED_GROUP,
                null,
                null,
                filingNumber(street.code(), founded.getYear(), serial),
                community,
                founded,
                field.scope,
                names.address(community),
                sheet.facts());
    }

    /** The platform's own pattern (domain.md 2.3). */
    static String filingNumber(String street, int year, int serial) {
        return "BA-%s-%d-%04d".formatted(street, year, serial);
    }

    /** Renewed every three years; some forgot to, some did nothing for a year, some were struck off. */
    private void filing(FactSheet sheet, LocalDate founded) {
        var from = founded;
        while (from.plusYears(FILING_YEARS).isBefore(dice.today())) {
            sheet.add(FILING, "ACTIVE", from, from.plusYears(FILING_YEARS).minusDays(1), FactSheet.STREET);
            from = from.plusYears(FILING_YEARS);
            if (dice.chance(0.06)) return;
        }
        double drawn = dice.fraction();
        var ended = dice.day(from, dice.today().minusDays(1));
        if (drawn < 0.05 && ended.isAfter(from)) {
            sheet.add(FILING, "ACTIVE", from, ended.minusDays(1), FactSheet.STREET);
            sheet.add(FILING, dice.pick(List.of("DORMANT", "DORMANT", "REVOKED")), ended, null, FactSheet.STREET);
        } else {
            sheet.add(FILING, "ACTIVE", from, from.plusYears(FILING_YEARS).minusDays(1), FactSheet.STREET);
        }
    }
}
