package org.goufu.account.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Instant;
import org.goufu.account.usecase.Attempt;
import org.goufu.account.usecase.SignIn;
import org.goufu.account.usecase.SignOut;
import org.goufu.platform.security.ClientAddress;
import org.goufu.platform.security.Session;
import org.goufu.platform.security.SessionKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A program's token. */
@RestController
@RequestMapping("/api/tokens")
class TokenController {
    private final SignIn signIn;
    private final SignOut signOut;
    private final ClientAddress clients;

    TokenController(SignIn signIn, SignOut signOut, ClientAddress clients) {
        this.signIn = signIn;
        this.signOut = signOut;
        this.clients = clients;
    }

    /** A new token; it is shown this once. */
    record Token(String token, Instant expiresAt, AccountView account) {
        static Token of(SignIn.Opened opened) {
            var session = opened.session();
            return new Token(opened.token().value(), session.expiresAt(), AccountView.of(session.actor()));
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Signs a program in with a bearer token")
    Mono<Token> open(@Valid @RequestBody SignInRequest body, ServerHttpRequest request) {
        var attempt = new Attempt(body.username(), body.password(), clients.of(request));
        return signIn.by(attempt, SessionKind.BEARER).map(Token::of);
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes the token that the call carries")
    Mono<Void> revoke(Session session) {
        return signOut.of(session);
    }
}
