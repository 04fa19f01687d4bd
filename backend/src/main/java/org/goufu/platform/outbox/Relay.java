package org.goufu.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.goufu.kernel.DomainEvent;
import org.goufu.kernel.Problem;
import org.goufu.kernel.ProblemException;
import org.goufu.platform.database.Wakeups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands news to its handlers, on every instance at once.
 *
 * <p>Rows are leased, not locked, while a handler works. A wake-up starts a round at once; a poll guarantees one.
 */
@Component
public class Relay implements SmartLifecycle {
    public static final int BATCH = 64;
    public static final Duration HANDLER_TIMEOUT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration LEASE = Duration.ofSeconds(45);
    private static final Duration POLL = Duration.ofMillis(1000);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    /** While a neighbour (Elasticsearch, mail server) is down, so that what was missed is soon made up. */
    private static final Duration LONGEST_WAIT_FOR_NEIGHBOUR = Duration.ofSeconds(5);

    private static final int MOST_ATTEMPTS = 20;
    /** More than a day of tries at {@link #LONGEST_WAIT_FOR_NEIGHBOUR}. */
    private static final int MOST_ATTEMPTS_FOR_NEIGHBOUR = 20_000;

    private final Deliveries deliveries;
    private final JsonMapper json;
    private final Wakeups wakeups;
    private final Map<String, EventHandler<?>> handlers;
    private final Counter failures;
    private volatile Disposable running = () -> {};
    private volatile boolean started;

    Relay(
            Deliveries deliveries,
            JsonMapper json,
            Wakeups wakeups,
            ObjectProvider<EventHandler<?>> handlers,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.json = json;
        this.wakeups = wakeups;
        this.handlers = handlers.stream().collect(Collectors.toMap(EventHandler::name, Function.identity()));
        this.failures = meters.counter("goufu.outbox.failures");
    }

    @Override
    public void start() {
        started = true;
        // One lane per handler: a slow one never delays the others.
        running = Flux.fromIterable(handlers.values())
                .flatMap(this::lane, Math.max(1, handlers.size()))
                .subscribe();
    }

    private Flux<Void> lane(EventHandler<?> handler) {
        var hints = Flux.merge(
                wakeups.on("outbox").map(hint -> 0L),
                Flux.interval(Duration.ZERO, POLL).onBackpressureDrop());
        return hints.onBackpressureLatest()
                .concatMap(
                        hint -> drain(handler).onErrorResume(failure -> {
                            LOG.debug("outbox round of {} failed", handler.name(), failure);
                            return Mono.empty();
                        }),
                        1);
    }

    /** Rounds until nothing is due. */
    private Mono<Void> drain(EventHandler<?> handler) {
        return deliveries
                .lease(List.of(handler.name()), BATCH, LEASE)
                .collectList()
                .flatMap(leased -> leased.isEmpty()
                        ? Mono.just(false)
                        : deliver(handler, leased).thenReturn(leased.size() == BATCH))
                .flatMap(more -> more && started ? drain(handler) : Mono.empty());
    }

    private Mono<Void> deliver(EventHandler<?> handler, List<Deliveries.Leased> leased) {
        return hand(handler, leased)
                .then(deliveries.done(
                        handler.name(),
                        leased.stream().map(Deliveries.Leased::eventId).toList()))
                .onErrorResume(failure -> leased.size() == 1
                        ? postpone(leased.getFirst(), failure)
                        : Flux.fromIterable(leased)
                                .concatMap(one -> deliver(handler, List.of(one)))
                                .then());
    }

    private <E extends DomainEvent> Mono<Void> hand(EventHandler<E> handler, List<Deliveries.Leased> leased) {
        return Mono.defer(() -> handler.handle(leased.stream()
                        .map(one -> json.readValue(one.payload(), handler.type()))
                        .toList()))
                .timeout(HANDLER_TIMEOUT);
    }

    private Mono<Void> postpone(Deliveries.Leased leased, Throwable failure) {
        failures.increment();
        boolean neighbour =
                failure instanceof ProblemException problem && problem.problem().kind() == Problem.Kind.UNAVAILABLE;
        if (neighbour) {
            LOG.debug("{} waits for a neighbour: {}", leased.handler(), failure.getMessage());
        } else {
            LOG.warn(
                    "{} failed for event {}, attempt {}",
                    leased.handler(),
                    leased.eventId(),
                    leased.attempts(),
                    failure);
        }
        return deliveries.postpone(
                leased,
                delay(leased.attempts(), neighbour ? LONGEST_WAIT_FOR_NEIGHBOUR : LONGEST_WAIT),
                neighbour ? MOST_ATTEMPTS_FOR_NEIGHBOUR : MOST_ATTEMPTS,
                String.valueOf(failure));
    }

    private static Duration delay(int attempts, Duration longest) {
        long base = Math.min(longest.toMillis(), 250L << Math.min(attempts, 16));
        return Duration.ofMillis(base / 2 + ThreadLocalRandom.current().nextLong(base / 2 + 1));
    }

    @Override
    public void stop() {
        started = false;
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
