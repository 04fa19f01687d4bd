package org.goufu.platform.security;

import java.util.List;
import org.goufu.platform.http.HttpProblem;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds the row of the table before anybody is asked who he is: what does not exist is 404 for everybody. */
final class AccessFilter implements WebFilter {
    private static final String ROW = AccessFilter.class.getName();

    private final AccessRules rules;

    AccessFilter(AccessRules rules) {
        this.rules = rules;
    }

    /** Who may call; pages are for everybody. */
    static Audience audience(ServerWebExchange exchange) {
        Access row = exchange.getAttribute(ROW);
        return row == null ? Audience.PUBLIC : row.audience();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return switch (rules.ask(request.getMethod(), request.getPath())) {
            case AccessRules.Answer.Page page -> chain.filter(exchange);
            case AccessRules.Answer.Nothing nothing -> Mono.error(HttpProblem.NOT_FOUND.raise());
            case AccessRules.Answer.OtherMethods(var methods) ->
                Mono.error(new MethodNotAllowedException(request.getMethod(), methods));
            case AccessRules.Answer.Row(var access) -> enter(exchange, chain, access);
        };
    }

    private static Mono<Void> enter(ServerWebExchange exchange, WebFilterChain chain, Access access) {
        var request = exchange.getRequest();
        if (!sends(request, MediaType.APPLICATION_JSON_VALUE)
                && !(access.beside() != null && sends(request, access.beside()))) {
            return Mono.error(new UnsupportedMediaTypeStatusException(
                    request.getHeaders().getContentType(), List.of(MediaType.APPLICATION_JSON)));
        }
        exchange.getAttributes().put(ROW, access);
        return chain.filter(exchange);
    }

    /**
     * Other types than JSON can be sent by a form of any site without the browser asking us first. Where files are taken, the token of
     * the page is the lock ({@link CsrfFilter}).
     */
    private static boolean sends(ServerHttpRequest request, String type) {
        var sent = request.getHeaders().getFirst("Content-Type");
        return sent == null || sent.regionMatches(true, 0, type, 0, type.length());
    }
}
