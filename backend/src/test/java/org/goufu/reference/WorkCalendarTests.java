package org.goufu.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import org.goufu.kernel.ProblemException;
import org.goufu.reference.WorkCalendar.Counted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** The vectors of domain.md 1.5 on the days that the project ships. */
class WorkCalendarTests {
    private final WorkCalendar calendar = shipped();

    @ParameterizedTest(name = "{1} working days after {0}")
    @CsvSource({
        "2025-12-12, 5, 2025-12-19",
        "2025-11-03, 3, 2025-11-06",
        "2025-05-06, 7, 2025-05-15",
        "2025-08-12, 2, 2025-08-14",
        "2025-06-03, 5, 2025-06-10",
        "2025-12-01, 1, 2025-12-02",
        "2025-12-02, 7, 2025-12-11",
        "2024-09-26, 5, 2024-10-09",
        "2026-02-10, 5, 2026-02-24",
        "2026-02-10, 7, 2026-02-26",
        "2026-04-24, 15, 2026-05-19",
        "2026-04-24, 30, 2026-06-09",
        "2026-09-18, 2, 2026-09-21"
    })
    void countsWorkingDays(LocalDate start, int n, LocalDate expected) {
        assertThat(calendar.addWorkingDays(start, n)).isEqualTo(new Counted(expected, false));
        assertThat(calendar.workingDaysBetween(start, expected)).isEqualTo(n);
    }

    @Test
    void rollsARestDayToTheNextWorkday() {
        assertThat(LocalDate.of(2025, 6, 3).plusDays(20)).isEqualTo(LocalDate.of(2025, 6, 23));
        assertThat(calendar.rolled(LocalDate.of(2025, 6, 23)).day()).isEqualTo(LocalDate.of(2025, 6, 23));
        assertThat(LocalDate.of(2026, 9, 11).plusDays(20)).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(calendar.rolled(LocalDate.of(2026, 10, 1)).day()).isEqualTo(LocalDate.of(2026, 10, 8));
    }

    @Test
    void knowsWeekendWorkdaysAndWeekdayHolidays() {
        assertThat(calendar.isWorkday(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(calendar.isWorkday(LocalDate.of(2026, 9, 20))).isTrue();
        assertThat(calendar.isWorkday(LocalDate.of(2026, 6, 19))).isFalse();
        assertThat(calendar.isWorkday(LocalDate.of(2026, 6, 20))).isFalse();
    }

    @Test
    void marksWhatTouchesDaysWithoutAnOfficialNotice() {
        assertThat(calendar.addWorkingDays(LocalDate.of(2026, 12, 24), 5))
                .isEqualTo(new Counted(LocalDate.of(2026, 12, 31), false));
        assertThat(calendar.addWorkingDays(LocalDate.of(2026, 12, 24), 6))
                .isEqualTo(new Counted(LocalDate.of(2027, 1, 4), true));
        assertThat(calendar.rolled(LocalDate.of(2027, 1, 1)).provisional()).isTrue();
    }

    @Test
    void refusesToGuessPastTheLastLoadedDay() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> calendar.addWorkingDays(LocalDate.of(2027, 12, 30), 2))
                .extracting(ProblemException::problem)
                .isEqualTo(ReferenceProblem.CALENDAR_NOT_LOADED);
    }

    private static WorkCalendar shipped() {
        try {
            var exceptions = new HashMap<LocalDate, Boolean>();
            new ClassPathResource("reference/work-calendar.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> exceptions.put(LocalDate.parse(cells[0]), cells[1].equals("workday")));
            return new WorkCalendar(exceptions, LocalDate.of(2027, 12, 31), LocalDate.of(2026, 12, 31));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
