package org.goufu.platform.http;

import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives the failures of the actuator, which have a form of their own, the form of all others. */
@Component
@Order(0)
class LibraryProblemsFilter implements WebFilter {
    private static final String ACTUATOR = "/actuator/";

    private final ProblemWriter problems;

    LibraryProblemsFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().startsWith(ACTUATOR)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate().response(new Answer(exchange)).build());
    }

    private final class Answer extends ServerHttpResponseDecorator {
        private final ServerWebExchange exchange;

        Answer(ServerWebExchange exchange) {
            super(exchange.getResponse());
            this.exchange = exchange;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return failed()
                    ? Flux.from(body).doOnNext(DataBufferUtils::release).then(problem())
                    : super.writeWith(body);
        }

        @Override
        public Mono<Void> setComplete() {
            return failed() ? problem() : super.setComplete();
        }

        private boolean failed() {
            var status = getStatusCode();
            return status != null && status.isError();
        }

        private Mono<Void> problem() {
            HttpStatusCode status = getStatusCode() == null ? HttpStatus.INTERNAL_SERVER_ERROR : getStatusCode();
            return problems.handle(exchange, new ResponseStatusException(status));
        }
    }
}
