package org.goufu.platform.security;

import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers every address of the pages with the one page that knows them all; files have a dot in their name. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PagesFilter implements WebFilter {
    private static final String PAGE = "/index.html";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!isPage(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        var page = exchange.getRequest().mutate().path(PAGE).build();
        return chain.filter(exchange.mutate().request(page).build());
    }

    private static boolean isPage(ServerHttpRequest request) {
        var path = request.getPath().pathWithinApplication();
        return READING.contains(request.getMethod()) && path.value().indexOf('.') < 0 && !AccessRules.isServers(path);
    }
}
