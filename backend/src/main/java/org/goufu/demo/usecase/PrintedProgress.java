package org.goufu.demo.usecase;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.goufu.demo.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints a line every two seconds while a step runs; real time, for a person is waiting. */
final class PrintedProgress implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(LoadDemo.class);
    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final String step;
    private final long started = System.nanoTime();
    private final AtomicLong printed = new AtomicLong(started);

    PrintedProgress(String step) {
        this.step = step;
    }

    @Override
    public void report(String what, long done, long total) {
        long last = printed.get();
        long now = System.nanoTime();
        if (now - last >= EVERY && printed.compareAndSet(last, now)) {
            LOG.info("Demo: {}: {} {} of {} ({} %)", step, what, done, total, total == 0 ? 100 : done * 100 / total);
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
