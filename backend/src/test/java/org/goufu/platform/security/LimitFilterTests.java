package org.goufu.platform.security;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.ProblemException;
import org.goufu.kernel.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class LimitFilterTests {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final SecurityProperties PROPERTIES = new SecurityProperties(false, 0, false, HOUR, HOUR, HOUR);
    private static final WebFilterChain SERVED = exchange -> Mono.empty();

    private final ClientAddress clients = new ClientAddress(PROPERTIES);
    private final Actor actor =
            new Actor(UUID.randomUUID(), "officer", "", Set.of(Role.DEPARTMENT_OFFICER), null, null, null);
    private LimitFilter filter;

    @BeforeEach
    void allowThreeForStrangersAndFiveForPeople() {
        var known = new Sessions() {
            @Override
            public Mono<Session> find(String digest, SessionKind kind) {
                return Mono.just(new Session(digest, kind, actor, Instant.MAX));
            }

            @Override
            public Mono<Session> look(String digest, SessionKind kind) {
                return find(digest, kind);
            }
        };
        var sessions =
                new CurrentSession(known, new SessionCache(Flux.empty()), new SessionCookies(PROPERTIES, clients));
        filter = new LimitFilter(sessions, clients, new LimitProperties(true, 2, 4, 1, 0, 0));
    }

    private static MockServerHttpRequest.BaseBuilder<?> get(String path, String address) {
        return MockServerHttpRequest.get(path).remoteAddress(new InetSocketAddress(address, 4711));
    }

    private void served(MockServerHttpRequest.BaseBuilder<?> request, int times) {
        for (int i = 0; i < times; i++) {
            StepVerifier.create(filter.filter(MockServerWebExchange.from(request.build()), SERVED))
                    .verifyComplete();
        }
    }

    private void refused(MockServerHttpRequest.BaseBuilder<?> request) {
        StepVerifier.create(filter.filter(MockServerWebExchange.from(request.build()), SERVED))
                .verifyErrorMatches(failure -> failure instanceof ProblemException problem
                        && "http/too-many".equals(problem.getMessage())
                        && problem.arguments().getFirst() instanceof Integer wait
                        && wait > 0);
    }

    @Test
    void countsStrangersByTheirAddress() {
        served(get("/api/regions", "203.0.113.1"), 3);
        refused(get("/api/regions", "203.0.113.1"));
        served(get("/api/regions", "203.0.113.2"), 1);
    }

    @Test
    void countsPeopleByTheirAccountWhereverTheyAre() {
        var token = "Bearer " + SessionToken.random().value();
        served(get("/api/regions", "203.0.113.3").header("Authorization", token), 3);
        served(get("/api/regions", "203.0.113.4").header("Authorization", token), 2);
        refused(get("/api/regions", "203.0.113.5").header("Authorization", token));
    }

    @Test
    void neverRefusesAPageOrAProbe() {
        served(get("/notices", "203.0.113.6"), 20);
        served(get("/actuator/health/liveness", "203.0.113.6"), 20);
    }
}
