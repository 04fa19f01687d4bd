package org.goufu.ledger.usecase;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.goufu.ledger.usecase.Log.Halt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the log is the one whose heads were signed: what any instance found out counts for all. */
@Component
public class Soundness {
    /** So long an answer of the database is good for the next who asks. */
    private static final long FRESH_NANOS = 1_000_000_000;

    private final Log log;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    Soundness(Log log, MeterRegistry meters) {
        this.log = log;
        meters.gauge("goufu.ledger.sound", known, state -> {
            var last = state.get();
            return last != null && last.halt().isPresent() ? 0 : 1;
        });
    }

    private record Known(Optional<Halt> halt, long at) {
        boolean isFresh() {
            return System.nanoTime() - at < FRESH_NANOS;
        }
    }

    /** Why nothing may be entered; empty while everything agrees. */
    public Mono<String> whyHalted() {
        return halt().map(Halt::reason);
    }

    Mono<Halt> halt() {
        return Mono.defer(() -> {
            var last = known.get();
            return last != null && last.isFresh() ? Mono.justOrEmpty(last.halt()) : asked();
        });
    }

    Mono<Halt> asked() {
        return log.halt()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .doOnNext(this::become)
                .flatMap(Mono::justOrEmpty);
    }

    void become(Optional<Halt> found) {
        known.set(new Known(found, System.nanoTime()));
    }
}
