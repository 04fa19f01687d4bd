package org.goufu.account.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often signing in with one name has failed, and until when the name is refused.
 *
 * <p>Only failures count. A name is refused for the rest of the minute in which it failed too often, and twice as long each time it
 * happens again, but never for ever: a stranger must not be able to lock somebody out for good.
 *
 * @param failures in the minute that began at {@code windowStart}
 * @param strikes how often the name has been refused since it was last signed in with
 * @param asOf the moment for which this was read
 */
public record SignInFailures(
        int failures,
        int strikes,
        Instant windowStart,
        @Nullable Instant blockedUntil,
        Instant asOf) {
    public static final Duration WINDOW = Duration.ofMinutes(1);
    public static final Duration LONGEST_BLOCK = Duration.ofMinutes(15);
    /** Strikes are forgotten after a quiet time as long as this. */
    public static final Duration REMEMBERED = Duration.ofHours(24);

    private static final int MOST_DOUBLINGS = 16;

    /** Zero when the name may be tried now. */
    public int secondsToWait() {
        if (blockedUntil == null || !blockedUntil.isAfter(asOf)) {
            return 0;
        }
        return (int) Duration.between(asOf, blockedUntil).plusMillis(999).toSeconds();
    }

    public SignInFailures oneMore(int allowed) {
        var sameWindow = asOf.isBefore(windowStart.plus(WINDOW));
        var start = sameWindow ? windowStart : asOf;
        var count = sameWindow ? failures + 1 : 1;
        if (count < allowed) {
            return new SignInFailures(count, strikes, start, null, asOf);
        }
        return new SignInFailures(0, strikes + 1, asOf, blockEnd(start), asOf);
    }

    private Instant blockEnd(Instant start) {
        var restOfWindow = start.plus(WINDOW);
        var penalty = Duration.ofSeconds(1L << Math.min(strikes, MOST_DOUBLINGS));
        var punished = asOf.plus(penalty.compareTo(LONGEST_BLOCK) < 0 ? penalty : LONGEST_BLOCK);
        return punished.isAfter(restOfWindow) ? punished : restOfWindow;
    }
}
