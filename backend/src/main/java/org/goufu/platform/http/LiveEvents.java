package org.goufu.platform.http;

import java.time.Duration;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Makes streams of server-sent events that proxies and browsers keep open. */
public final class LiveEvents {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration RECONNECT = Duration.ofSeconds(2);

    private LiveEvents() {}

    /** The first comment at once, so that everybody on the way knows that the stream stands; it ends with its events. */
    public static <T> Flux<ServerSentEvent<T>> beating(Flux<ServerSentEvent<T>> events) {
        var ended = Sinks.<Boolean>empty();
        var heartbeats = Flux.interval(Duration.ZERO, HEARTBEAT)
                .onBackpressureDrop()
                .map(beat -> LiveEvents.<T>heartbeat())
                .takeUntilOther(ended.asMono());
        return events.doFinally(signal -> ended.tryEmitEmpty()).mergeWith(heartbeats);
    }

    private static <T> ServerSentEvent<T> heartbeat() {
        return ServerSentEvent.<T>builder()
                .comment("heartbeat")
                .retry(RECONNECT)
                .build();
    }
}
