package org.goufu.search.index;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Spares a server that does not answer, and the readers who would wait for it.
 *
 * <p>After some failures in a row nothing is sent for a while; then one call may try, and the rest follow when it succeeds.
 */
final class Breaker {
    private static final int FAILURES = 5;
    private static final long PAUSE = Duration.ofMillis(1_000).toNanos();

    private final LongSupplier nanos;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong nextTry = new AtomicLong();

    Breaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether a call may be sent now; when it answers true to one caller after a pause, the others wait for that one. */
    boolean permits() {
        if (failures.get() < FAILURES) return true;
        long now = nanos.getAsLong();
        long due = nextTry.get();
        return now - due >= 0 && nextTry.compareAndSet(due, now + PAUSE);
    }

    void succeeded() {
        failures.set(0);
    }

    void failed() {
        if (failures.incrementAndGet() >= FAILURES) {
            nextTry.set(nanos.getAsLong() + PAUSE);
        }
    }

    boolean isOpen() {
        return failures.get() >= FAILURES;
    }
}
