package org.goufu.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

@GoufuIT
class DemoClockIT {
    private static final String TOLD = "Goufu-Now";

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

    /** Not by this machine's clock, nor by the one of before the move. */
    @Test
    void isToldByEveryAnswerThatNobodyKeeps() {
        var moved = house.as("admin")
                .post()
                .uri("/api/demo/clock")
                .bodyValue(Map.of("advance", "PT2M"))
                .exchange()
                .expectBody(Map.class)
                .returnResult();
        var now = Instant.parse(String.valueOf(moved.getResponseBody().get("now")));
        assertThat(told(moved.getResponseHeaders())).isCloseTo(now, within(30, ChronoUnit.SECONDS));
        var refused = house.anonymous().get().uri("/api/me").exchange().returnResult(Void.class);
        assertThat(told(refused.getResponseHeaders())).isCloseTo(now, within(30, ChronoUnit.SECONDS));
        house.anonymous()
                .get()
                .uri("/api/regions?parent=51")
                .exchange()
                .expectHeader()
                .doesNotExist(TOLD);
    }

    private static Instant told(HttpHeaders headers) {
        return Instant.parse(headers.getFirst(TOLD));
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
