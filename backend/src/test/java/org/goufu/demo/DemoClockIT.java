package org.goufu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GoufuIT
class DemoClockIT {
    @Autowired
    private TestHouse house;

    private Map<?, ?> clock() {
        return house.anonymous()
                .get()
                .uri("/api/demo/clock")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void movesForwardForAnAdministrator() {
        var before = Duration.parse(String.valueOf(clock().get("offset")));
        house.as("admin")
                .post()
                .uri("/api/demo/clock")
                .bodyValue(Map.of("advance", "PT2S"))
                .exchange()
                .expectStatus()
                .isOk();
        var after = clock();
        assertThat(Duration.parse(String.valueOf(after.get("offset")))).isEqualTo(before.plusSeconds(2));
        assertThat(Instant.parse(String.valueOf(after.get("now")))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1H", "P400D"})
    void neverMovesBackNorBeyondTheCalendar(String advance) {
        house.as("admin")
                .post()
                .uri("/api/demo/clock")
                .bodyValue(Map.of("advance", advance))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/advance");
    }

    @Test
    void movesForNobodyElse() {
        house.as("officer")
                .post()
                .uri("/api/demo/clock")
                .bodyValue(Map.of("advance", "PT2S"))
                .exchange()
                .expectStatus()
                .isForbidden();
        house.anonymous()
                .post()
                .uri("/api/demo/clock")
                .bodyValue(Map.of("advance", "PT2S"))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }
}
