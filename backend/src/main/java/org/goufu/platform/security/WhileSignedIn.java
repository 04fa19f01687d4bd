package org.goufu.platform.security;

import java.time.Duration;
import org.goufu.platform.database.Wakeups;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends a stream with the session that opened it: at a sign-out at once, and within one look when the session has run out or its account
 * is another's, of other roles, or disabled. A browser then asks again by itself, and is refused or heard as who it is now.
 */
@Component
public class WhileSignedIn {
    static final Duration LOOK = Duration.ofSeconds(15);

    private final Sessions sessions;
    private final Flux<String> revoked;

    @Autowired
    WhileSignedIn(Sessions sessions, Wakeups wakeups) {
        this(sessions, Flux.defer(() -> wakeups.on(SessionCache.REVOKED)));
    }

    WhileSignedIn(Sessions sessions, Flux<String> revoked) {
        this.sessions = sessions;
        this.revoked = revoked;
    }

    public <T> Flux<T> of(Session session, Flux<T> events) {
        return events.takeUntilOther(over(session));
    }

    private Mono<Boolean> over(Session session) {
        var signOuts = revoked.filter(digest -> digest.equals(session.digest()));
        return Flux.merge(Flux.interval(LOOK), signOuts)
                .onBackpressureLatest()
                .concatMap(look -> stands(session), 1)
                .filter(stands -> !stands)
                .next();
    }

    /** While the database is out of reach nobody knows, and nothing is told either. */
    private Mono<Boolean> stands(Session session) {
        return sessions.look(session.digest(), session.kind())
                .map(now -> now.actor().equals(session.actor()))
                .defaultIfEmpty(false)
                .onErrorReturn(true);
    }
}
