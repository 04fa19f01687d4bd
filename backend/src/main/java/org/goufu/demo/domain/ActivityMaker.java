package org.goufu.demo.domain;

import static org.goufu.organization.ActivityKind.AFFAIRS;
import static org.goufu.organization.ActivityKind.CHARITY;
import static org.goufu.organization.ActivityKind.CULTURE;
import static org.goufu.organization.ActivityKind.LIFE;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.goufu.organization.ActivityKind;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;

/**
 * Draws what bodies did, quarter by quarter: most are at it, some now and then, one in eight only stands on paper.
 *
 * <p>It has dice of its own, so that the rest of the province is the same with it and without it.
 */
final class ActivityMaker {
    private static final int QUARTERS = 8;
    private static final int MONTHS = 3;
    private static final double IDLE = 0.12;
    private static final double NOW_AND_THEN = 0.4;

    private final Dice dice;
    private final LocalDate quarter;

    ActivityMaker(Dice dice) {
        this.dice = dice;
        var month = dice.today().withDayOfMonth(1);
        this.quarter = month.minusMonths((month.getMonthValue() - 1) % MONTHS);
    }

    /** @param busy never leaves a quarter out */
    DemoBody of(DemoBody body, boolean busy) {
        double drawn = dice.fraction();
        double often = busy ? 1 : drawn < IDLE ? 0 : drawn < NOW_AND_THEN ? 0.3 : 0.9;
        var sheet = new FactSheet(dice, body.foundedOn());
        for (int ago = QUARTERS; ago > 0; ago--) {
            var from = quarter.minusMonths((long) MONTHS * ago);
            var to = from.plusMonths(MONTHS).minusDays(1);
            if (dice.chance(often) && couldAct(body, to)) {
                sheet.add(
                        FactKind.ACTIVITY,
                        kind(body, QUARTERS - ago).name(),
                        dice.between(1, 9),
                        from.isBefore(body.foundedOn()) ? body.foundedOn() : from,
                        to,
                        FactSheet.ACTIVITIES);
            }
        }
        return body.with(
                Stream.concat(body.facts().stream(), sheet.facts().stream()).toList());
    }

    private static boolean couldAct(DemoBody body, LocalDate day) {
        boolean group = body.kind() == BodyKind.FILED_GROUP;
        var state = group ? FactKind.FILING : FactKind.STATUS;
        return body.foundedOn().isBefore(day)
                && body.facts().stream()
                        .filter(fact -> fact.kind() == state
                                && !fact.from().isAfter(day)
                                && (fact.to() == null || !fact.to().isBefore(day)))
                        .allMatch(fact -> fact.value().equals(group ? "ACTIVE" : "NORMAL"));
    }

    /** Those who sing and dance for themselves come to serve others, more of them every quarter (domain.md 7.5). */
    private ActivityKind kind(DemoBody body, int quarters) {
        var categories = body.facts().stream()
                .filter(fact -> fact.kind() == FactKind.CATEGORY)
                .map(DemoFact::value)
                .toList();
        var own = categories.isEmpty() ? AFFAIRS : filedAs(categories.getFirst());
        return own == CULTURE && dice.chance(0.1 + 0.04 * quarters) ? dice.pick(List.of(LIFE, CHARITY)) : own;
    }

    /** How a category is filed (domain.md 5.2). */
    private static ActivityKind filedAs(String category) {
        if (category.startsWith("A08") || category.startsWith("A09") || category.equals("A1001-04")) return CULTURE;
        if (category.startsWith("A0401") || category.startsWith("A0402") || category.startsWith("A05")) return LIFE;
        boolean charity = category.startsWith("A04") || category.startsWith("A06") || category.startsWith("A14");
        return charity ? CHARITY : AFFAIRS;
    }
}
