package org.goufu.ledger;

import java.util.concurrent.atomic.AtomicReference;
import org.goufu.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets visitors see a database that somebody has tampered with: rows are changed before each answer of the ledger, and everything is taken
 * back after it.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
final class TamperingFilter implements WebFilter {
    private final Transactions transactions;
    private final AtomicReference<@Nullable Mono<Void>> deed = new AtomicReference<>();

    TamperingFilter(Transactions transactions) {
        this.transactions = transactions;
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Until {@link #honest}. */
    void become(Mono<Void> tampering) {
        deed.set(tampering);
    }

    void honest() {
        deed.set(null);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var tampering = deed.get();
        var path = exchange.getRequest().getPath().value();
        if (tampering == null || !path.startsWith("/api/ledger/") && !path.endsWith("/bundle")) {
            return chain.filter(exchange);
        }
        return transactions
                .write(tampering.then(chain.filter(exchange)).then(Mono.<Void>error(new TakenBack())))
                .onErrorResume(TakenBack.class, takenBack -> Mono.empty());
    }
}
