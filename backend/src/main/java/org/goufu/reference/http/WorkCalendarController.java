package org.goufu.reference.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.goufu.reference.ReferenceProblem;
import org.goufu.reference.WorkCalendar;
import org.goufu.reference.WorkCalendars;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads working days and rest days. */
@RestController
@RequestMapping("/api/work-calendar")
class WorkCalendarController {
    private static final int MOST_DAYS = 400;
    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final WorkCalendars calendars;

    WorkCalendarController(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    /** @param official whether the State Council's notice for its year is out */
    record Day(LocalDate date, boolean workday, boolean official) {}

    /**
     * @param lastDay the last loaded day; days after it are not in the answer
     * @param firmUntil the last day for which the State Council's notice is out
     */
    record Days(List<Day> days, LocalDate lastDay, LocalDate firmUntil) {}

    @GetMapping
    @Operation(summary = "Working days and rest days between two dates, both included, of at most 400 days")
    ResponseEntity<Days> days(
            @RequestParam(name = "from") @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(name = "to") @DateTimeFormat(iso = ISO.DATE) LocalDate to) {
        var calendar = calendars.current();
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw ReferenceProblem.SPAN_INVALID.raise(MOST_DAYS);
        }
        if (from.isAfter(calendar.lastDay())) {
            throw ReferenceProblem.CALENDAR_NOT_LOADED.raise(from, calendar.lastDay());
        }
        return ResponseEntity.ok().cacheControl(A_MINUTE).body(days(from, to, calendar));
    }

    private static Days days(LocalDate from, LocalDate to, WorkCalendar calendar) {
        var end = to.isAfter(calendar.lastDay()) ? calendar.lastDay() : to;
        var days = from.datesUntil(end.plusDays(1))
                .map(day -> new Day(day, calendar.isWorkday(day), !day.isAfter(calendar.firmUntil())))
                .toList();
        return new Days(days, calendar.lastDay(), calendar.firmUntil());
    }
}
