package org.goufu.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BodyProfileTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");

    private static Fact fact(FactKind kind, String value, String from, @Nullable String to) {
        return new Fact(
                UUID.randomUUID(),
                kind,
                value,
                0,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                Instant.parse(from + "T04:00:00Z"),
                null,
                "test",
                FactOrigin.REGISTRAR,
                null,
                null);
    }

    private static BodyProfile body(BodyKind kind, Fact... facts) {
        return new BodyProfile(
                UUID.randomUUID(), "示例", kind, null, null, null, "510114", null, "", "", List.of(), 1, List.of(facts));
    }

    private static Standing standing(BodyKind kind, Fact... facts) {
        return body(kind, facts).standing(DAY, NOW);
    }

    @Test
    void takesTheNewestRegistrationOfTheDay() {
        var normal = fact(FactKind.STATUS, "NORMAL", "2020-01-01", "2026-02-28");
        var suspended = fact(FactKind.STATUS, "SUSPENDED", "2026-03-01", null);
        assertThat(standing(BodyKind.LEGAL_PERSON, normal, suspended)).isEqualTo(Standing.SUSPENDED);
        assertThat(standing(BodyKind.LEGAL_PERSON)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void letsAListSpeakLouderThanANormalRegistration() {
        var normal = fact(FactKind.STATUS, "NORMAL", "2020-01-01", null);
        var abnormal = fact(FactKind.CREDIT_LIST, "ABNORMAL", "2025-01-01", null);
        var serious = fact(FactKind.CREDIT_LIST, "SERIOUS", "2025-06-01", null);
        var over = fact(FactKind.CREDIT_LIST, "SERIOUS", "2023-06-01", "2025-06-01");
        assertThat(standing(BodyKind.LEGAL_PERSON, normal, over)).isEqualTo(Standing.NORMAL);
        assertThat(standing(BodyKind.LEGAL_PERSON, normal, abnormal)).isEqualTo(Standing.ABNORMAL);
        assertThat(standing(BodyKind.LEGAL_PERSON, normal, abnormal, serious)).isEqualTo(Standing.SERIOUS);
    }

    @Test
    void callsAFilingLapsedOnceItRanOut() {
        var over = fact(FactKind.FILING, "ACTIVE", "2022-01-01", "2026-03-01");
        var active = fact(FactKind.FILING, "ACTIVE", "2026-03-02", "2029-03-01");
        assertThat(standing(BodyKind.FILED_GROUP, over)).isEqualTo(Standing.LAPSED);
        assertThat(standing(BodyKind.FILED_GROUP, over, active)).isEqualTo(Standing.ACTIVE);
        assertThat(standing(BodyKind.FILED_GROUP)).isEqualTo(Standing.UNKNOWN);
    }
}
