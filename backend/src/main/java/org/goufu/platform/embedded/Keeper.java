package org.goufu.platform.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an embedded server running: one that ended unasked is started again, later each time, at most once a minute.
 *
 * <p>It never gives up: a disk that is full now may have space again in an hour.
 */
final class Keeper implements AutoCloseable {
    /** So long a server has to stop by itself; what it has confirmed is on disk either way. */
    static final Duration STOP_WITHIN = Duration.ofMillis(2_500);

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration STEADY = Duration.ofMinutes(5);

    private final String name;
    private final EmbeddedServer server;
    private final Duration firstWait;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private Keeper(String name, EmbeddedServer server, Duration firstWait) {
        this.name = name;
        this.server = server;
        this.firstWait = firstWait;
        this.thread = Thread.ofVirtual().name("keeper-" + name).unstarted(this::keep);
    }

    /** Starts the server; a first start that fails is the caller's. */
    static Keeper of(String name, EmbeddedServer server) throws IOException, InterruptedException {
        return of(name, server, FIRST_WAIT);
    }

    static Keeper of(String name, EmbeddedServer server, Duration firstWait) throws IOException, InterruptedException {
        server.start();
        var keeper = new Keeper(name, server, firstWait);
        // Ctrl-C reaches the children too: what ends from then on has not ended unasked.
        Runtime.getRuntime().addShutdownHook(new Thread(keeper.closing::countDown));
        keeper.thread.start();
        return keeper;
    }

    static Duration longer(Duration wait) {
        var twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
    }

    private void keep() {
        try {
            var wait = firstWait;
            while (true) {
                long since = System.nanoTime();
                server.ended().get();
                wait = System.nanoTime() - since > STEADY.toNanos() ? firstWait : wait;
                if (isClosingWithin(wait)) return;
                LOG.warn("{} ended unasked and is started again.", name);
                wait = startAgain(longer(wait));
            }
        } catch (InterruptedException | ExecutionException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how long the server's next start has to wait. */
    private Duration startAgain(Duration wait) throws InterruptedException {
        while (true) {
            try {
                server.start();
                LOG.warn("{} runs again.", name);
                return wait;
            } catch (IOException | RuntimeException failure) {
                LOG.warn("{} does not start, next attempt in {} s: {}", name, wait.toSeconds(), failure.getMessage());
                if (isClosingWithin(wait)) throw new InterruptedException();
                wait = longer(wait);
            }
        }
    }

    private boolean isClosingWithin(Duration wait) throws InterruptedException {
        return closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        server.close();
        try {
            thread.join(STOP_WITHIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        // Once more, for one that was just being started again.
        server.close();
    }
}
