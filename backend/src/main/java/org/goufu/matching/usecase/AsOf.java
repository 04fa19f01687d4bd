package org.goufu.matching.usecase;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.goufu.matching.MatchingProblem;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Settles as of when a question is to be answered. */
@Component
public class AsOf {
    private final BusinessClock clock;

    public AsOf(BusinessClock clock) {
        this.clock = clock;
    }

    /**
     * Now when nothing was asked for; in microseconds, as finely as the record knows its times.
     *
     * <p>Fails with {@code matching/as-of-in-the-future} for a moment that has not come.
     */
    public Mono<Instant> moment(@Nullable Instant asked) {
        return clock.now().map(now -> moment(now, asked));
    }

    private static Instant moment(Instant now, @Nullable Instant asked) {
        if (asked != null && asked.isAfter(now)) throw MatchingProblem.AS_OF_IN_THE_FUTURE.raise(asked);
        return Objects.requireNonNullElse(asked, now).truncatedTo(ChronoUnit.MICROS);
    }
}
