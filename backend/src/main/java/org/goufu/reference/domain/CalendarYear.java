package org.goufu.reference.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.goufu.kernel.FieldProblem;
import org.goufu.reference.ReferenceProblem;
import org.goufu.reference.WorkCalendar;

/**
 * One year's weekday holidays and weekend workdays as the State Council's notice (国务院办公厅关于部分节假日安排的通知) names them.
 *
 * @param document the notice's number
 */
public record CalendarYear(int year, String document, List<LocalDate> holidays, List<LocalDate> workdays) {
    private static final String HEADER = "date,kind";
    private static final String CSV = "/csv";
    private static final int MOST_LINES = 130;
    private static final int MOST_PROBLEMS = 20;
    private static final int LONGEST_DOCUMENT = 200;

    public CalendarYear {
        holidays = List.copyOf(holidays);
        workdays = List.copyOf(workdays);
    }

    /**
     * Reads a file of lines {@code 2027-02-05,holiday} or {@code 2027-02-14,workday}.
     *
     * <p>Fails with {@code reference/calendar-invalid} and names every line that cannot be right.
     *
     * @param loaded only the years from today's on are loaded, and none is left out after the last loaded one
     */
    public static CalendarYear read(int year, String document, String csv, WorkCalendar loaded, LocalDate today) {
        var problems = new ArrayList<FieldProblem>();
        int latest = loaded.lastDay().getYear() + 1;
        if (year < today.getYear() || year > latest) {
            problems.add(
                    FieldProblem.of("/year", "calendar-year", String.valueOf(today.getYear()), String.valueOf(latest)));
        }
        if (document.isBlank() || document.length() > LONGEST_DOCUMENT) {
            problems.add(FieldProblem.of("/document", "document-number", LONGEST_DOCUMENT));
        }
        var days = days(year, csv, problems);
        if (problems.isEmpty()) {
            statutory(year).stream()
                    .filter(day -> !isWeekend(day) && !Boolean.FALSE.equals(days.get(day)))
                    .forEach(day -> problems.add(FieldProblem.of(CSV, "calendar-lacks", day)));
        }
        if (!problems.isEmpty()) {
            throw ReferenceProblem.CALENDAR_INVALID.raise(
                    problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS)), String.valueOf(year));
        }
        return new CalendarYear(year, document.strip(), of(days, false), of(days, true));
    }

    /** 全国年节及纪念日放假办法 第2条: these dates are off in every year; the others follow the moon. */
    private static List<LocalDate> statutory(int year) {
        return List.of(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 5, 1),
                LocalDate.of(year, 5, 2),
                LocalDate.of(year, 10, 1),
                LocalDate.of(year, 10, 2),
                LocalDate.of(year, 10, 3));
    }

    private static TreeMap<LocalDate, Boolean> days(int year, String csv, List<FieldProblem> problems) {
        var days = new TreeMap<LocalDate, Boolean>();
        var lines = csv.strip().lines().map(String::strip).toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            problems.add(FieldProblem.of(CSV, "calendar-header", HEADER));
            return days;
        }
        if (lines.size() > MOST_LINES) {
            problems.add(FieldProblem.of(CSV, "calendar-long", MOST_LINES));
            return days;
        }
        for (int i = 1; i < lines.size(); i++) {
            line(year, i + 1, lines.get(i), days, problems);
        }
        return days;
    }

    private static void line(
            int year, int number, String line, TreeMap<LocalDate, Boolean> days, List<FieldProblem> problems) {
        var cells = line.split(",", -1);
        if (cells.length != 2 || !List.of("holiday", "workday").contains(cells[1])) {
            problems.add(FieldProblem.of(CSV, "calendar-line", number, line));
            return;
        }
        try {
            var day = LocalDate.parse(cells[0]);
            boolean isWorkday = cells[1].equals("workday");
            if (day.getYear() != year) {
                problems.add(FieldProblem.of(CSV, "calendar-other-year", number, day, String.valueOf(year)));
            } else if (isWorkday != isWeekend(day)) {
                problems.add(
                        FieldProblem.of(CSV, isWorkday ? "calendar-no-weekend" : "calendar-no-weekday", number, day));
            } else if (days.put(day, isWorkday) != null) {
                problems.add(FieldProblem.of(CSV, "calendar-twice", number, day));
            }
        } catch (DateTimeParseException unreadable) {
            problems.add(FieldProblem.of(CSV, "calendar-line", number, line));
        }
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static List<LocalDate> of(TreeMap<LocalDate, Boolean> days, boolean isWorkday) {
        return days.keySet().stream().filter(day -> days.get(day) == isWorkday).toList();
    }

    /** How many days of the year are worked. */
    public int workingDays() {
        var calendar = calendar();
        return (int) allDays().stream().filter(calendar::isWorkday).count();
    }

    /** Days that are worked in one calendar and free in the other. */
    public List<LocalDate> differencesFrom(WorkCalendar loaded) {
        if (year > loaded.lastDay().getYear()) return List.of();
        var calendar = calendar();
        return allDays().stream()
                .filter(day -> calendar.isWorkday(day) != loaded.isWorkday(day))
                .toList();
    }

    private List<LocalDate> allDays() {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).toList();
    }

    private WorkCalendar calendar() {
        var days = new ArrayList<WorkDays.Day>();
        holidays.forEach(day -> days.add(new WorkDays.Day(day, false, true)));
        workdays.forEach(day -> days.add(new WorkDays.Day(day, true, true)));
        return WorkDays.calendar(days);
    }
}
