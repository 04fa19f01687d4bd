package org.goufu.account.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.goufu.account.Affiliations;
import org.goufu.account.usecase.Attempt;
import org.goufu.account.usecase.SignIn;
import org.goufu.account.usecase.SignOut;
import org.goufu.platform.security.ClientAddress;
import org.goufu.platform.security.Session;
import org.goufu.platform.security.SessionCookies;
import org.goufu.platform.security.SessionKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A browser's session. */
@RestController
@RequestMapping("/api/session")
class SessionController {
    private final SignIn signIn;
    private final SignOut signOut;
    private final SessionCookies cookies;
    private final ClientAddress clients;
    private final Affiliations affiliations;

    SessionController(
            SignIn signIn, SignOut signOut, SessionCookies cookies, ClientAddress clients, Affiliations affiliations) {
        this.signIn = signIn;
        this.signOut = signOut;
        this.cookies = cookies;
        this.clients = clients;
        this.affiliations = affiliations;
    }

    /** The token is always a new one, and the session that the browser had before ends: nobody can plant one. */
    @PostMapping
    @Operation(summary = "Signs a browser in with a session's cookie")
    Mono<Me> open(@Valid @RequestBody SignInRequest body, @Nullable Session before, ServerWebExchange exchange) {
        var attempt = new Attempt(body.username(), body.password(), clients.of(exchange.getRequest()));
        return signIn.by(attempt, SessionKind.COOKIE)
                .delayUntil(opened -> end(before))
                .doOnNext(opened -> cookies.set(exchange, opened.token()))
                .map(opened -> opened.session().actor())
                .flatMap(actor -> affiliations.of(actor).map(affiliation -> Me.of(actor, affiliation)));
    }

    /** Signing out twice is no mistake. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Signs a browser out")
    Mono<Void> close(@Nullable Session session, ServerWebExchange exchange) {
        return end(session).doOnSuccess(done -> cookies.clear(exchange));
    }

    @GetMapping("/csrf")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sets the cookie against forged requests anew")
    void csrf(ServerWebExchange exchange) {
        cookies.repeatCsrf(exchange);
    }

    private Mono<Void> end(@Nullable Session session) {
        return session == null || session.kind() == SessionKind.BEARER ? Mono.empty() : signOut.of(session);
    }
}
