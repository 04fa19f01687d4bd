package org.goufu.demo.domain;

import static org.goufu.organization.FactKind.CATEGORY;
import static org.goufu.organization.FactKind.EXPERIENCE;
import static org.goufu.organization.FactKind.FILING;
import static org.goufu.organization.FactKind.GRADE;
import static org.goufu.organization.FactKind.PLACE;
import static org.goufu.organization.FactKind.QUALIFICATION;
import static org.goufu.organization.FactKind.STAFF;
import static org.goufu.organization.FactKind.STATUS;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.Showcase;
import org.goufu.demo.domain.DemoMembership.DemoHosting;
import org.goufu.demo.domain.DemoMembership.DemoMandate;
import org.goufu.organization.BodyKind;
import org.goufu.organization.Certificate;
import org.goufu.organization.LegalForm;
import org.goufu.organization.SpecialQualification;
import org.goufu.reference.Region;
import org.goufu.reference.Regions;

/** Makes the bodies behind the demo accounts, without any flaw: they fit {@link Showcase#CATEGORY} in their street. */
final class ShowcaseMaker {
    private final DemoPlan plan;
    private final Regions regions;
    private final NameMaker names;
    private final CreditCodes codes;
    private final LegalFacts facts;
    private final Dice dice;
    private final Dice partnerDice;
    private final Dice rivalDice;

    ShowcaseMaker(DemoPlan plan, Regions regions, NameMaker names, CreditCodes codes, Dice dice) {
        this.plan = plan;
        this.regions = regions;
        this.names = names;
        this.codes = codes;
        this.facts = new LegalFacts(dice);
        this.dice = dice;
        this.partnerDice = Dice.of(plan, "partner");
        this.rivalDice = Dice.of(plan, "rivals");
    }

    DemoBody organization() {
        var founded = plan.firstDay().minusYears(6);
        var sheet = flawless(dice, facts, founded);
        List.of("A0402-01", "A0402-03", "A0402-02")
                .forEach(code -> sheet.add(CATEGORY, code, founded, null, FactSheet.DECLARED));
        sheet.add(PLACE, Showcase.COUNTY, founded, null, FactSheet.DECLARED)
                .add(
                        GRADE,
                        "A4",
                        plan.firstDay().minusYears(2),
                        plan.firstDay().plusYears(3).minusDays(1),
                        FactSheet.ASSESSMENT)
                .add(EXPERIENCE, "A0402-01", 4, plan.firstDay().minusDays(90), null, FactSheet.PURCHASES);
        return new DemoBody(
                Showcase.of(plan).organization(),
                names.place(Showcase.COUNTY) + "棠暖居家养老服务中心",
                BodyKind.LEGAL_PERSON,
                LegalForm.SERVICE_INSTITUTION,
                codes.next(LegalForm.SERVICE_INSTITUTION, Showcase.COUNTY),
                null,
                Showcase.COUNTY,
                founded,
                ServiceField.ELDERLY.scope,
                names.address(Showcase.STREET),
                sheet.facts());
    }

    /** Who bids against it. */
    List<DemoBody> rivals() {
        return List.of(rival(0, "成都市新都区银杏树社会工作服务中心", "桂湖东路88号附3号"), rival(1, "成都市新都区和悦长者服务促进中心", "宝光大道南段12号"));
    }

    private DemoBody rival(int place, String name, String address) {
        var founded = plan.firstDay().minusYears(5 + place);
        var sheet = flawless(rivalDice, new LegalFacts(rivalDice), founded)
                .add(CATEGORY, "A0402-01", founded, null, FactSheet.DECLARED)
                .add(PLACE, Showcase.COUNTY, founded, null, FactSheet.DECLARED)
                .add(EXPERIENCE, "A0402-01", 2, plan.firstDay().minusDays(120), null, FactSheet.PURCHASES);
        return new DemoBody(
                Showcase.of(plan).rivals().get(place),
                name,
                BodyKind.LEGAL_PERSON,
                LegalForm.SERVICE_INSTITUTION,
                codes.next(LegalForm.SERVICE_INSTITUTION, Showcase.COUNTY),
                null,
                Showcase.COUNTY,
                founded,
                ServiceField.ELDERLY.scope,
                "成都市新都区" + address,
                sheet.facts());
    }

    DemoBody federation() {
        var founded = plan.firstDay().minusYears(4);
        var sheet = flawless(dice, facts, founded);
        FederationMaker.CATEGORIES.forEach(code -> sheet.add(CATEGORY, code, founded, null, FactSheet.DECLARED));
        sheet.add(PLACE, Showcase.STREET, founded, null, FactSheet.DECLARED)
                .add(
                        GRADE,
                        "A3",
                        plan.firstDay().minusYears(1),
                        plan.firstDay().plusYears(4).minusDays(1),
                        FactSheet.ASSESSMENT);
        return new DemoBody(
                Showcase.of(plan).federation(),
                FederationMaker.name(names, Showcase.STREET),
                BodyKind.FEDERATION,
                LegalForm.ASSOCIATION,
                codes.next(LegalForm.ASSOCIATION, Showcase.STREET),
                null,
                Showcase.STREET,
                founded,
                FederationMaker.SCOPE,
                names.address(Showcase.STREET),
                sheet.facts());
    }

    /** The street's first group is the member, its second the newcomer, its third another member. */
    DemoBody group(int serial) {
        return switch (serial) {
            case 1 -> group();
            case 2 -> newcomer();
            default -> partner();
        };
    }

