package org.goufu.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Operators load years and amounts while the platform runs. */
@GoufuIT
class ReferenceOperationsIT {
    private static final String DOCUMENT = "示例文号〔2027〕1号";

    @Autowired
    private TestHouse house;

    @Autowired
    private WorkCalendars calendars;

    @Autowired
    private Thresholds thresholds;

    @Autowired
    private DatabaseClient database;

    /** The other tests count with what was supplied; a hint makes this instance read it again. */
    @AfterEach
    void forget() {
        database.sql("delete from reference.calendar_year").then().block();
        database.sql("delete from reference.threshold_entry").then().block();
        database.sql("select pg_notify('reference', '')").then().block();
        Awaiting.until(() -> {
            assertThat(calendars.current().lastDay()).isEqualTo(LocalDate.of(2027, 12, 31));
            assertThat(calendars.current().firmUntil()).isEqualTo(LocalDate.of(2026, 12, 31));
            return assertThat(thresholds
                            .purchaseLimit("510114", LocalDate.of(2028, 1, 1))
                            .verified())
                    .isFalse();
        });
    }

    private WebTestClient.ResponseSpec post(String as, String path, Map<String, ?> body) {
        return house.as(as)
                .post()
                .uri("/api/operations/" + path)
                .bodyValue(body)
                .exchange();
    }

    private static Map<String, ?> year(int year, String... lines) {
        return Map.of("year", year, "document", DOCUMENT, "csv", "date,kind\n" + String.join("\n", lines));
    }

    private static Map<String, ?> year2028() {
        return year(2028, "2028-05-01,holiday", "2028-05-02,holiday", "2028-10-02,holiday", "2028-10-03,holiday");
    }

    @Test
    void aLoadedYearCountsAtOnceAndIsOnRecord() {
        post("admin", "calendar-previews", year2028())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.holidays.length()")
                .isEqualTo(4);
        assertThat(calendars.current().lastDay()).isEqualTo(LocalDate.of(2027, 12, 31));

        post("admin", "calendar-years", year2028()).expectStatus().isCreated();
        Awaiting.until(() -> assertThat(calendars.current().lastDay()).isEqualTo(LocalDate.of(2028, 12, 31)));
        assertThat(calendars.current().isWorkday(LocalDate.of(2028, 5, 1))).isFalse();
        // 2027 is still provisional, so nothing after it is firm.
        assertThat(calendars.current().firmUntil()).isEqualTo(LocalDate.of(2026, 12, 31));
        house.as("admin")
                .get()
                .uri("/api/operations/reference")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.years[-1:].year")
                .isEqualTo(2028)
                .jsonPath("$.years[-1:].document")
                .isEqualTo(DOCUMENT)
                .jsonPath("$.years[-1:].loadedBy")
                .isNotEmpty();
    }

    @Test
    void theOfficialYearStandsInPlaceOfTheProvisionalOne() {
        assertThat(calendars.current().isWorkday(LocalDate.of(2027, 2, 9))).isTrue();
        post(
                        "admin",
                        "calendar-years",
                        year(
                                2027,
                                "2027-01-01,holiday",
                                "2027-02-09,holiday",
                                "2027-02-14,workday",
                                "2027-10-01,holiday"))
                .expectStatus()
                .isCreated();
        Awaiting.until(() -> assertThat(calendars.current().firmUntil()).isEqualTo(LocalDate.of(2027, 12, 31)));
        assertThat(calendars.current().isWorkday(LocalDate.of(2027, 2, 9))).isFalse();
        // Supplied as a provisional holiday, not in the official file.
        assertThat(calendars.current().isWorkday(LocalDate.of(2027, 6, 9))).isTrue();
    }

    @Test
    void everyLineThatCannotBeRightIsNamed() {
        post("admin", "calendar-years", year(2028, "2028-05-01,holiday", "2028-05-06,holiday", "x"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/reference/calendar-invalid")
                .jsonPath("$.errors.length()")
                .isEqualTo(2)
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/csv");
    }

    @Test
    void anOfficialAmountDecidesFromItsFirstDay() {
        var from = LocalDate.of(2027, 1, 1);
        var amount = Map.of(
                "regionCode",
                "51",
                "level",
                "COUNTY",
                "kind",
                "PURCHASE_LIMIT",
                "amountFen",
                60_000_000,
                "from",
                from.toString(),
                "document",
                DOCUMENT);
        post("admin", "thresholds", amount).expectStatus().isCreated();
        Awaiting.until(() ->
                assertThat(thresholds.purchaseLimit("510114", from).amountFen()).isEqualTo(60_000_000));
        assertThat(thresholds.purchaseLimit("510114", from).verified()).isTrue();
        assertThat(thresholds.purchaseLimit("510114", from.minusDays(1)).amountFen())
                .isEqualTo(50_000_000);
        assertThat(thresholds.purchaseLimit("5101", from).amountFen()).isEqualTo(50_000_000);
    }

    @Test
    void aCitySetsNoAmountsForTheProvince() {
        var amount = Map.of(
                "regionCode", "5101",
                "level", "PROVINCE",
                "kind", "PURCHASE_LIMIT",
                "amountFen", 0,
                "from", "2027-01-01",
                "document", " ");
        post("admin", "thresholds", amount)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].pointer")
                .value(pointers -> assertThat(pointers)
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .containsExactlyInAnyOrder("/level", "/amountFen", "/document"));
    }

    /** Between the two a purchase would be small and large at once. */
    @Test
    void aPurchaseLimitNeverLiesAboveTheAmountOfOpenTender() {
        var amount = Map.of(
                "regionCode", "5132",
                "level", "COUNTY",
                "kind", "PURCHASE_LIMIT",
                "amountFen", 400_000_100,
                "from", "2027-01-01",
                "document", DOCUMENT);
        post("admin", "thresholds", amount)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/reference/threshold-invalid")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/amountFen")
                .jsonPath("$.errors[0].detail")
                .value(detail -> assertThat(String.valueOf(detail)).contains("2027-01-01", "4,000,000 元"));
        assertThat(thresholds.purchaseLimit("513221", LocalDate.of(2027, 1, 1)).amountFen())
                .isLessThan(400_000_000);
    }

    @Test
    void anybodyReadsTheWorkingDays() {
        house.anonymous()
                .get()
                .uri("/api/work-calendar?from=2026-09-18&to=2026-09-25")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.days.length()")
                .isEqualTo(8)
                .jsonPath("$.days[2].workday")
                .isEqualTo(true)
                .jsonPath("$.days[7].workday")
                .isEqualTo(false)
                .jsonPath("$.days[7].official")
                .isEqualTo(true)
                .jsonPath("$.lastDay")
                .isEqualTo("2027-12-31");
    }

    @Test
    void theSpanIsBoundedAndNothingIsGuessed() {
        for (var span :
                new String[] {"from=2026-09-18&to=2026-09-17", "from=2026-01-01&to=2027-02-05", "from=x&to=y"}) {
            house.anonymous()
                    .get()
                    .uri("/api/work-calendar?" + span)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
        house.anonymous()
                .get()
                .uri("/api/work-calendar?from=2031-01-01&to=2031-01-02")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/reference/calendar-not-loaded");
    }

    @Test
    void theEditorLearnsTheEarliestDeadlineWithItsRule() {
        house.as("officer")
                .get()
                .uri("/api/earliest-deadline")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.workingDays")
                .isEqualTo(3)
                .jsonPath("$.rule")
                .value(rule -> assertThat(String.valueOf(rule)).contains("3 个工作日"));
    }
}
