package org.goufu.platform.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The two cookies of a browser: the session's, which scripts cannot read, and the token against forged requests, which they must.
 *
 * <p>Over https the session's name begins with {@code __Host-}, which makes browsers refuse it from anybody but this very host.
 */
@Component
public class SessionCookies {
    static final String PLAIN = "goufu";
    static final String SECURE = "__Host-goufu";
    static final String CSRF = "XSRF-TOKEN";

    private final SecurityProperties properties;
    private final ClientAddress clients;

    SessionCookies(SecurityProperties properties, ClientAddress clients) {
        this.properties = properties;
        this.clients = clients;
    }

    public void set(ServerWebExchange exchange, SessionToken token) {
        write(exchange, token, properties.sessionLife());
    }

    /** Repeats the token against forged requests; does nothing for a caller without a session's cookie. */
    public void repeatCsrf(ServerWebExchange exchange) {
        var token = token(exchange);
        if (token != null) {
            csrf(exchange, token.csrf(), properties.sessionLife());
        }
    }

    public void clear(ServerWebExchange exchange) {
        write(exchange, new SessionToken(""), Duration.ZERO);
    }

    @Nullable
    SessionToken token(ServerWebExchange exchange) {
        var cookie = exchange.getRequest().getCookies().getFirst(name(exchange));
        return cookie == null ? null : SessionToken.parse(cookie.getValue());
    }

    private void write(ServerWebExchange exchange, SessionToken token, Duration life) {
        exchange.getResponse()
                .addCookie(ResponseCookie.from(name(exchange), token.value())
                        .httpOnly(true)
                        .secure(isSecure(exchange))
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build());
        csrf(exchange, life.isZero() ? "" : token.csrf(), life);
    }

    private void csrf(ServerWebExchange exchange, String value, Duration life) {
        exchange.getResponse()
                .addCookie(ResponseCookie.from(CSRF, value)
                        .secure(isSecure(exchange))
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build());
    }

    private String name(ServerWebExchange exchange) {
        return isSecure(exchange) ? SECURE : PLAIN;
    }

    private boolean isSecure(ServerWebExchange exchange) {
        return properties.secureCookies() || clients.isSecure(exchange.getRequest());
    }
}
