package org.goufu.account.usecase;

import org.goufu.platform.database.Transactions;
import org.goufu.platform.security.SecurityProperties;
import org.goufu.platform.security.Session;
import org.goufu.platform.security.SessionKind;
import org.goufu.platform.security.Sessions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the session of a request, and notes once a minute that it is still in use. */
@Component
class KnownSessions implements Sessions {
    private final OpenSessions sessions;
    private final Transactions transactions;
    private final SecurityProperties properties;

    KnownSessions(OpenSessions sessions, Transactions transactions, SecurityProperties properties) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.properties = properties;
    }

    @Override
    public Mono<Session> find(String digest, SessionKind kind) {
        return sessions.find(digest, kind, properties.idle())
                .delayUntil(found -> found.seenLongAgo() ? transactions.write(sessions.seen(digest)) : Mono.empty())
                .map(OpenSessions.Found::session);
    }
}
