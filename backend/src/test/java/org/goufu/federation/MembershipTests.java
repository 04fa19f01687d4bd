package org.goufu.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MembershipTests {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 8, 31);
    private static final Instant INVITED = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant CONSENTED = Instant.parse("2026-02-10T00:00:00Z");
    private static final Instant CONFIRMED = Instant.parse("2026-02-20T00:00:00Z");
    private static final Instant END_LEARNT = Instant.parse("2026-08-20T00:00:00Z");

    private static Membership membership(@Nullable LocalDate to, @Nullable Instant endKnownAt) {
        return new Membership(
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                to == null ? MembershipState.CONFIRMED : MembershipState.LEFT,
                FIRST,
                to,
                LocalDate.of(2026, 2, 10),
                CONSENTED,
                CONFIRMED,
                INVITED,
                endKnownAt,
                3,
                List.of());
    }

    @Test
    void standsFromItsFirstToItsLastDay() {
        var membership = membership(LAST, END_LEARNT);
        assertThat(membership.standsOn(FIRST.minusDays(1), Instant.MAX)).isFalse();
        assertThat(membership.standsOn(FIRST, Instant.MAX)).isTrue();
        assertThat(membership.standsOn(LAST, Instant.MAX)).isTrue();
        assertThat(membership.standsOn(LAST.plusDays(1), Instant.MAX)).isFalse();
    }

    @Test
    void anEndThatBecameKnownLaterDoesNotChangeEarlierAnswers() {
        var membership = membership(LAST, END_LEARNT);
        var day = LAST.plusDays(1);
        assertThat(membership.standsOn(day, END_LEARNT.minusMillis(1))).isTrue();
        assertThat(membership.standsOn(day, END_LEARNT)).isFalse();
    }

    @Test
    void nothingStandsBeforeItWasKnown() {
        var membership = membership(null, null);
        assertThat(membership.standsOn(FIRST, INVITED.minusMillis(1))).isFalse();
        assertThat(membership.standsOn(FIRST, CONSENTED)).isFalse();
        assertThat(membership.standsOn(FIRST, CONFIRMED.minusMillis(1))).isFalse();
        assertThat(membership.standsOn(FIRST, CONFIRMED)).isTrue();
        assertThat(membership.isConsented(CONSENTED.minusMillis(1))).isFalse();
        assertThat(membership.isConsented(CONSENTED)).isTrue();
    }
}
