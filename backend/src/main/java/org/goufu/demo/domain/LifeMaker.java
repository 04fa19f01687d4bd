package org.goufu.demo.domain;

import static org.goufu.purchase.NoticeType.ACCEPTANCE;
import static org.goufu.purchase.NoticeType.CONTRACT;
import static org.goufu.purchase.NoticeType.CONTRACT_CHANGE;
import static org.goufu.purchase.NoticeType.CORRECTION;
import static org.goufu.purchase.NoticeType.INTENTION;
import static org.goufu.purchase.NoticeType.PERFORMANCE;
import static org.goufu.purchase.NoticeType.PROCUREMENT;
import static org.goufu.purchase.NoticeType.RESULT;
import static org.goufu.purchase.NoticeType.TERMINATION;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.domain.DemoPurchase.Step;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/** Lets a purchase live from its first notice up to the eve of the first load. */
final class LifeMaker {
    private final DemoPlan plan;
    private final Dice dice;
    private final PurchaseMaker purchases;

    LifeMaker(DemoPlan plan, Dice dice, PurchaseMaker purchases) {
        this.plan = plan;
        this.dice = dice;
        this.purchases = purchases;
    }

    /** One that began somewhere in the last two years. */
    DemoPurchase past() {
        var method = purchases.method();
        var first = dice.daysAgo(2, 730);
        var intended = !method.isBelowLimit() && dice.chance(0.8);
        var purchase = purchases.purchase(office(first), method);
        if (intended) {
            step(purchase, INTENTION, "N01", first, null);
        }
        // At least thirty days between intention and start (财库〔2020〕10号).
        live(purchase, intended ? first.plusDays(dice.between(31, 60)) : first);
        return purchase;
    }

    /** One whose bids can still be given: a few today, more in the next days, some weeks ahead. */
    DemoPurchase open() {
        var method = purchases.method();
        while (method == ProcurementMethod.BT_DIRECT
                || method == ProcurementMethod.BT_EMARKET
                || method == ProcurementMethod.SINGLE_SOURCE) {
            method = purchases.method();
        }
        var deadline = deadline();
        var published = weekday(plan.firstDay().minusDays(dice.between(1, 9)), -1);
        var purchase = purchases.purchase(office(published), method);
        step(purchase, PROCUREMENT, format(method), published, deadline);
        return purchase;
    }

    private Instant deadline() {
        var draw = dice.fraction();
        if (draw < 0.04) {
            return DemoPlan.at(plan.firstDay(), LocalTime.of(dice.between(12, 23), 30));
        }
        if (draw < 0.12) {
            return DemoPlan.at(plan.firstDay().plusDays(1), LocalTime.of(dice.between(9, 17), 0));
        }
        var days = draw < 0.6 ? dice.between(2, 10) : draw < 0.9 ? dice.between(11, 30) : dice.between(31, 75);
        return DemoPlan.at(weekday(plan.firstDay().plusDays(days), 1), LocalTime.of(dice.between(9, 17), 0));
    }

    private void live(DemoPurchase purchase, LocalDate start) {
        switch (purchase.method) {
            case SINGLE_SOURCE -> {
                step(purchase, NoticeType.SINGLE_SOURCE, "N10", start, null);
                awarded(purchase, start.plusDays(dice.between(10, 20)));
            }
            case BT_DIRECT, BT_EMARKET -> awarded(purchase, start);
            default -> offered(purchase, start);
        }
    }

    private void offered(DemoPurchase purchase, LocalDate start) {
        var days = switch (purchase.method) {
            case OPEN_TENDER, INVITED_TENDER -> dice.between(22, 30);
            case CONSULTATION, FRAMEWORK_CLOSED, FRAMEWORK_OPEN -> dice.between(12, 18);
            default -> dice.between(6, 14);
        };
        var closes = weekday(start.plusDays(days), 1);
        var deadline = DemoPlan.at(closes, LocalTime.of(dice.between(9, 16), 30));
        step(purchase, PROCUREMENT, format(purchase.method), start, deadline);
        if (dice.chance(0.05)) {
            step(purchase, CORRECTION, "N06", start.plusDays(2), null);
        }
        var decided = closes.plusDays(dice.between(2, 8));
        if (dice.chance(0.09)) {
            step(purchase, TERMINATION, "N07", decided, null);
        } else {
            awarded(purchase, decided);
        }
    }

    private void awarded(DemoPurchase purchase, LocalDate decided) {
        step(purchase, RESULT, purchase.method.isBelowLimit() ? "P02" : "N05", decided, null);
        if (dice.chance(0.3)) {
            return;
        }
        var signed = decided.plusDays(dice.between(4, 26));
        step(purchase, CONTRACT, "N08", signed, null);
        if (dice.chance(0.05)) {
            step(purchase, CONTRACT_CHANGE, "N14", signed.plusDays(dice.between(30, 150)), null);
        }
        if (dice.chance(0.6)) {
            var ends = signed.plusDays(dice.between(190, 370));
            step(purchase, ACCEPTANCE, "N09", ends, null);
            if (dice.chance(0.3)) {
                step(purchase, PERFORMANCE, "P04", ends.plusDays(dice.between(20, 60)), null);
            }
        }
    }

    /** What would lie on the day of the load or later has not happened yet. */
    private void step(
            DemoPurchase purchase, NoticeType type, String format, LocalDate day, @Nullable Instant deadline) {
        var on = weekday(day, 1);
        if (on.isBefore(plan.firstDay())) {
            var at = office(on);
            purchase.steps.add(new Step(dice.id(at), type, format, at, deadline));
        }
    }

    private Instant office(LocalDate day) {
        return DemoPlan.at(day, dice.officeHour()).plusMillis(dice.between(0, 999));
    }

    private static LocalDate weekday(LocalDate day, int direction) {
        var weekday = day;
        while (weekday.getDayOfWeek() == DayOfWeek.SATURDAY || weekday.getDayOfWeek() == DayOfWeek.SUNDAY) {
            weekday = weekday.plusDays(direction);
        }
        return weekday;
    }

    private static String format(ProcurementMethod method) {
        return switch (method) {
            case OPEN_TENDER, INVITED_TENDER -> "N03";
            case CONSULTATION, NEGOTIATION, INQUIRY -> "N04";
            case FRAMEWORK_CLOSED, FRAMEWORK_OPEN -> "N17";
            case BT_VENTURE -> "P03";
            default -> "P01";
        };
    }
}
