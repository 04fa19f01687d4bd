package org.goufu.account.usecase;

import org.goufu.platform.database.Transactions;
import org.goufu.platform.security.Session;
import org.goufu.platform.security.SessionCache;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ends a session at once, everywhere. */
@Component
public class SignOut {
    private final OpenSessions sessions;
    private final SessionCache cache;
    private final Transactions transactions;

    SignOut(OpenSessions sessions, SessionCache cache, Transactions transactions) {
        this.sessions = sessions;
        this.cache = cache;
        this.transactions = transactions;
    }

    public Mono<Void> of(Session session) {
        return transactions
                .write(sessions.revoke(session.digest()))
                .doOnSuccess(done -> cache.forget(session.digest()));
    }
}
