package org.goufu;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for something that happens by itself, for a bounded time. */
public final class Awaiting {
    private Awaiting() {}

    /** Asks until the check passes; after ten seconds its last failure is the test's. */
    public static <T> T until(Supplier<T> check) {
        return until(Duration.ofSeconds(10), check);
    }

    public static <T> T until(Duration limit, Supplier<T> check) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return check.get();
            } catch (AssertionError | RuntimeException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
            }
        }
    }
}
