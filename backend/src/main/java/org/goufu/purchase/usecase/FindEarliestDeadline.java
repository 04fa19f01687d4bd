package org.goufu.purchase.usecase;

import java.time.LocalDate;
import org.goufu.platform.time.BusinessClock;
import org.goufu.purchase.domain.TimingRules;
import org.goufu.reference.WorkCalendars;
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
     * @param workingDays how many working days the notice has to stand
     * @param earliest the first lawful day; it ends at 24:00, so an earlier hour gives a little less than whole days
     * @param unhurried the first working day after it: whatever its hour, the days before it were whole
     * @param provisional whether the count touched days for which the official calendar is not out
     */
    public record Earliest(
            int workingDays,
            LocalDate earliest,
            LocalDate unhurried,
            boolean provisional,
            LocalDate firmUntil,
            LocalDate lastDay) {}

    /** Fails with {@code reference/calendar-not-loaded} when the calendar ends before it. */
    public Mono<Earliest> today() {
        return clock.today().map(this::of);
    }

    private Earliest of(LocalDate today) {
        var calendar = calendars.current();
        var earliest = TimingRules.earliest(calendar, today);
        var unhurried = calendar.rolled(earliest.day().plusDays(1));
        return new Earliest(
                TimingRules.SHORTEST_NOTICE_WORKING_DAYS,
                earliest.day(),
                unhurried.day(),
                unhurried.provisional(),
                calendar.firmUntil(),
                calendar.lastDay());
    }
}
