package org.goufu.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReminderTests {
    private static final Instant DEADLINE = Instant.parse("2026-12-15T02:00:00Z");
    private static final Instant PUBLISHED = DEADLINE.minus(Duration.ofDays(20));

    private static void due(Duration before, Reminder wanted) {
        assertThat(Reminder.due(PUBLISHED, DEADLINE, DEADLINE.minus(before))).hasValue(wanted);
    }

    private static void nothing(Instant published, Duration before) {
        assertThat(Reminder.due(published, DEADLINE, DEADLINE.minus(before))).isEmpty();
    }

    @Test
    void threeDaysOneDayTwoHours() {
        nothing(PUBLISHED, Duration.ofDays(3).plusSeconds(1));
        due(Duration.ofDays(3), Reminder.THREE_DAYS);
        due(Duration.ofDays(1).plusSeconds(1), Reminder.THREE_DAYS);
        due(Duration.ofDays(1), Reminder.ONE_DAY);
        due(Duration.ofHours(2).plusSeconds(1), Reminder.ONE_DAY);
        due(Duration.ofHours(2), Reminder.TWO_HOURS);
        due(Duration.ofSeconds(1), Reminder.TWO_HOURS);
    }

    @Test
    void nothingAfterTheDeadline() {
        nothing(PUBLISHED, Duration.ZERO);
        nothing(PUBLISHED, Duration.ofDays(-1));
    }

    /** Whoever was told two days before needs not be told that three are left. */
    @Test
    void whatWasPublishedLaterIsNotMadeUpFor() {
        var late = DEADLINE.minus(Duration.ofDays(2));
        nothing(late, Duration.ofDays(2).minusMinutes(1));
        assertThat(Reminder.due(late, DEADLINE, DEADLINE.minus(Duration.ofHours(23))))
                .hasValue(Reminder.ONE_DAY);
    }
}
