package org.goufu.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTests {
    private final AtomicLong nanos = new AtomicLong(1);
    private final Breaker breaker = new Breaker(nanos::get);

    @Test
    void aFewFailuresAreForgiven() {
        fail(4);
        assertThat(breaker.permits()).isTrue();
        breaker.succeeded();
        fail(4);
        assertThat(breaker.permits()).isTrue();
    }

    @Test
    void afterFiveInARowNothingIsSentForASecond() {
        fail(5);
        assertThat(breaker.permits()).isFalse();
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(breaker.permits()).isFalse();
    }

    @Test
    void thenOneMayTryAndTheOthersFollowItsSuccess() {
        fail(5);
        nanos.addAndGet(Duration.ofMillis(1001).toNanos());
        assertThat(breaker.permits()).isTrue();
        assertThat(breaker.permits()).isFalse();
        breaker.succeeded();
        assertThat(breaker.permits()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed();
        }
    }
}
