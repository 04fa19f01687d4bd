package org.goufu.platform.http;

import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every failure of the whole chain, filters included, with a problem document. */
@Component
@Order(-10)
public class ProblemWriter implements WebExceptionHandler {
    private static final MediaType PROBLEM = new MediaType("application", "problem+json", StandardCharsets.UTF_8);

    private final ProblemRenderer renderer;
    private final JsonMapper json;

    ProblemWriter(ProblemRenderer renderer, JsonMapper json) {
        this.renderer = renderer;
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        var path = exchange.getRequest().getPath().value();
        var rendered = renderer.render(failure, path, Languages.of(exchange));
        response.setStatusCode(rendered.status());
        if (failure instanceof ErrorResponse described) {
            // Which methods a path has, which types it takes.
            response.getHeaders().putAll(described.getHeaders());
        }
        response.getHeaders().setContentType(PROBLEM);
        response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        response.getHeaders().remove(HttpHeaders.ETAG);
        response.getHeaders().setCacheControl("no-store");
        if (rendered.retryAfter() != null) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(rendered.retryAfter()));
        }
        var body = json.writeValueAsBytes(rendered.document());
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
