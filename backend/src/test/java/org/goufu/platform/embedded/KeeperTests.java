package org.goufu.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.goufu.Awaiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeeperTests {
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final FrailServer server = new FrailServer();

    @Test
    void startsAgainWhatEndedUnasked() throws Exception {
        try (var keeper = Keeper.of("frail", server, AT_ONCE)) {
            server.die();
            untilStarted(2);
            server.die();
            untilStarted(3);
            assertThat(keeper).isNotNull();
        }
    }

    @Test
    void triesAgainWhatDoesNotStart() throws Exception {
        try (var keeper = Keeper.of("frail", server, AT_ONCE)) {
            server.failures.set(3);
            server.die();
            untilStarted(2);
            assertThat(server.failures).hasValue(0);
            assertThat(keeper).isNotNull();
        }
    }

    @Test
    void leavesAloneWhatWasClosed() throws Exception {
        Keeper.of("frail", server, AT_ONCE).close();

        assertThat(server.running).isDone();
        assertThat(server.starts).hasValue(1);
    }

    @Test
    void aFirstStartThatFailsIsTheCallers() {
        server.failures.set(1);

        assertThatThrownBy(() -> Keeper.of("frail", server, AT_ONCE)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"PT1S, PT2S", "PT2S, PT4S", "PT29S, PT58S", "PT30S, PT1M", "PT32S, PT1M", "PT1M, PT1M"})
    void waitsLongerEachTimeUpToAMinute(Duration wait, Duration next) {
        assertThat(Keeper.longer(wait)).isEqualTo(next);
    }

    private void untilStarted(int times) {
        Awaiting.until(() -> {
            assertThat(server.starts).hasValue(times);
            return times;
        });
    }

    /** Runs until it is closed or dies, and can refuse to start. */
    private static final class FrailServer implements EmbeddedServer {
        private final AtomicInteger starts = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private volatile CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

        @Override
        public void start() throws IOException {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) throw new IOException("no space");
            running = new CompletableFuture<>();
            starts.incrementAndGet();
        }

        void die() {
            running.complete(null);
        }

        @Override
        public CompletableFuture<?> ended() {
            return running;
        }

        @Override
        public void close() {
            running.complete(null);
        }
    }
}
