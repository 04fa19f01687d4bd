package org.goufu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the HTTP contract promises of every list and every request; each endpoint's own promises are tested beside it. */
@GoufuIT
class ContractIT {
    private static final String LISTS = """
            officer      | /api/notices
            officer      | /api/notices/newest
            officer      | /api/organizations
            officer      | /api/purchases
            organization | /api/me/matches
            organization | /api/me/inbox
            """;

    @Autowired
    private TestHouse house;

    private WebTestClient.ResponseSpec get(String username, String uri) {
        return house.as(username).get().uri(uri).exchange();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LISTS)
    void everyListHasTheOneEnvelope(String username, String path) {
        get(username, path + "?size=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .value(Integer.class, length -> assertThat(length).isLessThanOrEqualTo(1))
                .jsonPath("$.total")
                .isNumber()
                .jsonPath("$.totalIsLowerBound")
                .isBoolean()
                .jsonPath("$.next")
                .hasJsonPath();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LISTS)
    void noListIsLongerThanAHundredOrTakesWhatItDoesNotKnow(String username, String path) {
        get(username, path + "?size=100").expectStatus().isOk();
        for (var wrong : new String[] {"size=0", "size=101", "size=x", "after=nowhere", "page=2"}) {
            get(username, path + "?" + wrong).expectStatus().isBadRequest();
        }
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        house.as("officer")
                .post()
                .uri("/api/purchases")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"titel\": \"助餐\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/titel")
                .jsonPath("$.errors[0].detail")
                .value(String.class, detail -> assertThat(detail).contains("titel"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=GONE", "state=draft"})
    void anUnknownCodeIsRefused(String query) {
        get("officer", "/api/purchases?" + query).expectStatus().isBadRequest();
    }

    @Test
    void theExampleOfADraftIsOne() throws IOException {
        var example =
                new ClassPathResource("openapi/purchaseCreate.request.json").getContentAsString(StandardCharsets.UTF_8);
        house.as("officer")
                .post()
                .uri("/api/purchases")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(example)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .exists("ETag")
                .expectHeader()
                .exists("Location")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DRAFT");
    }

    @Test
    void aTokenIsAnsweredWithItsAccount() {
        house.anonymous()
                .post()
                .uri("/api/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"username\": \"group\", \"password\": \"goufu-demo\"}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.token")
                .isNotEmpty()
                .jsonPath("$.expiresAt")
                .isNotEmpty()
                .jsonPath("$.account.roles[0]")
                .isEqualTo("GROUP_CONTACT");
    }
}
