package org.goufu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Every failure has one form, whoever found it. */
@GoufuIT
class ProblemsIT {
    @Autowired
    TestHouse house;

    @LocalServerPort
    int port;

    private static WebTestClient.BodyContentSpec problem(WebTestClient.ResponseSpec answer, int status, String type) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .exists("Content-Security-Policy")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + type)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.detail")
                .isNotEmpty()
                .jsonPath("$.instance")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/nothing", "/api/regions/51/nothing", "/actuator/env", "/actuator", "/v3/x"})
    void findsNothingAtAnUnknownPathForAnybody(String path) {
        for (var method : new HttpMethod[] {HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE}) {
            problem(house.anonymous().method(method).uri(path).exchange(), 404, "http/not-found");
            problem(house.as("admin").method(method).uri(path).exchange(), 404, "http/not-found");
        }
    }

    @Test
    void namesTheMethodsThatAPathHas() {
        var answer = house.anonymous().delete().uri("/api/regions").exchange();
        problem(answer, 405, "http/method-not-allowed");
        answer.expectHeader().valueEquals("Allow", "GET");
        problem(house.anonymous().post().uri("/actuator/health").exchange(), 405, "http/method-not-allowed");
        problem(house.anonymous().options().uri("/api/regions").exchange(), 405, "http/method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api//regions", "/api/regions;a=1", "/api/%2e%2e/regions", "/api/%2Fregions", "/api/a%00b"})
    void answersForTheFirewall(String path) {
        var uri = URI.create("http://127.0.0.1:" + port + path);
        problem(house.anonymous().get().uri(uri).exchange(), 400, "http/malformed");
    }

    @Test
    void answersForTheActuator() {
        problem(house.anonymous().get().uri("/actuator/health/nothing").exchange(), 404, "http/not-found");
        problem(house.anonymous().get().uri("/actuator/prometheus").exchange(), 401, "http/unauthenticated");
        problem(house.as("officer").get().uri("/actuator/prometheus").exchange(), 403, "http/forbidden");
        house.as("admin")
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void namesTheParameterThatNobodyKnows() {
        problem(house.anonymous().get().uri("/api/regions?parnet=51").exchange(), 400, "http/parameter-unknown")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("parnet")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("parnet"));
    }

    @Test
    void speaksTheAskersLanguage() {
        house.anonymous()
                .get()
                .uri("/api/nothing")
                .header("Accept-Language", "en")
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Not found");
        house.anonymous()
                .get()
                .uri("/api/nothing")
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("没有找到");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                  | {"username":               | 400 | http/malformed
            application/json                  | {"username":"a","x":1}     | 400 | http/malformed
            application/json                  | {"username":"","password":""} | 422 | http/invalid
            text/plain                        | hello                      | 415 | http/unsupported-media-type
            application/x-www-form-urlencoded | username=a                 | 415 | http/unsupported-media-type
            """)
    void refusesABodyThatItCannotRead(String type, String body, int status, String problem) {
        problem(
                house.anonymous()
                        .post()
                        .uri("/api/tokens")
                        .header("Content-Type", type)
                        .bodyValue(body)
                        .exchange(),
                status,
                problem);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var large = "{\"username\":\"" + "a".repeat(300 * 1024) + "\",\"password\":\"b\"}";
        problem(
                house.anonymous()
                        .post()
                        .uri("/api/tokens")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(large)
                        .exchange(),
                413,
                "http/too-large");
    }

    @Test
    void dressesAnswersOfEveryKind() {
        for (var path : new String[] {"/api/regions", "/actuator/health", "/v3/api-docs", "/no-such-file.js"}) {
            house.anonymous()
                    .get()
                    .uri(path)
                    .exchange()
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader()
                    .valueEquals("Referrer-Policy", "same-origin")
                    .expectHeader()
                    .valueEquals("Cross-Origin-Opener-Policy", "same-origin")
                    .expectHeader()
                    .valueEquals("Cross-Origin-Resource-Policy", "same-origin")
                    .expectHeader()
                    .exists("Permissions-Policy")
                    .expectHeader()
                    .valueMatches("Content-Security-Policy", "default-src 'none'; .*frame-ancestors 'none'")
                    .expectHeader()
                    .doesNotExist("Strict-Transport-Security");
        }
    }
}
