package org.goufu.platform.security;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;

/** Lets in whom the table admits. */
final class TableAuthorization implements ReactiveAuthorizationManager<AuthorizationContext> {
    private static final String METRICS = "/actuator/prometheus";

    private final SecurityProperties properties;
    private final ClientAddress clients;

    TableAuthorization(SecurityProperties properties, ClientAddress clients) {
        this.properties = properties;
        this.clients = clients;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
        var audience = AccessFilter.audience(context.getExchange());
        if (audience.open() || isLocalCollector(context)) {
            return Mono.just(new AuthorizationDecision(true));
        }
        return caller.cast(SignedIn.class)
                .map(signedIn -> audience.admits(signedIn.getPrincipal().actor()))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }

    private boolean isLocalCollector(AuthorizationContext context) {
        var request = context.getExchange().getRequest();
        return properties.metricsFromLoopback()
                && METRICS.equals(request.getPath().value())
                && clients.isLoopback(request);
    }
}
