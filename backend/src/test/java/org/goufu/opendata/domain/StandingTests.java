package org.goufu.opendata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.Membership;
import org.goufu.federation.MembershipState;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.organization.FactOrigin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTests {
    private static final Instant KNOWN = Instant.parse("2026-01-01T00:00:00Z");

    private static Fact fact(FactKind kind, String value, long number, String from, @Nullable String to) {
        return new Fact(
                UUID.randomUUID(),
                kind,
                value,
                number,
                day(from),
                to == null ? null : day(to),
                KNOWN,
                null,
                "test",
                FactOrigin.REGISTRAR,
                null,
                null);
    }

    private static Fact withdrawn(FactKind kind, String value, String from) {
        return new Fact(
                UUID.randomUUID(),
                kind,
                value,
                1,
                day(from),
                null,
                KNOWN,
                KNOWN,
                "test",
                FactOrigin.REGISTRAR,
                null,
                null);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Standing group(Fact... facts) {
        return Standing.of(body(BodyKind.FILED_GROUP, facts), List.of());
    }

    private static BodyProfile body(BodyKind kind, Fact... facts) {
        return new BodyProfile(
                UUID.randomUUID(),
                "示例",
                kind,
                null,
                null,
                null,
                "510114008001",
                day("2020-05-01"),
                "",
                "",
                List.of(),
                1,
                List.of(facts));
    }

    @Test
    void aGroupIsOnRecordWhileItsFilingIsActive() {
        var group = group(
                fact(FactKind.FILING, "ACTIVE", 0, "2024-01-01", "2025-12-31"),
                fact(FactKind.FILING, "DORMANT", 0, "2026-03-01", null),
                withdrawn(FactKind.FILING, "ACTIVE", "2026-01-01"));
        assertThat(group.onRecord().contains(day("2023-12-31"))).isFalse();
        assertThat(group.onRecord().contains(day("2024-01-01"))).isTrue();
        assertThat(group.onRecord().contains(day("2025-12-31"))).isTrue();
        assertThat(group.onRecord().contains(day("2026-01-01"))).isFalse();
    }

    @Test
    void aLegalPersonIsOnRecordUntilItIsStruckOff() {
        var normal = Standing.of(body(BodyKind.LEGAL_PERSON), List.of());
        assertThat(normal.onRecord().contains(day("2020-04-30"))).isFalse();
        assertThat(normal.onRecord().contains(day("2020-05-01"))).isTrue();
        var suspended = Standing.of(
                body(BodyKind.FEDERATION, fact(FactKind.STATUS, "SUSPENDED", 0, "2025-01-01", null)), List.of());
        assertThat(suspended.onRecord().contains(day("2026-01-01"))).isTrue();
        var revoked = Standing.of(
                body(BodyKind.LEGAL_PERSON, fact(FactKind.STATUS, "REVOKED", 0, "2025-01-01", null)), List.of());
        assertThat(revoked.onRecord().contains(day("2024-12-31"))).isTrue();
        assertThat(revoked.onRecord().contains(day("2025-01-01"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-31, false",
        "2025-04-01, true",
        "2026-06-29, true",
        "2026-06-30, false",
    })
    void isActiveForTwelveMonthsAfterTheLastDayOfAnActivity(LocalDate day, boolean active) {
        var group = group(fact(FactKind.ACTIVITY, "CULTURE", 3, "2025-04-01", "2025-06-30"));
        assertThat(group.active().contains(day)).isEqualTo(active);
    }

    @Test
    void filingAloneOrNoActivityAtAllMakesNobodyActive() {
        var group = group(
                fact(FactKind.FILING, "ACTIVE", 0, "2024-01-01", null),
                fact(FactKind.ACTIVITY, "LIFE", 0, "2025-04-01", "2025-06-30"),
                withdrawn(FactKind.ACTIVITY, "LIFE", "2025-04-01"));
        assertThat(group.active()).isEqualTo(Days.NONE);
    }

    @Test
    void servesWithActivitiesForOthersWithinThreeMonths() {
        var group = group(
                fact(FactKind.ACTIVITY, "CULTURE", 3, "2025-01-01", "2025-03-31"),
                fact(FactKind.ACTIVITY, "CHARITY", 1, "2025-04-01", "2025-06-30"));
        assertThat(group.serving().contains(day("2025-03-31"))).isFalse();
        assertThat(group.serving().contains(day("2025-09-29"))).isTrue();
        assertThat(group.serving().contains(day("2025-09-30"))).isFalse();
    }

    @Test
    void isAMemberOnceItConsented() {
        var body = body(BodyKind.FILED_GROUP);
        var standing = Standing.of(
                body,
                List.of(
                        membership(body, "2024-01-01", "2024-12-31", "2024-02-01"),
                        membership(body, "2025-06-01", null, null)));
        assertThat(standing.member().contains(day("2024-01-31"))).isFalse();
        assertThat(standing.member().contains(day("2024-02-01"))).isTrue();
        assertThat(standing.member().contains(day("2024-12-31"))).isTrue();
        assertThat(standing.member().contains(day("2025-01-01"))).isFalse();
        assertThat(standing.member().contains(day("2026-01-01"))).isFalse();
    }

    private static Membership membership(BodyProfile body, String from, @Nullable String to, @Nullable String consent) {
        return new Membership(
                UUID.randomUUID(),
                UUID.randomUUID(),
                body.id(),
                consent == null ? MembershipState.INVITED : MembershipState.CONFIRMED,
                day(from),
                to == null ? null : day(to),
                consent == null ? null : day(consent),
                consent == null ? null : KNOWN,
                consent == null ? null : KNOWN,
                KNOWN,
                to == null ? null : KNOWN,
                1,
                List.of());
    }
}
