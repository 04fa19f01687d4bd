package org.goufu.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.ProblemException;
import org.goufu.reference.domain.CalendarYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarYearTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final String DOCUMENT = "国办发明电〔2026〕9号";
    private static final String LAWFUL = """
            date,kind
            2027-01-01,holiday
            2027-02-05,holiday
            2027-02-14,workday
            2027-10-01,holiday
            """;

    private static final WorkCalendar LOADED = new WorkCalendar(
            Map.of(LocalDate.of(2027, 1, 1), false, LocalDate.of(2027, 10, 1), false),
            LocalDate.of(2027, 12, 31),
            LocalDate.of(2026, 12, 31));

    private static CalendarYear read(int year, String csv) {
        return CalendarYear.read(year, DOCUMENT, csv, LOADED, TODAY);
    }

    private static List<String> refused(int year, String csv) {
        return catchThrowableOfType(ProblemException.class, () -> read(year, csv)).fields().stream()
                .map(FieldProblem::code)
                .toList();
    }

    @Test
    void readsHolidaysAndWorkedWeekends() {
        var year = read(2027, LAWFUL);
        assertThat(year.holidays())
                .containsExactly(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 2, 5), LocalDate.of(2027, 10, 1));
        assertThat(year.workdays()).containsExactly(LocalDate.of(2027, 2, 14));
        assertThat(year.workingDays()).isEqualTo(261 - 3 + 1);
    }

    @Test
    void saysWhatIsCountedOtherwiseThanBefore() {
        assertThat(read(2027, LAWFUL).differencesFrom(LOADED))
                .containsExactly(LocalDate.of(2027, 2, 5), LocalDate.of(2027, 2, 14));
    }

    @Test
    void aYearThatIsNotLoadedChangesNothing() {
        var csv = "date,kind\n2028-05-01,holiday\n2028-05-02,holiday\n2028-10-02,holiday\n2028-10-03,holiday";
        assertThat(read(2028, csv).differencesFrom(LOADED)).isEmpty();
    }

    /** 2027-02-06 is a Saturday, 2027-02-05 a Friday. */
    @ParameterizedTest
    @CsvSource({
        "2027-02-06;holiday, calendar-no-weekday",
        "2027-02-05;workday, calendar-no-weekend",
        "2028-02-04;holiday, calendar-other-year",
        "2027-01-01;holiday, calendar-twice",
        "2027-02-30;holiday, calendar-line",
        "2027-02-05;frei, calendar-line",
        "2027-02-05, calendar-line",
    })
    void namesTheLineThatCannotBeRight(String line, String code) {
        assertThat(refused(2027, LAWFUL + line.replace(';', ',') + "\n")).containsExactly(code);
    }

    @Test
    void refusesPastYearsAndGaps() {
        assertThat(refused(2025, "date,kind\n")).contains("calendar-year");
        assertThat(refused(2029, "date,kind\n")).contains("calendar-year");
    }

    @Test
    void aYearWithoutItsHolidaysIsNoYear() {
        assertThat(refused(2027, "date,kind\n2027-01-01,holiday\n")).containsExactly("calendar-lacks");
        assertThat(refused(2027, "2027-01-01,holiday\n")).containsExactly("calendar-header");
    }

    @Test
    void asksForTheDocument() {
        var refused =
                catchThrowableOfType(ProblemException.class, () -> CalendarYear.read(2027, " ", LAWFUL, LOADED, TODAY));
        assertThat(refused.fields()).extracting(FieldProblem::pointer).containsExactly("/document");
    }
}