    private DemoBody group() {
        var founded = plan.firstDay().minusYears(2);
        var community = regions.children(Showcase.STREET).getFirst();
        var sheet = new FactSheet(dice, founded)
                .add(FILING, "ACTIVE", founded, plan.firstDay().plusYears(1), FactSheet.STREET)
                .add(CATEGORY, "A0402-01", founded, null, FactSheet.DECLARED)
                .add(CATEGORY, "A0402-03", founded, null, FactSheet.DECLARED)
                .add(PLACE, Showcase.STREET, founded, null, FactSheet.DECLARED)
                .add(STAFF, Certificate.CARE_WORKER.name(), 3, founded, null, FactSheet.DECLARED);
        return new DemoBody(
                Showcase.of(plan).group(),
                name(community),
                BodyKind.FILED_GROUP,
                null,
                null,
                GroupMaker.filingNumber(Showcase.STREET, founded.getYear(), 1),
                community.code(),
                founded,
                ServiceField.ELDERLY.scope,
                names.address(community.code()),
                sheet.facts());
    }

    /** Founded last spring, validly filed, and in no federation: it could help with meals through one. */
    private DemoBody newcomer() {
        var founded = plan.firstDay().minusMonths(6);
        var community = regions.children(Showcase.STREET).getLast();
        var sheet = new FactSheet(dice, founded)
                .add(FILING, "ACTIVE", founded, plan.firstDay().plusMonths(18), FactSheet.STREET)
                .add(CATEGORY, "A0402-01", founded, null, FactSheet.DECLARED)
                .add(PLACE, Showcase.STREET, founded, null, FactSheet.DECLARED);
        return new DemoBody(
                Showcase.of(plan).newcomer(),
                "新都区桂湖街道" + NameMaker.community(community) + "巷口暖灶送餐队",
                BodyKind.FILED_GROUP,
                null,
                null,
                GroupMaker.filingNumber(Showcase.STREET, founded.getYear(), 2),
                community.code(),
                founded,
                ServiceField.ELDERLY.scope,
                names.address(community.code()),
                sheet.facts());
    }

    /** Visits and calls on old people: what a bid for meals needs besides the meals. */
    private DemoBody partner() {
        var founded = plan.firstDay().minusYears(2).minusMonths(3);
        var community = regions.children(Showcase.STREET).get(1);
        var sheet = new FactSheet(partnerDice, founded)
                .add(FILING, "ACTIVE", founded, plan.firstDay().plusYears(1), FactSheet.STREET)
                .add(CATEGORY, "A0402-01", founded, null, FactSheet.DECLARED)
                .add(PLACE, Showcase.STREET, founded, null, FactSheet.DECLARED);
        return new DemoBody(
                Showcase.of(plan).partner(),
                "新都区桂湖街道" + NameMaker.community(community) + "常回家看看探访队",
                BodyKind.FILED_GROUP,
                null,
                null,
                GroupMaker.filingNumber(Showcase.STREET, founded.getYear(), 3),
                community.code(),
                founded,
                ServiceField.ELDERLY.scope,
                "成都市" + community.name() + "党群服务中心二楼",
                sheet.facts());
    }

    private String name(Region community) {
        return "新都区桂湖街道" + NameMaker.community(community) + "荷邻长者助餐互助队";
    }

    /** The member that consented and let the federation bid for {@link Showcase#MANDATED} up to {@link Showcase#CAP_FEN}. */
    DemoMembership membership() {
        return membership(dice, Showcase.of(plan).group());
    }

    /** The same of {@link Showcase#partner}. */
    DemoMembership partnership() {
        return membership(partnerDice, Showcase.of(plan).partner());
    }

    private DemoMembership membership(Dice dice, UUID member) {
        var from = plan.firstDay().minusYears(1);
        var known = dice.learnt(from);
        var mandate = new DemoMandate(
                dice.id(known),
                List.of(Showcase.MANDATED),
                Showcase.CAP_FEN,
                List.of(Showcase.STREET),
                from,
                plan.firstDay().plusYears(2),
                known,
                null);
        return new DemoMembership(
                dice.id(known),
                Showcase.of(plan).federation(),
                member,
                from,
                null,
                from,
                known,
                List.of(mandate),
                new DemoHosting(partnerDice.id(known), "养老助餐与探访服务的执行"));
    }

    private FactSheet flawless(Dice dice, LegalFacts facts, LocalDate founded) {
        var sheet = new FactSheet(dice, founded).add(STATUS, "NORMAL", founded, null, FactSheet.REGISTRAR);
        int lastYear = plan.firstDay().getYear() - 1;
        for (int year = lastYear - 2; year <= lastYear; year++) {
            facts.inspection(sheet, year, "QUALIFIED");
        }
        for (var licence :
                List.of(SpecialQualification.FOOD_BUSINESS_LICENSE, SpecialQualification.ELDERLY_CARE_RECORD)) {
            var from = plan.firstDay().minusYears(1);
            sheet.add(QUALIFICATION, licence.name(), from, from.plusYears(5).minusDays(1), FactSheet.DECLARED);
        }
        for (var certificate : List.of(Certificate.SOCIAL_WORKER, Certificate.CARE_WORKER, Certificate.DIETITIAN)) {
            sheet.add(STAFF, certificate.name(), 4, plan.firstDay().minusYears(1), null, FactSheet.DECLARED);
        }
        return sheet;
    }
}
