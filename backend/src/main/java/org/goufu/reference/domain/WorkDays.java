package org.goufu.reference.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import org.goufu.reference.WorkCalendar;

/** Makes the calendar from the days that are loaded. */
public final class WorkDays {
    private WorkDays() {}

    /** A weekday holiday or a weekend workday. */
    public record Day(LocalDate day, boolean isWorkday, boolean official) {}

    /**
     * A year is loaded whole, so the last loaded day is the end of the last day's year; it is firm up to the end of the last year of
     * which every day is official.
     */
    public static WorkCalendar calendar(Collection<Day> days) {
        var exceptions = new HashMap<LocalDate, Boolean>();
        int last = 0;
        int firm = Integer.MAX_VALUE;
        for (var day : days) {
            exceptions.put(day.day(), day.isWorkday());
            last = Math.max(last, day.day().getYear());
            if (!day.official()) firm = Math.min(firm, day.day().getYear() - 1);
        }
        return new WorkCalendar(exceptions, endOf(last), endOf(Math.min(last, firm)));
    }

    private static LocalDate endOf(int year) {
        return LocalDate.of(year, 12, 31);
    }
}
