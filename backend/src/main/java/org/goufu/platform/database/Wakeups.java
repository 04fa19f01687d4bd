package org.goufu.platform.database;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Hears {@code NOTIFY} on one connection of its own.
 *
 * <p>A wake-up is only a hint: it is lost while the connection is down, so whoever listens also looks by itself from time to time.
 */
@Component
public class Wakeups implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Wakeups.class);
    private static final Duration PROBE = Duration.ofSeconds(10);

    private final PostgresqlConnectionFactory connections;
    private final ConcurrentMap<String, Sinks.Many<String>> channels = new ConcurrentHashMap<>();
    private final AtomicReference<PostgresqlConnection> current = new AtomicReference<>();
    private volatile Disposable listening = () -> {};
    private volatile boolean running;

    Wakeups(PostgresqlConnectionFactory connections) {
        this.connections = connections;
    }

    /** Payloads of a channel from now on; a slow listener misses some rather than slowing the others. */
    public Flux<String> on(String channel) {
        var sink = channels.computeIfAbsent(channel, this::open);
        return sink.asFlux().onBackpressureDrop();
    }

    /**
     * A round whenever the channel is heard, and after so long at the latest: one at a time, and one more for all that was heard
     * meanwhile.
     */
    public Flux<Void> rounds(String channel, Duration atLatest, Supplier<Mono<Void>> round) {
        return Flux.merge(on(channel), Flux.interval(atLatest).map(String::valueOf))
                .onBackpressureLatest()
                .concatMap(hint -> round.get(), 1);
    }

    private Sinks.Many<String> open(String channel) {
        var connection = current.get();
        if (connection != null) {
            listen(connection, channel).subscribe(done -> {}, failure -> LOG.debug("listen {}", channel, failure));
        }
        return Sinks.many().multicast().directBestEffort();
    }

    @Override
    public void start() {
        running = true;
        listening = Flux.usingWhen(connections.create(), this::hear, PostgresqlConnection::close)
                .doOnTerminate(() -> current.set(null))
                .repeat(() -> running)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                        .maxBackoff(Duration.ofSeconds(5))
                        .jitter(0.5)
                        .filter(failure -> running))
                .subscribe(ignored -> {}, failure -> LOG.debug("wake-ups ended", failure));
    }

    private Flux<Long> hear(PostgresqlConnection connection) {
        current.set(connection);
        var heard = connection
                .getNotifications()
                .doOnNext(note -> emit(note.getName(), note.getParameter() == null ? "" : note.getParameter()));
        return Flux.fromIterable(channels.keySet())
                .concatMap(channel -> listen(connection, channel))
                // Whatever was said while nobody listened: everyone looks once.
                .doOnComplete(() -> channels.keySet().forEach(channel -> emit(channel, "")))
                .thenMany(Flux.merge(heard.thenMany(Flux.<Long>empty()), probe(connection)));
    }

    /** Notices a half-dead connection, which would otherwise be silent for ever. */
    private Flux<Long> probe(PostgresqlConnection connection) {
        return Flux.interval(PROBE)
                .onBackpressureDrop()
                .concatMap(tick -> connection
                        .createStatement("select 1")
                        .execute()
                        .flatMap(result -> result.getRowsUpdated())
                        .then(Mono.just(tick))
                        .timeout(Duration.ofSeconds(3)));
    }

    private static Mono<Void> listen(PostgresqlConnection connection, String channel) {
        return connection
                .createStatement("listen " + channel)
                .execute()
                .flatMap(result -> result.getRowsUpdated())
                .then();
    }

    private void emit(String channel, String payload) {
        var sink = channels.get(channel);
        if (sink != null) {
            sink.tryEmitNext(payload);
        }
    }

    @Override
    public void stop() {
        running = false;
        listening.dispose();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
