package org.goufu.search.index;

import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.JsonpSerializable;
import co.elastic.clients.json.SimpleJsonpMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.goufu.kernel.ProblemException;
import org.goufu.search.SearchProblem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolAcquirePendingLimitException;
import reactor.pool.PoolBuilder;
import reactor.util.retry.Retry;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way to Elasticsearch.
 *
 * <p>Every failure of the server or of the way to it (no connection, no answer in time, 429, 5xx, an index that is not there yet)
 * becomes {@code search/unavailable}; a request that the server refuses becomes {@link Refused}.
 */
@Component
public class Elastic {
    private static final Logger LOG = LoggerFactory.getLogger(Elastic.class);

    /** Reads and writes documents as they are sent. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final JsonpMapper REQUESTS = SimpleJsonpMapper.INSTANCE;
    private static final int WAITING = 200;
    private static final int NOT_FOUND = 404;

    /** Kinds of calls: each has its own patience and its own share of the sixteen calls that may be under way. */
    public enum Lane {
        SEARCH(9),
        BULK(4),
        MANAGE(3);

        private final int calls;

        Lane(int calls) {
            this.calls = calls;
        }

        int calls() {
            return calls;
        }
    }

    private final Nodes nodes;
    private final SearchSettings settings;
    private final Breaker breaker = new Breaker(System::nanoTime);
    private final Map<Lane, InstrumentedPool<Lane>> permits = new EnumMap<>(Lane.class);

    public Elastic(Nodes nodes, SearchSettings settings) {
        this.nodes = nodes;
        this.settings = settings;
        for (var lane : Lane.values()) {
            permits.put(
                    lane,
                    PoolBuilder.from(Mono.just(lane))
                            .sizeBetween(0, lane.calls)
                            .maxPendingAcquire(WAITING)
                            .buildPool());
        }
    }

    /** One search; only what {@code filterPath} names comes back. */
    public <T> Mono<T> search(String index, JsonpSerializable request, String filterPath, Class<T> answer) {
        return send(Lane.SEARCH, "POST", "/" + index + "/_search", Map.of("filter_path", filterPath), bytes(request))
                .map(body -> JSON.readValue(body, answer));
    }

    /** A body that is already JSON, or lines of it for a bulk or multi-search; null for none. */
    public Mono<byte[]> send(
            Lane lane, String method, String path, Map<String, String> parameters, byte @Nullable [] body) {
        return Mono.defer(() -> breaker.permits() ? guarded(lane, method, path, parameters, body) : unavailable());
    }

    /** Asks a server that cannot serve for a moment again: what takes an hour must not end for it. */
    static Retry againWhileBusy(long times, Duration first, Duration longest) {
        return Retry.backoff(times, first)
                .maxBackoff(longest)
                .filter(failure ->
                        failure instanceof ProblemException problem && problem.problem() == SearchProblem.UNAVAILABLE)
                .onRetryExhaustedThrow((retry, signal) -> signal.failure());
    }

    /** Whether calls are withheld because the server did not answer lately. */
    public boolean isDown() {
        return breaker.isOpen();
    }

    private Mono<byte[]> guarded(
            Lane lane, String method, String path, Map<String, String> parameters, byte @Nullable [] body) {
        var question = new Nodes.Question(method, path, parameters, body);
        return pool(lane)
                .withPoolable(permit -> nodes.ask(question))
                .single()
                .timeout(patience(lane))
                .flatMap(this::accepted)
                .onErrorMap(failure -> !(failure instanceof Refused), this::unavailable)
                .onErrorMap(
                        failure -> lane == Lane.SEARCH && isMissing(failure),
                        missing -> SearchProblem.UNAVAILABLE.raise());
    }

    /** In the first minute of a new platform, before its index is built. */
    private static boolean isMissing(Throwable failure) {
        return failure instanceof Refused refused && refused.status() == NOT_FOUND;
    }

    private InstrumentedPool<Lane> pool(Lane lane) {
        var pool = permits.get(lane);
        if (pool == null) throw new IllegalStateException(lane.name());
        return pool;
    }

    private Duration patience(Lane lane) {
        return switch (lane) {
            case SEARCH -> settings.searchWithin();
            case BULK -> settings.bulkWithin();
            case MANAGE -> settings.manageWithin();
        };
    }

    private Mono<byte[]> accepted(Nodes.Answer answer) {
        int status = answer.status();
        if (status == 429 || status >= 500) return Mono.error(new IOException("status " + status));
        breaker.succeeded();
        return status < 400
                ? Mono.just(answer.body())
                : Mono.error(new Refused(status, new String(answer.body(), StandardCharsets.UTF_8)));
    }

    private Throwable unavailable(Throwable failure) {
        // Said while it is news; once the breaker is open, it is known.
        if (!breaker.isOpen()) LOG.warn("Elasticsearch cannot serve: {}", failure.toString());
        if (!(failure instanceof PoolAcquirePendingLimitException)) {
            breaker.failed();
        }
        return SearchProblem.UNAVAILABLE.raise();
    }

    private static <T> Mono<T> unavailable() {
        return Mono.error(SearchProblem.UNAVAILABLE::raise);
    }

    /** A request of the typed client as the bytes that are sent. */
    public static byte[] bytes(JsonpSerializable request) {
        var out = new ByteArrayOutputStream(4096);
        try (var generator = REQUESTS.jsonProvider().createGenerator(out)) {
            request.serialize(generator, REQUESTS);
        }
        return out.toByteArray();
    }
}
