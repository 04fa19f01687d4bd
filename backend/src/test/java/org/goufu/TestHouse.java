package org.goufu;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running platform as one of the demo's people. */
public class TestHouse {
    private static final String PASSWORD = "goufu-demo";
    /** The contract with its examples is the largest of all. */
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final WebTestClient anonymous;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public TestHouse(WebTestClient client) {
        var roomy = client.mutate()
                .filter(WholeAnswers::read)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
        this.anonymous = System.getProperty("goufu.openapi.examples") == null
                ? roomy
                : roomy.mutate()
                        .entityExchangeResultConsumer(new RecordedExamples()::take)
                        .build();
    }

    public WebTestClient anonymous() {
        return anonymous;
    }

    /** A client that carries a bearer token of the demo account. */
    public WebTestClient as(String username) {
        var token = tokens.computeIfAbsent(username, this::signIn);
        return anonymous
                .mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    /** What the account reads there. */
    public JsonNode get(String username, String uri, Object... variables) {
        return JsonMapper.shared().readTree(read(username, uri, variables));
    }

    /** What the answer says. */
    public static JsonNode json(ResponseSpec answer) {
        return JsonMapper.shared()
                .readTree(answer.expectBody(String.class).returnResult().getResponseBody());
    }

    /** The account sends it there. */
    public ResponseSpec post(String username, Object body, String uri, Object... variables) {
        return as(username)
                .post()
                .uri(uri, variables)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /** The same byte for byte. */
    public String read(String username, String uri, Object... variables) {
        return String.valueOf(as(username)
                .get()
                .uri(uri, variables)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /** The organization, federation or group that the account speaks for. */
    public UUID body(String username) {
        return UUID.fromString(
                get(username, "/api/me").path("organization").path("id").asString());
    }

    private String signIn(String username) {
        return String.valueOf(anonymous
                .post()
                .uri("/api/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("username", username, "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("token"));
    }
}
