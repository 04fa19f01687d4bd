package org.goufu.demo.domain;

import static org.goufu.organization.FactKind.CATEGORY;
import static org.goufu.organization.FactKind.PLACE;
import static org.goufu.organization.FactKind.QUALIFICATION;
import static org.goufu.organization.FactKind.STAFF;
import static org.goufu.organization.FactKind.STATUS;

import java.time.LocalTime;
import java.util.List;
import org.goufu.demo.DemoPlan;
import org.goufu.organization.BodyKind;
import org.goufu.organization.Certificate;
import org.goufu.organization.LegalForm;
import org.goufu.organization.SpecialQualification;
import org.goufu.reference.Region;

/** Makes the federation of a street: a registered association whose own services are coordination and support. */
final class FederationMaker {
    static final String SCOPE = "孵化培育、联系服务街道辖区内社区社会组织，集中承接政府购买服务，统筹协调会员开展社区服务";
    static final List<String> CATEGORIES = List.of("A1002-01", "A1001-01", "A1001-04", "A1005-03", "A1002-06");
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final NameMaker names;
    private final CreditCodes codes;
    private final LegalFacts facts;
    private final Dice dice;

    FederationMaker(NameMaker names, CreditCodes codes, Dice dice) {
        this.names = names;
        this.codes = codes;
        this.facts = new LegalFacts(dice);
        this.dice = dice;
    }

    /** The second federation of every province has lost its registration, of the third the status is not on record. */
    DemoBody federation(Region street, int number) {
        var founded = dice.daysAgo(400, 365 * 6);
        var sheet = new FactSheet(dice, founded);
        if (number == 2 || dice.chance(0.005)) {
            sheet.mistaken(STATUS, "NORMAL", founded, FactSheet.REGISTRAR);
        } else {
            facts.status(sheet, founded, number == 1 ? 1 : 0.03);
        }
        facts.inspections(sheet, founded);
        facts.credit(sheet);
        facts.grade(sheet, founded, 0.3);
        dice.some(CATEGORIES, dice.between(1, 3))
                .forEach(category -> sheet.add(CATEGORY, category, founded, null, FactSheet.DECLARED));
        sheet.add(PLACE, street.code(), founded, null, FactSheet.DECLARED);
        if (dice.chance(0.8)) {
            sheet.add(
                    STAFF,
                    Certificate.SOCIAL_WORKER.name(),
                    dice.between(1, 6),
                    dice.daysAgo(30, 400),
                    null,
                    FactSheet.DECLARED);
        }
        if (dice.chance(0.3)) {
            var from = dice.daysAgo(30, 1_500);
            var licence = SpecialQualification.FOOD_BUSINESS_LICENSE.name();
            sheet.add(QUALIFICATION, licence, from, from.plusYears(5).minusDays(1), FactSheet.DECLARED);
        }
        return new DemoBody(
                dice.id(DemoPlan.at(founded, MORNING)),
                name(names, street.code()),
                BodyKind.FEDERATION,
                LegalForm.ASSOCIATION,
                codes.next(LegalForm.ASSOCIATION, street.code()),
                null,
                street.code(),
                founded,
                SCOPE,
                names.address(street.code()),
                sheet.facts());
    }

    static String name(NameMaker names, String street) {
        return names.place(street) + "社区社会组织联合会";
    }
}
