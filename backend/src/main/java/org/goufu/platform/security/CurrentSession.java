package org.goufu.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.server.context.ServerSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds out who is calling: the one look-up of a request, made when somebody first asks.
 *
 * <p>A bearer token wins over a cookie. A credential that is not valid (any more) makes the caller anonymous; whether anonymous
 * callers are welcome, the authorization table says.
 */
@Component
public class CurrentSession implements ServerSecurityContextRepository {
    private static final String FOUND = CurrentSession.class.getName();
    private static final String SCHEME = "Bearer ";

    private final Sessions sessions;
    private final SessionCache cache;
    private final SessionCookies cookies;

    CurrentSession(Sessions sessions, SessionCache cache, SessionCookies cookies) {
        this.sessions = sessions;
        this.cache = cache;
        this.cookies = cookies;
    }

    /** Empty for an anonymous caller. */
    public Mono<Session> of(ServerWebExchange exchange) {
        Mono<Session> known = exchange.getAttribute(FOUND);
        if (known != null) {
            return known;
        }
        var found = look(exchange).cache();
        exchange.getAttributes().put(FOUND, found);
        return found;
    }

    private Mono<Session> look(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return look(cookies.token(exchange), SessionKind.COOKIE, request);
        }
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? look(
                        SessionToken.parse(
                                authorization.substring(SCHEME.length()).strip()),
                        SessionKind.BEARER,
                        request)
                : Mono.empty();
    }

    private Mono<Session> look(@Nullable SessionToken token, SessionKind kind, ServerHttpRequest request) {
        if (token == null) {
            return Mono.empty();
        }
        var digest = token.digest();
        if (request.getMethod() != HttpMethod.GET) {
            return sessions.find(digest, kind);
        }
        return Mono.justOrEmpty(cache.find(digest, kind))
                .switchIfEmpty(Mono.defer(() -> sessions.find(digest, kind).doOnNext(cache::remember)));
    }

    @Override
    public Mono<SecurityContext> load(ServerWebExchange exchange) {
        return of(exchange).map(session -> new SecurityContextImpl(new SignedIn(session)));
    }

    /** Sessions are opened by signing in and in no other way. */
    @Override
    public Mono<Void> save(ServerWebExchange exchange, @Nullable SecurityContext context) {
        return Mono.empty();
    }
}
