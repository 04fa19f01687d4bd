package org.goufu.purchase.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.goufu.kernel.ProblemException;
import org.goufu.purchase.Finding;
import org.goufu.reference.WorkCalendar;

/**
 * Time limits of a notice below the purchase limit: at least three working days, the day of publication not counted
 * (domain.md 1.5, 1.9; 民法典 第201条).
 */
public final class TimingRules {
    public static final int SHORTEST_NOTICE_WORKING_DAYS = 3;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DEADLINE = "/bidDeadline";

    private TimingRules() {}

    /** The first day on which a notice that is published today may close; fails past the last loaded day. */
    public static WorkCalendar.Counted earliest(WorkCalendar calendar, LocalDate today) {
        return calendar.addWorkingDays(today, SHORTEST_NOTICE_WORKING_DAYS);
    }

    static List<Finding> check(Content content, Circumstances circumstances) {
        var findings = new ArrayList<Finding>();
        var deadline = content.bidDeadline();
        if (deadline != null) {
            deadline(deadline, circumstances, findings);
            var opening = content.openingAt();
            if (opening != null && opening.isBefore(deadline)) {
                findings.add(Finding.error("/openingAt", "opening-before-deadline"));
            }
        }
        return findings;
    }

    /** Of a deadline that is put off: it needs no full notice period, but it must be a day that counts. */
    static List<Finding> moved(Instant deadline, Circumstances circumstances) {
        var findings = new ArrayList<Finding>();
        try {
            counted(LocalDate.ofInstant(deadline, ZONE), circumstances.calendar(), findings);
        } catch (ProblemException notLoaded) {
            findings.add(beyond(circumstances.calendar()));
        }
        return findings;
    }

    private static Finding beyond(WorkCalendar calendar) {
        // Past the last loaded day nothing is guessed (product.md 2).
        return Finding.error(DEADLINE, "deadline-beyond-calendar", calendar.lastDay());
    }

    private static void deadline(Instant deadline, Circumstances circumstances, List<Finding> findings) {
        if (!deadline.isAfter(circumstances.now())) {
            findings.add(Finding.error(DEADLINE, "deadline-passed"));
            return;
        }
        var day = LocalDate.ofInstant(deadline, ZONE);
        try {
            countable(day, circumstances, findings);
        } catch (ProblemException notLoaded) {
            findings.add(beyond(circumstances.calendar()));
        }
    }

    private static void countable(LocalDate day, Circumstances circumstances, List<Finding> findings) {
        var calendar = circumstances.calendar();
        var today = LocalDate.ofInstant(circumstances.now(), ZONE);
        var earliest = earliest(calendar, today).day();
        if (day.isBefore(earliest)) {
            findings.add(Finding.error(DEADLINE, "deadline-too-soon", SHORTEST_NOTICE_WORKING_DAYS, earliest));
        } else if (day.equals(earliest)) {
            // The third working day ends at 24:00; an earlier hour gives a little less than three full days.
            findings.add(Finding.warning(DEADLINE, "deadline-tight", SHORTEST_NOTICE_WORKING_DAYS));
        }
        counted(day, calendar, findings);
    }

    private static void counted(LocalDate day, WorkCalendar calendar, List<Finding> findings) {
        if (!calendar.isWorkday(day)) {
            findings.add(Finding.error(
                    DEADLINE, "deadline-not-workday", calendar.rolled(day).day()));
        }
        if (day.isAfter(calendar.firmUntil())) {
            findings.add(Finding.warning(DEADLINE, "deadline-provisional", calendar.firmUntil()));
        }
    }
}
