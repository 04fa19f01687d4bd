package org.goufu.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.ProblemException;
import org.goufu.reference.Thresholds.Threshold;
import org.goufu.reference.domain.ThresholdEntry;
import org.goufu.reference.domain.ThresholdTable;
import org.goufu.reference.domain.ThresholdTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdEntryTests {
    private static final String LIMIT = "PURCHASE_LIMIT";
    private static final String TENDER = "OPEN_TENDER";
    private static final String DOCUMENT = "川财采〔2027〕示例号";
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    /** The province asks for 50 and 400 at every county, and one county for 300 of its own from July on. */
    private static final List<Row> LOADED = List.of(
            row("51", LIMIT, 50, LocalDate.of(2020, 1, 1), null),
            row("51", TENDER, 400, LocalDate.of(2020, 1, 1), null),
            row("510114", TENDER, 300, LocalDate.of(2027, 7, 1), null));

    private static Row row(String region, String kind, long amount, LocalDate from, LocalDate to) {
        return new Row(region, "COUNTY", kind, from, to, new Threshold(amount, "目录及标准", true), Instant.EPOCH);
    }

    private static ThresholdEntry entry(String region, String kind, long amount, LocalDate from) {
        return new ThresholdEntry(region, "COUNTY", kind, amount, from, DOCUMENT);
    }

    private static FieldProblem refusal(ThresholdEntry entry, Row... more) {
        var table = new ThresholdTable(
                Stream.concat(LOADED.stream(), Stream.of(more)).toList());
        return catchThrowableOfType(ProblemException.class, () -> entry.fits(table))
                .fields()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "51, PURCHASE_LIMIT, 300",
        "510114, PURCHASE_LIMIT, 300",
        "510107, PURCHASE_LIMIT, 400",
        "51, OPEN_TENDER, 50",
        "510114, OPEN_TENDER, 50"
    })
    void aLimitMayReachTheAmountOfOpenTender(String region, String kind, long amount) {
        assertThatCode(() -> entry(region, kind, amount, NEW_YEAR).fits(new ThresholdTable(LOADED)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "510107, PURCHASE_LIMIT, 401, limit-above-tender, 2027-01-01",
        "510114, PURCHASE_LIMIT, 401, limit-above-tender, 2027-01-01",
        "510114, PURCHASE_LIMIT, 301, limit-above-tender, 2027-07-01",
        "51,     PURCHASE_LIMIT, 301, limit-above-tender, 2027-07-01",
        "51,     OPEN_TENDER,    49,  tender-below-limit, 2027-01-01",
        "510107, OPEN_TENDER,    49,  tender-below-limit, 2027-01-01"
    })
    void neverLiesItAbove(String region, String kind, long amount, String code, LocalDate since) {
        var refusal = refusal(entry(region, kind, amount, NEW_YEAR));
        assertThat(refusal.pointer()).isEqualTo("/amountFen");
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.arguments().get(1)).isEqualTo(since.toString());
    }

    @Test
    void anAmountThatEndsGivesWayToTheNextOne() {
        var high = row("510107", TENDER, 900, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 3, 31));
        assertThat(refusal(entry("510107", LIMIT, 800, NEW_YEAR), high).arguments())
                .containsExactly(4L, "2027-04-01", "目录及标准");
    }

    @Test
    void otherLevelsAndRegionsAreNotAsked() {
        assertThatCode(() -> new ThresholdEntry("51", "CITY", LIMIT, 900, NEW_YEAR, DOCUMENT)
                        .fits(new ThresholdTable(LOADED)))
                .doesNotThrowAnyException();
        assertThatCode(() ->
                        entry("510107", LIMIT, 400, LocalDate.of(2028, 1, 1)).fits(new ThresholdTable(LOADED)))
                .doesNotThrowAnyException();
    }
}
