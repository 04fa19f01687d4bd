package org.goufu.platform.security;

import java.time.Duration;
import java.util.Map;
import org.goufu.kernel.RecentlyUsed;
import org.goufu.platform.database.Wakeups;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/**
 * Remembers for a few seconds whose token it is, for reads only: a page that asks ten things at once costs one look-up.
 *
 * <p>A revoked session is forgotten at once here, and by a wake-up on the other instances.
 */
@Component
public class SessionCache implements DisposableBean {
    /** The wake-up whose payload is the digest of a revoked session. */
    public static final String REVOKED = "goufu_session_revoked";

    static final Duration KEPT = Duration.ofSeconds(5);
    private static final int LARGEST = 10_000;

    private final Map<String, Known> entries = new RecentlyUsed<>(LARGEST);
    private final Disposable hearing;

    /** A revoked entry outlives the look-ups that were under way when the session was revoked. */
    private record Known(@Nullable Session session, long until) {}

    @Autowired
    SessionCache(Wakeups wakeups) {
        this(wakeups.on(REVOKED));
    }

    /** An empty wake-up only says that some may have been missed; by then the entries have run out. */
    SessionCache(Flux<String> revoked) {
        this.hearing = revoked.filter(digest -> !digest.isEmpty()).subscribe(this::forget);
    }

    synchronized @Nullable Session find(String digest, SessionKind kind) {
        var entry = entries.get(digest);
        if (entry == null || entry.until() < System.nanoTime()) {
            return null;
        }
        var session = entry.session();
        return session != null && session.kind() == kind ? session : null;
    }

    synchronized void remember(Session session) {
        var known = entries.get(session.digest());
        if (known == null || known.until() < System.nanoTime() || known.session() != null) {
            entries.put(session.digest(), new Known(session, System.nanoTime() + KEPT.toNanos()));
        }
    }

    /** To be called when the session is revoked, after the commit. */
    public synchronized void forget(String digest) {
        entries.put(digest, new Known(null, System.nanoTime() + 2 * KEPT.toNanos()));
    }

    @Override
    public void destroy() {
        hearing.dispose();
    }
}
