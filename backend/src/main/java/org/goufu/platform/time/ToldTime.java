package org.goufu.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.goufu.platform.database.Wakeups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The business clock as every answer of the API tells it, so that pages count by it and by no other.
 *
 * <p>It is read from the database every half a minute and whenever it was moved, and carried on in between by how much time passed,
 * whatever the clock of this machine says. Nothing is decided by it: what decides asks {@link BusinessClock}.
 */
@Component
public class ToldTime {
    private static final Logger LOG = LoggerFactory.getLogger(ToldTime.class);
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BusinessClock clock;
    private final Wakeups wakeups;
    private volatile Optional<Reading> reading = Optional.empty();
    private volatile Disposable readings = () -> {};

    /** @param at by {@link System#nanoTime}, which nobody sets */
    private record Reading(Instant now, long at) {

        Instant carriedOn() {
            return now.plusNanos(System.nanoTime() - at);
        }
    }

    ToldTime(BusinessClock clock, Wakeups wakeups) {
        this.clock = clock;
        this.wakeups = wakeups;
    }

    /** Empty before the first reading. */
    public Optional<Instant> now() {
        return reading.map(Reading::carriedOn);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        readings = read().thenMany(Flux.defer(() -> wakeups.rounds("clock", BETWEEN_READINGS, this::read)))
                .subscribe();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        readings.dispose();
    }

    /** Reads it anew; what cannot be read now is carried on from the reading before. */
    public Mono<Void> read() {
        return Mono.defer(() -> reading(System.nanoTime()))
                .timeout(PATIENCE)
                .doOnNext(now -> reading = Optional.of(now))
                .doOnError(failure -> LOG.debug("the clock cannot be read now", failure))
                .onErrorComplete()
                .then();
    }

    /** The answer was made between the question and its arrival: half the way is as near as one can tell. */
    private Mono<Reading> reading(long asked) {
        return clock.now().map(now -> new Reading(now, asked + (System.nanoTime() - asked) / 2));
    }
}
