package org.goufu.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How long before a deadline everybody is reminded of it (domain.md 6.1). */
public enum Reminder {
    TWO_HOURS(Duration.ofHours(2)),
    ONE_DAY(Duration.ofDays(1)),
    THREE_DAYS(Duration.ofDays(3));

    private final Duration ahead;

    Reminder(Duration ahead) {
        this.ahead = ahead;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The last one that is due. None is made up for: what was published later than that was told then. */
    public static Optional<Reminder> due(Instant publishedAt, Instant deadline, Instant now) {
        if (!now.isBefore(deadline)) return Optional.empty();
        for (var one : values()) {
            var at = deadline.minus(one.ahead);
            if (!now.isBefore(at)) return publishedAt.isBefore(at) ? Optional.of(one) : Optional.empty();
        }
        return Optional.empty();
    }
}
