package org.goufu.platform.security;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.goufu.platform.time.ToldTime;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Puts the security headers on every answer, errors and files included.
 *
 * <p>They are set when the answer is about to leave, so that nothing that ran before can have lost them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HeadersFilter implements WebFilter {
    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    /** The API browser writes its styles into the page. */
    static final String API_BROWSER_POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    /** The verifier that people save carries its script and its styles in itself, and connects to nothing. */
    static final String SINGLE_FILE_POLICY =
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The platform's time: what pages count by, for the clock of a visitor's computer may be wrong by a year. */
    static final String NOW = "Goufu-Now";

    private static final String SINGLE_FILE = "/goufu-verify.html";
    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy",
                    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
                            + "payment=(), usb=()");
    private static final String ONE_YEAR_OF_HTTPS = "max-age=31536000; includeSubDomains";
    private static final String NEVER_CHANGES = "public, max-age=31536000, immutable";

    private static final String NOT_KEPT = "no-store";

    private final ClientAddress clients;
    private final ToldTime time;

    HeadersFilter(ClientAddress clients, ToldTime time) {
        this.clients = clients;
        this.time = time;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> dress(exchange)));
        return chain.filter(exchange);
    }

    private void dress(ServerWebExchange exchange) {
        var headers = exchange.getResponse().getHeaders();
        var path = exchange.getRequest().getPath().value();
        ALWAYS.forEach(headers::set);
        // A controller may ask for less than the common policy allows, as a printable form does for its own style.
        if (!headers.containsHeader(CONTENT_SECURITY_POLICY)) {
            headers.set(CONTENT_SECURITY_POLICY, policy(path));
        }
        if (clients.isSecure(exchange.getRequest())) {
            headers.set("Strict-Transport-Security", ONE_YEAR_OF_HTTPS);
        }
        keep(exchange, headers, path);
        // What is kept anywhere would tell the time at which it was kept.
        if (path.startsWith("/api/") && NOT_KEPT.equals(headers.getCacheControl())) {
            time.now()
                    .ifPresent(now ->
                            headers.set(NOW, now.truncatedTo(ChronoUnit.MILLIS).toString()));
        }
    }

    /** Answers of the API are for the caller alone unless a controller says otherwise; built files carry their digest in the name. */
    private static void keep(ServerWebExchange exchange, HttpHeaders headers, String path) {
        var status = exchange.getResponse().getStatusCode();
        var failed = status != null && status.isError();
        if (path.startsWith("/assets/") && !failed) {
            headers.setCacheControl(NEVER_CHANGES);
        } else if (headers.getCacheControl() == null) {
            headers.setCacheControl(path.startsWith("/api/") || failed ? NOT_KEPT : "no-cache");
        }
    }

    private static String policy(String path) {
        if (path.equals(SINGLE_FILE)) return SINGLE_FILE_POLICY;
        return path.startsWith("/swagger-ui") ? API_BROWSER_POLICY : CONTENT_POLICY;
    }
}
