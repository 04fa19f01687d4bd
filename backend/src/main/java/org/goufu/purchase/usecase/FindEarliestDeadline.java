package org.goufu.purchase.usecase;

import java.time.LocalDate;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.domain.OpenCall;
import org.goufu.reference.WorkCalendars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says when a notice that is published today may close, before an officer has to guess. */
@Component
public class FindEarliestDeadline {
    private final WorkCalendars calendars;
    private final BusinessClock clock;

    FindEarliestDeadline(WorkCalendars calendars, BusinessClock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * What the law of time allows.
     *
     * @param from the day that counts: of the publication, or above the purchase limit that on which documents are had
     * @param days how long to wait after it
     * @param working whether these are working days
     * @param workingDays how many working days the notice has to stand
     * @param earliest the first lawful day; it ends at 24:00, so an earlier hour gives a little less than whole days
     * @param unhurried the first working day after it: whatever its hour, the days before it were whole
     * @param provisional whether the count touched days for which the official calendar is not out
     */
    public record Earliest(
            OpenCall call,
            LocalDate from,
            int days,
            boolean working,
            int workingDays,
            LocalDate earliest,
            LocalDate unhurried,
            boolean provisional,
            LocalDate firmUntil,
            LocalDate lastDay) {}

    /**
     * Fails with {@code reference/calendar-not-loaded} when the calendar ends before it.
     *
     * @param from today where nothing is said
     */
    public Mono<Earliest> of(OpenCall call, @Nullable LocalDate from) {
        return from == null
                ? clock.today().map(today -> counted(call, today))
                : Mono.fromCallable(() -> counted(call, from));
    }

    private Earliest counted(OpenCall call, LocalDate from) {
        var calendar = calendars.current();
        var wait = call.toDeadline();
        var earliest = wait.workdayAfter(from, calendar);
        var unhurried = calendar.rolled(wait.after(from, calendar).plusDays(1));
        return new Earliest(
                call,
                from,
                wait.days(),
                wait.working(),
                call.noticeWorkingDays(),
                earliest.day(),
                unhurried.day(),
                unhurried.provisional(),
                calendar.firmUntil(),
                calendar.lastDay());
    }
}
