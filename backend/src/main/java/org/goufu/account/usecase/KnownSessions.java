package org.goufu.account.usecase;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.goufu.account.usecase.OpenSessions.Found;
import org.goufu.platform.database.Together;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.http.HttpProblem;
import org.goufu.platform.security.SecurityProperties;
import org.goufu.platform.security.Session;
import org.goufu.platform.security.SessionKind;
import org.goufu.platform.security.Sessions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finds the session of a request, and notes once a minute that it is still in use.
 *
 * <p>Every request is looked up anew; those that come at one moment share one statement.
 */
@Component
class KnownSessions implements Sessions {
    private static final int MOST = 256;
    private static final int AT_ONCE = 1;
    private static final int WAITING = 10_000;

    private final OpenSessions sessions;
    private final Transactions transactions;
    private final SecurityProperties properties;
    private final Together<String, Optional<Found>> together =
            Together.reading(MOST, AT_ONCE, WAITING, this::find, HttpProblem.UNAVAILABLE::raise);

    KnownSessions(OpenSessions sessions, Transactions transactions, SecurityProperties properties) {
        this.sessions = sessions;
        this.transactions = transactions;
        this.properties = properties;
    }

    @Override
    public Mono<Session> find(String digest, SessionKind kind) {
        return found(digest, kind)
                .delayUntil(found -> found.seenLongAgo() ? transactions.write(sessions.seen(digest)) : Mono.empty())
                .map(Found::session);
    }

    @Override
    public Mono<Session> look(String digest, SessionKind kind) {
        return found(digest, kind).map(Found::session);
    }

    private Mono<Found> found(String digest, SessionKind kind) {
        return together.with(digest)
                .flatMap(Mono::justOrEmpty)
                .filter(found -> found.session().kind() == kind);
    }

    private Mono<List<Optional<Found>>> find(Collection<String> digests) {
        return sessions.find(digests, properties.idle())
                .collectMap(found -> found.session().digest())
                .map(found -> digests.stream()
                        .map(digest -> Optional.ofNullable(found.get(digest)))
                        .toList());
    }
}
