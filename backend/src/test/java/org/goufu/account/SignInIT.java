package org.goufu.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@GoufuIT
class SignInIT {
    @Autowired
    TestHouse house;

    private WebTestClient.ResponseSpec signIn(String path, String username, String password) {
        return house.anonymous()
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("username", username, "password", password))
                .exchange();
    }

    @Test
    void givesAProgramAToken() {
        signIn("/api/tokens", "officer", "goufu-demo")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.token")
                .isNotEmpty()
                .jsonPath("$.expiresAt")
                .isNotEmpty()
                .jsonPath("$.account.username")
                .isEqualTo("officer")
                .jsonPath("$.account.roles[0]")
                .isEqualTo("DEPARTMENT_OFFICER");
    }

    @Test
    void saysWhoIsCallingAndForWhom() {
        house.as("officer")
                .get()
                .uri("/api/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
                .expectBody()
                .jsonPath("$.account.displayName")
                .isNotEmpty()
                .jsonPath("$.department.regionCode")
                .isNotEmpty()
                .jsonPath("$.organization")
                .isEqualTo(null);
        house.as("group")
                .get()
                .uri("/api/me")
                .exchange()
                .expectBody()
                .jsonPath("$.department")
                .isEqualTo(null)
                .jsonPath("$.organization.kind")
                .isEqualTo("FILED_GROUP");
    }

    @Test
    void doesNotTellWhetherTheNameExists() {
        var wrongPassword = problem(signIn("/api/tokens", "officer", "wrong"));
        var wrongName = problem(signIn("/api/tokens", "nobody-of-that-name", "wrong"));
        assertThat(wrongPassword).isEqualTo(wrongName).contains("/problems/sign-in/wrong-credentials");
    }

    private static String problem(WebTestClient.ResponseSpec answer) {
        return answer.expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void refusesANameThatFailedTooOften() {
        for (int i = 0; i < 10; i++) {
            signIn("/api/tokens", "somebody-else", "guess " + i).expectStatus().isUnauthorized();
        }
        signIn("/api/tokens", "somebody-else", "another guess")
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/sign-in/too-many-failures");
    }
}
