package org.goufu.platform.security;

import static org.goufu.platform.security.WhileSignedIn.LOOK;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class WhileSignedInTests {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Session SESSION = of(Role.DEPARTMENT_OFFICER);

    private final AtomicReference<Mono<Session>> known = new AtomicReference<>(Mono.just(SESSION));
    private final Sinks.Many<String> revoked = Sinks.many().multicast().directBestEffort();

    private static Session of(Role role) {
        var actor = new Actor(new UUID(1, 1), "officer", "经办人", Set.of(role), new UUID(2, 2), null, null);
        return new Session("a1", SessionKind.COOKIE, actor, Instant.EPOCH);
    }

    private Flux<String> stream() {
        var sessions = new Sessions() {
            @Override
            public Mono<Session> find(String digest, SessionKind kind) {
                return Mono.error(new AssertionError("a stream is no use of the session"));
            }

            @Override
            public Mono<Session> look(String digest, SessionKind kind) {
                return Mono.defer(known::get);
            }
        };
        return new WhileSignedIn(sessions, revoked.asFlux()).of(SESSION, Flux.never());
    }

    private void turns(Mono<Session> next) {
        StepVerifier.withVirtualTime(this::stream)
                .expectSubscription()
                .expectNoEvent(LOOK.multipliedBy(4))
                .then(() -> known.set(next))
                .thenAwait(LOOK)
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void itEndsSoonWhenTheSessionIsOver() {
        turns(Mono.empty());
    }

    @Test
    void itEndsSoonWhenTheRolesAreOthers() {
        turns(Mono.just(of(Role.DEPARTMENT_APPROVER)));
    }

    @Test
    void itEndsAtOnceWithItsOwnSignOutAndNoOther() {
        StepVerifier.withVirtualTime(this::stream)
                .expectSubscription()
                .then(() -> revoked.tryEmitNext("b2"))
                .expectNoEvent(LOOK.dividedBy(3))
                .then(() -> known.set(Mono.empty()))
                .then(() -> revoked.tryEmitNext("a1"))
                .expectComplete()
                .verify(LIMIT);
    }

    /** Nobody knows then, and nothing is told either. */
    @Test
    void itStandsWhileTheDatabaseIsOutOfReach() {
        StepVerifier.withVirtualTime(this::stream)
                .expectSubscription()
                .then(() -> known.set(Mono.error(new IllegalStateException("gone"))))
                .expectNoEvent(LOOK.multipliedBy(3))
                .thenCancel()
                .verify(LIMIT);
    }
}
