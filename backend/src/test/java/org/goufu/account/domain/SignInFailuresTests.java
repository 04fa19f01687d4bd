package org.goufu.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInFailuresTests {
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private static SignInFailures none() {
        return new SignInFailures(0, 0, NOON, null, NOON);
    }

    private static SignInFailures at(SignInFailures failures, Instant now) {
        return new SignInFailures(
                failures.failures(), failures.strikes(), failures.windowStart(), failures.blockedUntil(), now);
    }

    private static SignInFailures fail(SignInFailures failures, int times) {
        for (int i = 0; i < times; i++) failures = failures.oneMore(10);
        return failures;
    }

    @Test
    void letsNineFailuresPass() {
        assertThat(fail(none(), 9).secondsToWait()).isZero();
    }

    @Test
    void refusesTheRestOfTheMinuteAfterTheTenth() {
        var nine = at(fail(none(), 9), NOON.plusSeconds(20));
        assertThat(nine.oneMore(10).secondsToWait()).isEqualTo(40);
    }

    @Test
    void forgetsFailuresOfTheMinuteBefore() {
        var nine = at(fail(none(), 9), NOON.plusSeconds(60));
        assertThat(nine.oneMore(10).failures()).isEqualTo(1);
    }

    @Test
    void opensAgainWhenTheWaitIsOver() {
        var blocked = fail(none(), 10);
        assertThat(at(blocked, NOON.plusSeconds(59)).secondsToWait()).isEqualTo(1);
        assertThat(at(blocked, NOON.plusSeconds(60)).secondsToWait()).isZero();
    }

    @Test
    void waitsLongerEachTimeButNeverForEver() {
        var failures = none();
        var now = NOON;
        var longest = 0;
        for (int i = 0; i < 40; i++) {
            failures = fail(at(failures, now), 10);
            longest = Math.max(longest, failures.secondsToWait());
            now = now.plus(Duration.ofHours(1));
        }
        assertThat(longest).isEqualTo(SignInFailures.LONGEST_BLOCK.toSeconds());
    }
}
