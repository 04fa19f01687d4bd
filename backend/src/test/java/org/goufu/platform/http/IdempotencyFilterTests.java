package org.goufu.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What of an answer is kept for a repetition. */
class IdempotencyFilterTests {
    private static final String CODE = "{\"code\":\"8KQ2M-7XPRT\"}";

    /** Every key is free; nothing is asked of a database. */
    private static final class Keys extends IdempotencyKeys {
        private final List<Answer> kept = new ArrayList<>();

        @SuppressWarnings("DataFlowIssue")
        Keys() {
            super(null, null);
        }

        @Override
        Mono<Holder> claim(Ask ask) {
            return Mono.just(new Holder.Mine(UUID.randomUUID()));
        }

        @Override
        Mono<Void> mark(UUID claim) {
            return Mono.empty();
        }

        @Override
        Mono<Void> answer(UUID claim, Answer answer) {
            kept.add(answer);
            return Mono.empty();
        }

        @Override
        Mono<Void> release(UUID claim) {
            return Mono.empty();
        }
    }

    private static Mono<Void> code(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.CREATED);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(CODE.getBytes(UTF_8))));
    }

    /** A code that opens an account is shown once and kept nowhere but as a digest (decision 17). */
    @ParameterizedTest
    @CsvSource({
        "/api/filings/{id}/contact, 0",
        "/api/evaluators/{id}/invitation, 0",
        "/api/operations/supervisors/{id}/invitation, 0",
        "/api/filings/{id}/submission, 1"
    })
    void aCodeIsNotKept(String path, int kept) {
        var keys = new Keys();
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post(path, UUID.randomUUID())
                .header(IdempotencyFilter.HEADER, "again")
                .body("{}"));
        new IdempotencyFilter(keys)
                .filter(exchange, IdempotencyFilterTests::code)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                        new TestingAuthenticationToken("somebody", "", "ROLE")))
                .block();
        assertThat(exchange.getResponse().getBodyAsString().block()).isEqualTo(CODE);
        assertThat(keys.kept).hasSize(kept);
    }
}
