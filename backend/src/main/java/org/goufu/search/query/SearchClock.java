package org.goufu.search.query;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.goufu.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
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
    private static final long FRESH_FOR = Duration.ofMillis(200).toNanos();
    private static final long TRUSTED_FOR = Duration.ofSeconds(2).toNanos();
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final BusinessClock clock;
    private final LongSupplier nanos;
    private final AtomicReference<Reading> last = new AtomicReference<>();
    private final AtomicBoolean asking = new AtomicBoolean();

    @Autowired
    SearchClock(BusinessClock clock) {
        this(clock, System::nanoTime);
    }

    SearchClock(BusinessClock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    private record Reading(Instant at, long nanos) {
        Instant carried(long now) {
            return at.plusNanos(now - nanos);
        }
    }

    /** A search waits for the database only when nobody has asked it lately. */
    Mono<Instant> now() {
        var reading = last.get();
        if (reading == null) return read();
        long now = nanos.getAsLong();
        long age = now - reading.nanos();
        if (age > TRUSTED_FOR) return read().timeout(PATIENCE).onErrorResume(away -> trusted(reading));
        if (age > FRESH_FOR && asking.compareAndSet(false, true)) askAgain(reading);
        return Mono.just(reading.carried(now));
    }

    private void askAgain(Reading reading) {
        read().timeout(PATIENCE)
                .onErrorResume(away -> trusted(reading))
                .doFinally(end -> asking.set(false))
                .subscribe();
    }

    private Mono<Instant> read() {
        return clock.now().doOnNext(now -> last.set(new Reading(now, nanos.getAsLong())));
    }

    /** While the database is away not every search waits for it. */
    private Mono<Instant> trusted(Reading reading) {
        return Mono.fromSupplier(() -> {
            long now = nanos.getAsLong();
            var carried = new Reading(reading.carried(now), now);
            last.compareAndSet(reading, carried);
            return carried.at();
        });
    }
}
