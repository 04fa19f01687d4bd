package org.goufu.purchase.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.goufu.kernel.ProblemException;
import org.goufu.purchase.Finding;
import org.goufu.purchase.ProcurementMethod;
import org.goufu.purchase.Statutory.Documents;
import org.goufu.reference.WorkCalendar;

/**
 * Time limits of a call: below the purchase limit from the day of its publication, above it from the day on which its documents are had
 * (domain.md 1.4 T05 to T10, 1.5, 1.6 V03 to V05, 1.9; 民法典 第201条). The day itself never counts.
 */
public final class TimingRules {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DEADLINE = "/bidDeadline";
    private static final String OPENING = "/openingAt";
    private static final String DOCUMENTS = "/statutory/documents";

    private final Content content;
    private final Circumstances circumstances;
    private final WorkCalendar calendar;
    private final OpenCall call;
    private final List<Finding> findings = new ArrayList<>();

    private TimingRules(Content content, Circumstances circumstances) {
        this.content = content;
        this.circumstances = circumstances;
        this.calendar = circumstances.calendar();
        this.call = OpenCall.of(content.method()).orElse(OpenCall.COMPARISON);
    }

    static List<Finding> check(Content content, Circumstances circumstances) {
        var rules = new TimingRules(content, circumstances);
        rules.check();
        return rules.findings;
    }

    /** Of a deadline that is put off: it needs no full notice period, but it must be a day that counts. */
    static List<Finding> moved(Instant deadline, Circumstances circumstances) {
        var findings = new ArrayList<Finding>();
        try {
            counted(day(deadline), circumstances.calendar(), findings);
        } catch (ProblemException notLoaded) {
            findings.add(beyond(circumstances.calendar()));
        }
        return findings;
    }

    /** Of documents whose last day is moved: since when they are had does not change. */
    static List<Finding> onOffer(Content content, Circumstances circumstances) {
        var rules = new TimingRules(content, circumstances);
        rules.offered();
        return rules.findings.stream()
                .filter(finding -> finding.pointer().equals(DOCUMENTS + "/to"))
                .toList();
    }

    /** Of an opening: never before the deadline, and of a tender at that very moment (V05, 87号令 第40条). */
    static List<Finding> opening(Content content) {
        var deadline = content.bidDeadline();
        var opening = content.openingAt();
        if (deadline == null || opening == null) return List.of();
        if (opening.isBefore(deadline)) return List.of(Finding.error(OPENING, "opening-before-deadline"));
        return content.method() == ProcurementMethod.OPEN_TENDER && !opening.equals(deadline)
                ? List.of(Finding.error(OPENING, "opening-of-tender"))
                : List.of();
    }

    private void check() {
        offered();
        var deadline = content.bidDeadline();
        if (deadline == null) return;
        if (!deadline.isAfter(circumstances.now())) {
            findings.add(Finding.error(DEADLINE, "deadline-passed"));
        } else {
            try {
                longEnough(day(deadline));
            } catch (ProblemException notLoaded) {
                findings.add(beyond(calendar));
            }
        }
        findings.addAll(opening(content));
    }

    private void offered() {
        try {
            documents();
        } catch (ProblemException notLoaded) {
            findings.add(Finding.error(DOCUMENTS + "/to", "deadline-beyond-calendar", calendar.lastDay()));
        }
    }

    private void documents() {
        var documents = content.statutoryOrNothing().documents();
        if (documents == null || documents.from() == null || call == OpenCall.COMPARISON) return;
        var official = content.statutoryOrNothing().officialPublication();
        if (official != null
                && official.publishedAt() != null
                && day(documents.from()).isBefore(day(official.publishedAt()))) {
            findings.add(Finding.error(DOCUMENTS + "/from", "documents-before-notice", day(official.publishedAt())));
        }
        if (documents.to() != null) onOffer(documents, documents.from(), documents.to());
    }

    private void onOffer(Documents documents, Instant from, Instant to) {
        var least = Wait.workingDays(call.offerWorkingDays()).after(day(from), calendar);
        if (to.isBefore(from)) {
            findings.add(Finding.error(DOCUMENTS + "/to", "documents-end-first"));
        } else if (call.offerWorkingDays() > 0 && day(to).isBefore(least)) {
            findings.add(Finding.error(DOCUMENTS + "/to", "documents-too-short", call.offerWorkingDays(), least));
        }
        if (content.bidDeadline() != null && to.isAfter(content.bidDeadline())) {
            findings.add(Finding.error(DOCUMENTS + "/to", "documents-after-deadline"));
        }
    }

    private void longEnough(LocalDate deadline) {
        var wait = call.toDeadline();
        var from = from();
        var shortest = wait.after(from, calendar);
        if (deadline.isBefore(shortest)) {
            var earliest = wait.workdayAfter(from, calendar).day();
            findings.add(Finding.error(DEADLINE, call.worded("deadline-too-soon"), wait.days(), earliest, from));
        } else if (deadline.equals(shortest)) {
            // The last of the days ends at 24:00; an earlier hour gives a little less than whole days.
            findings.add(Finding.warning(DEADLINE, call.worded("deadline-tight"), wait.days()));
        }
        counted(deadline, calendar, findings);
    }

    /** V03: from the day on which documents are had, not from the notice. */
    private LocalDate from() {
        var said = content.statutoryOrNothing();
        if (call != OpenCall.COMPARISON
                && said.documents() != null
                && said.documents().from() != null) {
            return day(said.documents().from());
        }
        var official = said.officialPublication();
        return call != OpenCall.COMPARISON && official != null && official.publishedAt() != null
                ? day(official.publishedAt())
                : day(circumstances.now());
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

    private static Finding beyond(WorkCalendar calendar) {
        // Past the last loaded day nothing is guessed (product.md 2).
        return Finding.error(DEADLINE, "deadline-beyond-calendar", calendar.lastDay());
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }
}
