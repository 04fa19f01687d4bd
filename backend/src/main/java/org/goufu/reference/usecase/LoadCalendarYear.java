package org.goufu.reference.usecase;

import java.time.LocalDate;
import java.util.List;
import org.goufu.kernel.Actor;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.WorkCalendars;
import org.goufu.reference.domain.CalendarYear;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An operator loads a year of working days, once the State Council's notice is out, after having seen what it changes. */
@Component
public class LoadCalendarYear {
    private final WorkCalendars calendars;
    private final ReferenceEntries entries;
    private final Transactions transactions;
    private final BusinessClock clock;

    LoadCalendarYear(
            WorkCalendars calendars, ReferenceEntries entries, Transactions transactions, BusinessClock clock) {
        this.calendars = calendars;
        this.entries = entries;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What would be loaded.
     *
     * @param workingDays how many days of the year are worked
     * @param changes days that are counted otherwise than in the calendar that is loaded now
     */
    public record Preview(
            int year,
            String document,
            int workingDays,
            List<LocalDate> holidays,
            List<LocalDate> workdays,
            List<LocalDate> changes) {}

    /** Fails with {@code reference/calendar-invalid}. */
    public Mono<Preview> preview(int year, String document, String csv) {
        return read(year, document, csv).map(this::preview);
    }

    /** Fails with {@code reference/calendar-invalid}. */
    public Mono<Preview> by(Actor actor, int year, String document, String csv) {
        return read(year, document, csv)
                .flatMap(read ->
                        transactions.write(entries.add(read, actor)).then(Mono.fromSupplier(() -> preview(read))));
    }

    private Mono<CalendarYear> read(int year, String document, String csv) {
        return clock.today().map(today -> CalendarYear.read(year, document, csv, calendars.current(), today));
    }

    private Preview preview(CalendarYear year) {
        return new Preview(
                year.year(),
                year.document(),
                year.workingDays(),
                year.holidays(),
                year.workdays(),
                year.differencesFrom(calendars.current()));
    }
}
