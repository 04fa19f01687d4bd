package org.goufu.purchase.domain;

import java.time.LocalDate;
import org.goufu.reference.WorkCalendar;

/** How long something must wait after a day, which itself never counts (民法典 第201条, domain.md 1.5). */
public record Wait(int days, boolean working) {
    static Wait workingDays(int days) {
        return new Wait(days, true);
    }

    static Wait days(int days) {
        return new Wait(days, false);
    }

    /** The first day that is long enough; a minimum is not rolled (domain.md 1.5). Fails past the last loaded day. */
    public LocalDate after(LocalDate day, WorkCalendar calendar) {
        return working ? calendar.addWorkingDays(day, days).day() : day.plusDays(days);
    }

    /** The first such day that is a working day. */
    public WorkCalendar.Counted workdayAfter(LocalDate day, WorkCalendar calendar) {
        return working ? calendar.addWorkingDays(day, days) : calendar.rolled(day.plusDays(days));
    }
}
