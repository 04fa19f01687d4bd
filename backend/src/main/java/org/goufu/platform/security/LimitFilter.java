package org.goufu.platform.security;

import org.goufu.platform.http.HttpProblem;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts requests that the server itself answers: by account, or by address when nobody signed in. */
final class LimitFilter implements WebFilter {
    private static final String HEALTH = "/actuator/health";

    private final CurrentSession sessions;
    private final ClientAddress clients;
    private final Buckets anonymous;
    private final Buckets signedIn;

    LimitFilter(CurrentSession sessions, ClientAddress clients, LimitProperties limits) {
        this.sessions = sessions;
        this.clients = clients;
        this.anonymous = new Buckets(limits.anonymousPerMinute(), limits.anonymousPerMinute() + limits.burst());
        this.signedIn = new Buckets(limits.signedInPerMinute(), limits.signedInPerMinute() + limits.burst());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath();
        // Pages are files, and a probe that is refused would take a healthy server out of service.
        if (!AccessRules.isServers(path.pathWithinApplication()) || path.value().startsWith(HEALTH)) {
            return chain.filter(exchange);
        }
        return caller(exchange)
                .map(session -> signedIn.take(session.actor().accountId().toString()))
                .switchIfEmpty(Mono.fromSupplier(() -> anonymous.take(clients.of(exchange.getRequest()))))
                .flatMap(wait -> wait == 0 ? chain.filter(exchange) : Mono.error(HttpProblem.TOO_MANY.raise(wait)));
    }

    /** What everybody may read stays readable while the database, and with it every session, is out of reach. */
    private Mono<Session> caller(ServerWebExchange exchange) {
        var caller = sessions.of(exchange);
        return AccessFilter.audience(exchange).open() ? caller.onErrorComplete() : caller;
    }
}
