package org.goufu.platform.http;

import java.time.Duration;
import java.util.UUID;
import org.goufu.platform.database.Wakeups;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Says that something has moved, and nothing of what: a page that hears it asks again for what it may read. So a listener who missed
 * some asks once when its stream stands again, and knows everything.
 */
@Component
public class Moves implements SmartLifecycle {
    /** Many steps in a moment are said once, and once more when they are over. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Wakeups wakeups;
    private volatile Sinks.Empty<Void> ended = Sinks.empty();
    private volatile boolean started;

    Moves(Wakeups wakeups) {
        this.wakeups = wakeups;
    }

    /** Of one thing, whose id is the payload on a channel of the database; an empty payload means that some may have been lost. */
    public Flux<ServerSentEvent<String>> of(String channel, UUID id) {
        var moved = wakeups.on(channel)
                .filter(payload -> payload.isEmpty() || payload.equals(id.toString()))
                .onBackpressureLatest()
                .concatMap(
                        payload ->
                                Mono.just(moved()).concatWith(Mono.delay(PAUSE).then(Mono.empty())),
                        1)
                .takeUntilOther(ended.asMono());
        return LiveEvents.beating(moved);
    }

    private static ServerSentEvent<String> moved() {
        return ServerSentEvent.builder("").event("moved").build();
    }

    @Override
    public void start() {
        ended = Sinks.empty();
        started = true;
    }

    /** Open streams would hold up the end of the program. */
    @Override
    public void stop() {
        started = false;
        ended.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
