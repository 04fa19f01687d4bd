package org.goufu.reference;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * Working days as the State Council publishes them (domain.md 1.5; 民法典 第201、203条).
 *
 * @param exceptions weekday holidays and weekend workdays; every other Monday to Friday is a workday
 * @param lastDay the last loaded day: counting past it fails instead of guessing
 * @param firmUntil the last day for which the State Council's notice is out; beyond it results are provisional
 */
public record WorkCalendar(Map<LocalDate, Boolean> exceptions, LocalDate lastDay, LocalDate firmUntil) {

    public WorkCalendar {
        exceptions = Map.copyOf(exceptions);
    }

    /** A counted day; provisional when the count touched a day whose official notice is not out. */
    public record Counted(LocalDate day, boolean provisional) {}

    /** Fails with {@code reference/calendar-not-loaded} past the last loaded day. */
    public boolean isWorkday(LocalDate day) {
        if (day.isAfter(lastDay)) {
            throw ReferenceProblem.CALENDAR_NOT_LOADED.raise(day, lastDay);
        }
        var weekday = day.getDayOfWeek();
        return exceptions.getOrDefault(day, weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY);
    }

    /** Steps n working days from the day after the start: the start day never counts (民法典 第201条). */
    public Counted addWorkingDays(LocalDate start, int n) {
        var day = start;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkday(day)) left--;
        }
        return new Counted(day, day.isAfter(firmUntil));
    }

    /** The day itself or the next working day (民法典 第203条: a period that ends on a rest day ends on the next workday). */
    public Counted rolled(LocalDate day) {
        var rolled = day;
        while (!isWorkday(rolled)) {
            rolled = rolled.plusDays(1);
        }
        return new Counted(rolled, rolled.isAfter(firmUntil));
    }

    /** Working days after {@code from} up to and including {@code to}. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int count = 0;
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkday(day)) count++;
        }
        return count;
    }
}
