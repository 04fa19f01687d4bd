package org.goufu.search.query;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A search reads the business clock without waiting for it. */
class SearchClockTests {
    private static final Instant NOON = Instant.parse("2026-11-28T04:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private Mono<Instant> database = Mono.fromSupplier(() -> NOON.plusNanos(nanos.get()));
    private final SearchClock clock = new SearchClock(
            () -> Mono.defer(() -> {
                asked.incrementAndGet();
                return database;
            }),
            nanos::get);

    @BeforeEach
    void askedOnce() {
        StepVerifier.create(clock.now()).expectNext(NOON).verifyComplete();
    }

    @Test
    void carriesAFreshReadingForward() {
        pass(Duration.ofMillis(150));
        StepVerifier.create(clock.now()).expectNext(NOON.plusMillis(150)).verifyComplete();
        Assertions.assertThat(asked).hasValue(1);
    }

    @Test
    void anOlderReadingIsCarriedWhileOneOfTheSearchesAsksAnew() {
        database = Mono.never();
        pass(Duration.ofMillis(500));
        StepVerifier.create(clock.now()).expectNext(NOON.plusMillis(500)).verifyComplete();
        StepVerifier.create(clock.now()).expectNext(NOON.plusMillis(500)).verifyComplete();
        Assertions.assertThat(asked).hasValue(2);
    }

    @Test
    void afterALongerWhileTheDatabaseIsAskedFirst() {
        database = Mono.just(NOON.plus(Duration.ofDays(3)));
        pass(Duration.ofSeconds(3));
        StepVerifier.create(clock.now())
                .expectNext(NOON.plus(Duration.ofDays(3)))
                .verifyComplete();
    }

    @Test
    void whileTheDatabaseIsAwayTheLastReadingIsTrusted() {
        database = Mono.error(new IllegalStateException("away"));
        pass(Duration.ofHours(1));
        StepVerifier.create(clock.now())
                .expectNext(NOON.plus(Duration.ofHours(1)))
                .verifyComplete();
        StepVerifier.create(clock.now())
                .expectNext(NOON.plus(Duration.ofHours(1)))
                .verifyComplete();
        Assertions.assertThat(asked).hasValue(2);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
