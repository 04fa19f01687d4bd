package org.goufu.platform.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.http.IdempotencyKeys.Answer;
import org.goufu.platform.http.IdempotencyKeys.Ask;
import org.goufu.platform.http.IdempotencyKeys.Holder;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Carries a POST with an {@code Idempotency-Key} out once, and gives the same answer to every repetition.
 *
 * <p>A caller who goes away does not stop the deed, so it can ask again and learn how it ended. Uploads are not held back to be
 * compared: the file store gives the same file again for the same content.
 */
@Component
@Order(10)
class IdempotencyFilter implements WebFilter {
    static final String HEADER = "Idempotency-Key";
    static final String REPEATED = "Idempotency-Repeated";
    /** Of the largest form that is posted ({@link LargeForm}); which form it is is not known here. */
    static final int LARGEST_BODY = 1024 * 1024;

    static final int LONGEST_KEY = 200;
    static final Set<String> SECRETS = Set.of("/api/tokens", "/api/session");

    /** They answer with a code that opens an account: shown once, and kept as a digest alone (decision 0017). */
    private static final List<PathPattern> SHOWN_ONCE = Stream.of(
                    "/api/filings/{id}/contact",
                    "/api/evaluators/{id}/invitation",
                    "/api/operations/supervisors/{id}/invitation")
            .map(PathPatternParser.defaultInstance::parse)
            .toList();

    private static final String MULTIPART = "multipart/form-data";

    private final IdempotencyKeys keys;

    IdempotencyFilter(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var key = request.getHeaders().getFirst(HEADER);
        if (key == null || request.getMethod() != HttpMethod.POST || isSecret(request) || isUpload(request)) {
            return chain.filter(exchange);
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            return Mono.error(HttpProblem.PARAMETER_INVALID.raise(List.of(FieldProblem.of(HEADER, "size")), HEADER));
        }
        return owner().flatMap(owner -> owner.isEmpty()
                ? chain.filter(exchange)
                : body(request)
                        .flatMap(body -> once(exchange, chain, new Ask(owner, key, digest(request, body)), body)));
    }

    /** What signing in answers must not be kept: it is a secret. */
    private static boolean isSecret(ServerHttpRequest request) {
        return SECRETS.contains(request.getPath().value());
    }

    private static boolean isUpload(ServerHttpRequest request) {
        var type = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length());
    }

    /** Empty text for nobody, who has nothing to create. */
    private static Mono<String> owner() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .map(caller -> caller.getName())
                .defaultIfEmpty("");
    }

    private static Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), LARGEST_BODY)
                .map(RepeatedRequest::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, large -> HttpProblem.TOO_LARGE.raise());
    }

    private static String digest(ServerHttpRequest request, byte[] body) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(asked(request).getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            return HexFormat.of().formatHex(sha256.digest(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String asked(ServerHttpRequest request) {
        var query = request.getURI().getRawQuery();
        return request.getURI().getRawPath() + (query == null ? "" : "?" + query);
    }

    private Mono<Void> once(ServerWebExchange exchange, WebFilterChain chain, Ask ask, byte[] body) {
        return keys.claim(ask)
                .switchIfEmpty(Mono.error(() -> HttpProblem.KEY_IN_PROGRESS.raise()))
                .flatMap(holder -> switch (holder) {
                    case Holder.Mine(var claim) -> carryOut(exchange, chain, claim, body);
                    case Holder.Earlier earlier -> repeat(exchange, earlier);
                });
    }

    private Mono<Void> carryOut(ServerWebExchange exchange, WebFilterChain chain, UUID claim, byte[] body) {
        var repeated = exchange.mutate()
                .request(new RepeatedRequest(exchange.getRequest(), body))
                .response(new RecordedResponse(
                        exchange.getResponse(),
                        isShownOnce(exchange.getRequest())
                                ? answer -> keepNone(claim, answer)
                                : answer -> keep(claim, answer)))
                .build();
        var work = chain.filter(repeated)
                .contextWrite(Transactions.joinedBy(keys.mark(claim)))
                .onErrorResume(failure -> keys.release(claim).onErrorComplete().then(Mono.error(failure)));
        return Mono.deferContextual(
                context -> Mono.fromFuture(work.contextWrite(context).toFuture(), true));
    }

    /** Only success is worth repeating; after a refusal the same key may be tried again. */
    private Mono<Void> keep(UUID claim, Answer answer) {
        var kept = answer.status() < 300 ? keys.answer(claim, answer) : keys.release(claim);
        return kept.contextWrite(Transactions.joinedBy(Mono.empty())).onErrorComplete();
    }

    /** A repetition learns that it was done, and asks for a new code. */
    private Mono<Void> keepNone(UUID claim, Answer answer) {
        return answer.status() < 300 ? Mono.empty() : keep(claim, answer);
    }

    private static boolean isShownOnce(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication();
        return SHOWN_ONCE.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static Mono<Void> repeat(ServerWebExchange exchange, Holder.Earlier earlier) {
        if (!earlier.sameRequest()) {
            return Mono.error(HttpProblem.KEY_REUSED.raise());
        }
        var answer = earlier.answer();
        if (answer == null) {
            return Mono.error(
                    "DONE".equals(earlier.state())
                            ? HttpProblem.KEY_DONE.raise()
                            : HttpProblem.KEY_IN_PROGRESS.raise());
        }
        var response = exchange.getResponse();
        response.setRawStatusCode(answer.status());
        set(response.getHeaders(), REPEATED, "true");
        set(response.getHeaders(), HttpHeaders.CONTENT_TYPE, answer.contentType());
        set(response.getHeaders(), HttpHeaders.LOCATION, answer.location());
        set(response.getHeaders(), HttpHeaders.ETAG, answer.etag());
        return answer.body().length == 0
                ? response.setComplete()
                : response.writeWith(Mono.just(response.bufferFactory().wrap(answer.body())));
    }

    private static void set(HttpHeaders headers, String name, @Nullable String value) {
        if (value != null) headers.set(name, value);
    }
}
