package org.goufu.ledger.http;

import java.util.Set;
import org.goufu.ledger.LedgerProblem;
import org.goufu.ledger.usecase.Soundness;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets people read, sign in and out, and nothing else while the ledger is halted: what was accepted on top of an old backup would stand
 * beside what was accepted after it.
 */
@Component
@Order(5)
class HaltedFilter implements WebFilter {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> COMING_AND_GOING = Set.of("/api/session", "/api/tokens", "/api/tokens/current");

    private final Soundness soundness;

    HaltedFilter(Soundness soundness) {
        this.soundness = soundness;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        boolean free = READING.contains(request.getMethod())
                || COMING_AND_GOING.contains(
                        request.getPath().pathWithinApplication().value());
        return free
                ? chain.filter(exchange)
                : soundness
                        .whyHalted()
                        .flatMap(why -> Mono.<Void>error(LedgerProblem.HALTED.raise()))
                        .then(chain.filter(exchange));
    }
}
