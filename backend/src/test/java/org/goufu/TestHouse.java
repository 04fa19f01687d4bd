package org.goufu;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Calls the running platform as one of the demo's people. */
public class TestHouse {
    private static final String PASSWORD = "goufu-demo";

    private final WebTestClient anonymous;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public TestHouse(WebTestClient client) {
        this.anonymous = client;
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
