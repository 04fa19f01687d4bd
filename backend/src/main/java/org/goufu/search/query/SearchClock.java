package org.goufu.search.query;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.goufu.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The business clock as a search may read it: asked from the database now and then, carried forward in between.
 *
 * <p>So a result page asks no SQL, and searching goes on while the database does not answer. Deadlines are decided elsewhere, by the
 * database itself.
 */
@Component
class SearchClock {
    private static final long TRUSTED_FOR = Duration.ofMillis(200).toNanos();
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final BusinessClock clock;
    private final AtomicReference<Reading> last = new AtomicReference<>();

    SearchClock(BusinessClock clock) {
        this.clock = clock;
    }

    private record Reading(Instant at, long nanos) {
        Instant carried() {
            return at.plusNanos(System.nanoTime() - nanos);
        }
    }

    Mono<Instant> now() {
        var reading = last.get();
        if (reading == null) return read();
        if (System.nanoTime() - reading.nanos() < TRUSTED_FOR) return Mono.just(reading.carried());
        return read().timeout(PATIENCE).onErrorResume(failure -> Mono.fromSupplier(() -> trustLonger(reading)));
    }

    private Mono<Instant> read() {
        return clock.now().doOnNext(now -> last.set(new Reading(now, System.nanoTime())));
    }

    /** While the database is away not every search waits for it. */
    private Instant trustLonger(Reading reading) {
        var carried = new Reading(reading.carried(), System.nanoTime());
        last.compareAndSet(reading, carried);
        return carried.at();
    }
}
