package org.goufu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.goufu.GoufuIT;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.HttpHandlerConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The filter over the real table, in front of a deed that counts how often it is done. */
@GoufuIT
class IdempotencyIT {
    private static final WebFilter SIGNED_IN = (exchange, chain) -> chain.filter(exchange)
            .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                    new TestingAuthenticationToken("somebody", "", "ROLE")));

    @Autowired
    IdempotencyFilter filter;

    @Autowired
    ProblemWriter problems;

    @Autowired
    Transactions transactions;

    @Autowired
    DatabaseClient database;

    private final AtomicInteger deeds = new AtomicInteger();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void makeATable() {
        run("create table if not exists public.idempotent_deed (body text)");
    }

    @AfterEach
    void dropTheTable() {
        run("drop table public.idempotent_deed");
    }

    private void run(String sql) {
        database.sql(sql).then().block(Duration.ofSeconds(5));
    }

    private Mono<Void> deed(ServerWebExchange exchange) {
        return body(exchange)
                .flatMap(body -> transactions.write(database.sql("insert into public.idempotent_deed values (:body)")
                        .bind("body", body)
                        .then()
                        .then(Mono.fromSupplier(deeds::incrementAndGet))))
                .flatMap(number -> answer(exchange, number));
    }

    private static Mono<String> body(ServerWebExchange exchange) {
        return DataBufferUtils.join(exchange.getRequest().getBody())
                .map(buffer -> buffer.toString(StandardCharsets.UTF_8));
    }

    private static Mono<Void> answer(ServerWebExchange exchange, int number) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.CREATED);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        response.getHeaders().setETag("\"0\"");
        var bytes = ("{\"number\":" + number + "}").getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }

    private WebTestClient.ResponseSpec post(WebHandler handler, String body) {
        return post(handler, "/api/deeds", body);
    }

    private WebTestClient.ResponseSpec post(WebHandler handler, String path, String body) {
        var edge = WebHttpHandlerBuilder.webHandler(handler)
                .filter(SIGNED_IN, filter)
                .exceptionHandler(problems)
                .build();
        return WebTestClient.bindToServer(new HttpHandlerConnector(edge))
                .build()
                .post()
                .uri(path)
                .header(IdempotencyFilter.HEADER, key)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec post(String body) {
        return post(this::deed, body);
    }

    @Test
    void givesTheSameAnswerAgain() {
        post("one").expectStatus().isCreated().expectBody().json("{\"number\":1}");
        post("one")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("ETag", "\"0\"")
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectHeader()
                .valueEquals(IdempotencyFilter.REPEATED, "true")
                .expectBody()
                .json("{\"number\":1}");
        assertThat(deeds).hasValue(1);
    }

    @Test
    void refusesTheKeyWithAnotherBody() {
        post("one").expectStatus().isCreated();
        post("two")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/http/key-reused");
        assertThat(deeds).hasValue(1);
    }

    @Test
    void refusesTheKeyForAnotherQuestion() {
        post(this::deed, "/api/deeds?of=one", "one").expectStatus().isCreated();
        post(this::deed, "/api/deeds?of=two", "one").expectStatus().isEqualTo(422);
        assertThat(deeds).hasValue(1);
    }

    @Test
    void refusesTheKeyWhileTheFirstRequestIsUnderWay() {
        var second = new AtomicInteger();
        post(
                        exchange -> Mono.fromRunnable(() -> second.set(status("one")))
                                .subscribeOn(Schedulers.boundedElastic())
                                .then(deed(exchange)),
                        "one")
                .expectStatus()
                .isCreated();
        assertThat(second).hasValue(409);
        assertThat(deeds).hasValue(1);
    }

    private int status(String body) {
        return post(body).expectBody(String.class).returnResult().getStatus().value();
    }

    @Test
    void freesTheKeyWhenTheDeedWasRefused() {
        post(exchange -> Mono.error(HttpProblem.VERSION_STALE.raise()), "one")
                .expectStatus()
                .isEqualTo(412);
        post("one").expectStatus().isCreated();
        assertThat(deeds).hasValue(1);
    }

    @Test
    void neverDoesTwiceWhatIsCommittedEvenIfTheAnswerWasLost() {
        post(exchange -> deed(exchange).then(Mono.empty()), "one")
                .expectStatus()
                .isCreated();
        forgetTheAnswer();
        post("one")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/http/key-done");
        assertThat(deeds).hasValue(1);
    }

    private void forgetTheAnswer() {
        run("update platform.idempotency_key set state = 'DONE', status = null, body = null where key = '" + key + "'");
    }

    @Test
    void takesOverFromAnInstanceThatDiedBeforeItCommitted() {
        run("insert into platform.idempotency_key (owner, key, request_digest, claim, lease_until) "
                + "select 'somebody', '" + key + "', sha256(convert_to('/api/deeds' || chr(10) || 'one', 'UTF8')), "
                + "gen_random_uuid(), now() - interval '1 second'");
        post("one").expectStatus().isCreated();
        assertThat(deeds).hasValue(1);
    }

    /** Who lost it asks for a new one, with another key. */
    @Test
    void keepsNoCodeThatIsShownOnce() {
        var path = "/api/filings/" + UUID.randomUUID() + "/contact";
        post(this::deed, path, "one").expectStatus().isCreated();
        post(this::deed, path, "one")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/http/key-done");
        assertThat(deeds).hasValue(1);
    }

    @Test
    void keepsNoSecret() {
        post(this::deed, "/api/tokens", "one").expectStatus().isCreated();
        post(this::deed, "/api/tokens", "one").expectStatus().isCreated();
        assertThat(deeds).hasValue(2);
    }
}
