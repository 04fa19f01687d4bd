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
        if (!isJson(exchange.getRequest())) {
            return Mono.error(new UnsupportedMediaTypeStatusException(
                    exchange.getRequest().getHeaders().getContentType(), List.of(MediaType.APPLICATION_JSON)));
        }
        exchange.getAttributes().put(ROW, access);
        return chain.filter(exchange);
    }

    /** Other types can be sent by a form of any site without the browser asking us first. */
    private static boolean isJson(ServerHttpRequest request) {
        var type = request.getHeaders().getFirst("Content-Type");
        return type == null || type.regionMatches(true, 0, "application/json", 0, "application/json".length());
    }
}
