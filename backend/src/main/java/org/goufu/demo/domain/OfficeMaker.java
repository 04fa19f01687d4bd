package org.goufu.demo.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.goufu.demo.Showcase;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.organization.TaxQualification;

/**
 * Gives registered bodies a head, the figures of their annual reports and now and then a tax qualification.
 *
 * <p>Within a county every head has a name of its own, but for one: whoever leads the organization behind the demo account leads a
 * second body of its county too, so that the rule against related bidders has something to find (政府采购法实施条例 第18条).
 */
final class OfficeMaker {
    /** No real person is called so. */
    private static final String FAMILY = "示例";

    private static final List<String> GIVEN = List.of(
            "晓", "明", "建", "国", "文", "丽", "秀", "英", "志", "强", "敏", "静", "海", "燕", "春", "华", "玉", "兰", "家", "宁", "思",
            "远", "子", "安", "雨", "和", "云", "清", "光", "荣");
    private static final int COUNTY_DIGITS = 6;
    private static final int EXEMPT_YEARS = 5;
    private static final int DEDUCTION_YEARS = 3;
    private static final double REPORTS = 0.9;
    private static final double GRANTED = 0.2;

    private final Dice dice;
    private final Showcase shown;
    private final Map<String, Set<String>> taken = new HashMap<>();
    private final String sharedHead;
    private boolean isShared;

    /** @param shown whose organization and no other of them shares its head with another body of the county */
    OfficeMaker(Dice dice, Showcase shown) {
        this.dice = dice;
        this.shown = shown;
        this.sharedHead = name(Showcase.COUNTY);
    }

    DemoBody of(DemoBody body) {
        if (body.kind() == BodyKind.FILED_GROUP) return body;
        var sheet = new FactSheet(dice, body.foundedOn());
        sheet.add(FactKind.HEAD, head(body), body.foundedOn(), null, FactSheet.REGISTRAR);
        reports(sheet, body);
        taxes(sheet, body);
        return body.with(
                Stream.concat(body.facts().stream(), sheet.facts().stream()).toList());
    }

    private String head(DemoBody body) {
        if (body.id().equals(shown.organization())) return sharedHead;
        if (isShared
                || body.id().equals(shown.federation())
                || !body.regionCode().startsWith(Showcase.COUNTY)) {
            return name(body.regionCode());
        }
        isShared = true;
        return sharedHead;
    }

    private String name(String region) {
        var names = taken.computeIfAbsent(
                region.substring(0, Math.min(COUNTY_DIGITS, region.length())), key -> new HashSet<>());
        String name;
        do {
            name = FAMILY + dice.pick(GIVEN) + dice.pick(GIVEN) + dice.pick(GIVEN);
        } while (!names.add(name));
        return name;
    }

    /** Of the last two years whose reports are in. */
    private void reports(FactSheet sheet, DemoBody body) {
        int last = LegalFacts.inspectedYear(dice.today());
        long people = dice.between(2, 40);
        for (int year = last - 1; year <= last; year++) {
            if (body.foundedOn().getYear() > year || !dice.chance(REPORTS)) continue;
            var reported = LocalDate.of(year + 1, 5, dice.between(6, 30));
            var value = String.valueOf(year);
            long income = people * dice.between(4, 12) * 1_000_000L;
            // Some owe more than they have.
            long assets = dice.chance(0.04) ? -dice.between(1, 9) * 1_000_000L : income * dice.between(2, 9) / 10;
            sheet.add(FactKind.HEADCOUNT, value, people, reported, null, FactSheet.REPORT)
                    .add(FactKind.INCOME, value, income, reported, null, FactSheet.REPORT)
                    .add(FactKind.NET_ASSETS, value, assets, reported, null, FactSheet.REPORT);
            people += dice.between(0, 3);
        }
    }

    /** Granted from a first of January on, and some have run out. */
    private void taxes(FactSheet sheet, DemoBody body) {
        boolean showcase = body.id().equals(shown.organization());
        tax(sheet, body, TaxQualification.INCOME_EXEMPTION, EXEMPT_YEARS, showcase);
        tax(sheet, body, TaxQualification.DONATION_DEDUCTION, DEDUCTION_YEARS, showcase);
    }

    private void tax(FactSheet sheet, DemoBody body, TaxQualification qualification, int years, boolean showcase) {
        // The showcase has long to go, so that nothing on its pages runs out.
        int ago = showcase ? 1 : dice.between(0, years);
        var from = LocalDate.of(dice.today().getYear() - ago, 1, 1);
        if ((showcase || dice.chance(GRANTED)) && from.isAfter(body.foundedOn())) {
            sheet.add(
                    FactKind.TAX,
                    qualification.name(),
                    from,
                    from.plusYears(years).minusDays(1),
                    FactSheet.TAX);
        }
    }
}
