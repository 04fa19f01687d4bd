package org.goufu.demo.domain;

import static org.goufu.organization.FactKind.CREDIT_LIST;
import static org.goufu.organization.FactKind.PLACE;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.goufu.demo.DemoPlan;
import org.goufu.organization.BodyKind;
import org.goufu.organization.LegalForm;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;

/** Makes registered organizations: most at their county, some at the city or the province. */
final class LegalPersonMaker {
    private static final LocalTime MORNING = LocalTime.of(9, 30);

    private final Regions regions;
    private final NameMaker names;
    private final CreditCodes codes;
    private final LegalFacts facts;
    private final Dice dice;

    LegalPersonMaker(Regions regions, NameMaker names, CreditCodes codes, Dice dice) {
        this.regions = regions;
        this.names = names;
        this.codes = codes;
        this.facts = new LegalFacts(dice);
        this.dice = dice;
    }

    Stream<DemoBody> bodies(int count, Geography geography) {
        var counties = geography.countiesByStreets();
        return Stream.iterate(0, number -> number + 1).limit(count).map(number -> body(number, dice.pick(counties)));
    }

    private DemoBody body(int number, String county) {
        double level = dice.fraction();
        var region = level < 0.82 ? county : level < 0.95 ? county.substring(0, 4) : county.substring(0, 2);
        var field = ServiceField.drawn(dice);
        var stem = dice.pick(field.stems);
        var form = form(stem);
        var founded = dice.daysAgo(60, 365 * 15);
        var sheet = new FactSheet(dice, founded);
        lawful(number, sheet, founded);
        facts.grade(sheet, founded, 0.45);
        facts.abilities(sheet, field, founded);
        facts.papers(sheet, field);
        places(region).forEach(place -> sheet.add(PLACE, place, founded, null, FactSheet.DECLARED));
        return new DemoBody(
                dice.id(DemoPlan.at(founded, MORNING)),
                names.place(region) + names.brand() + stem,
                BodyKind.LEGAL_PERSON,
                form,
                codes.next(form, region),
                null,
                region,
                founded,
                field.scope,
                names.address(region),
                sheet.facts());
    }

    /** The first ones are awkward in every province, however small; the others as it happens. */
    private void lawful(int number, FactSheet sheet, LocalDate founded) {
        facts.status(sheet, founded, number == 0 ? 1 : 0.04);
        switch (number) {
            case 1 -> sheet.add(CREDIT_LIST, "SERIOUS", dice.daysAgo(30, 400), null, FactSheet.CREDIT);
            case 2 -> sheet.add(CREDIT_LIST, "ABNORMAL", dice.daysAgo(30, 400), null, FactSheet.CREDIT);
            case 3 -> sheet.mistaken(CREDIT_LIST, "SERIOUS", dice.daysAgo(60, 400), FactSheet.CREDIT);
            default -> facts.credit(sheet);
        }
        if (number == 4) {
            facts.inspection(sheet, LegalFacts.inspectedYear(dice.today()), "UNQUALIFIED");
        } else if (number != 5) {
            facts.inspections(sheet, founded);
        }
    }

    private static LegalForm form(String stem) {
        if (stem.endsWith("基金会")) return LegalForm.FOUNDATION;
        boolean association =
                stem.endsWith("协会") || stem.endsWith("促进会") || stem.endsWith("研究会") || stem.endsWith("慈善会");
        return association ? LegalForm.ASSOCIATION : LegalForm.SERVICE_INSTITUTION;
    }

    /** Where it is registered, and now and then some neighbours or the whole city. */
    private List<String> places(String region) {
        if (region.length() < 6 || dice.chance(0.7)) {
            return List.of(region);
        }
        var city = region.substring(0, 4);
        if (dice.chance(0.25)) {
            return List.of(city);
        }
        var others = regions.children(city).stream()
                .map(Region::code)
                .filter(code -> !code.equals(region))
                .toList();
        return Stream.concat(Stream.of(region), dice.some(others, dice.between(1, 3)).stream())
                .toList();
    }
}
