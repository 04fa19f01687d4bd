package org.goufu.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.goufu.platform.http.HttpProblem;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses changes that another site made a browser send.
 *
 * <p>Two independent locks: what the browser itself says about where the request comes from, for everybody (signing in included);
 * and for cookie sessions a token that only our pages can read. Bearer tokens are never sent by a browser on its own.
 */
final class CsrfFilter implements WebFilter {
    static final String HEADER = "X-XSRF-TOKEN";
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final CurrentSession sessions;
    private final SessionCookies cookies;
    private final ClientAddress clients;

    CsrfFilter(CurrentSession sessions, SessionCookies cookies, ClientAddress clients) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.clients = clients;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (SAFE.contains(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        return sessions.of(exchange)
                .map(session -> isAllowed(session, exchange))
                .switchIfEmpty(Mono.fromSupplier(() -> isFromHere(exchange.getRequest())))
                .flatMap(allowed -> allowed ? chain.filter(exchange) : Mono.error(HttpProblem.CSRF.raise()));
    }

    private boolean isAllowed(Session session, ServerWebExchange exchange) {
        return session.kind() == SessionKind.BEARER || carriesToken(exchange) && isFromHere(exchange.getRequest());
    }

    /** Programs send neither header; a browser always sends one of them with a change. */
    private boolean isFromHere(ServerHttpRequest request) {
        var site = request.getHeaders().getFirst("Sec-Fetch-Site");
        if (site != null) {
            return OWN_SITES.contains(site);
        }
        var origin = request.getHeaders().getOrigin();
        return origin == null || origin.equals(clients.origin(request));
    }

    private boolean carriesToken(ServerWebExchange exchange) {
        var sent = exchange.getRequest().getHeaders().getFirst(HEADER);
        var token = cookies.token(exchange);
        return sent != null
                && token != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), token.csrf().getBytes(StandardCharsets.UTF_8));
    }
}
