package org.goufu.search.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@GoufuIT
class SearchHttpIT {
    @Autowired
    TestHouse house;

    @ParameterizedTest
    @CsvSource({
        "type, NOTHING",
        "region, 999999",
        "region, x",
        "category, Z99",
        "method, BT_NONE",
        "status, HALF_OPEN",
        "sort, best",
        "publishedFrom, 2026-13-01",
        "deadlineTo, tomorrow",
        "minAmountFen, -1",
        "maxAmountFen, much",
        "department, 7",
        "size, 0",
        "size, 101",
        "after, ???",
        "after, bm9uZQ",
        "colour, red"
    })
    void whatIsNotUnderstoodIsRefusedByName(String name, String value) {
        house.anonymous()
                .get()
                .uri(uri -> uri.path("/api/notices").queryParam(name, "{value}").build(value))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "legalForm, COMPANY",
        "legalPerson, perhaps",
        "minGrade, A9",
        "federation, 1",
        "category, nothing",
        "federated, maybe",
        "status, HALF",
        "sort, best",
        "grade, A1"
    })
    void organizationsToo(String name, String value) {
        house.anonymous()
                .get()
                .uri("/api/organizations?{name}={value}", name, value)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void theRefusalNamesParameterAndValue() {
        house.anonymous()
                .get()
                .uri("/api/notices?status=HALF_OPEN")
                .header("Accept-Language", "en")
                .exchange()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/search/parameter-unknown")
                .jsonPath("$.detail")
                .value(
                        String.class,
                        detail -> assertThat(detail).contains("status").contains("HALF_OPEN"))
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("status");
    }

    @Test
    void aPageHasEverythingThatAListShows() {
        house.anonymous()
                .get()
                .uri("/api/notices?size=3")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(3)
                .jsonPath("$.items[0].department.name")
                .isNotEmpty()
                .jsonPath("$.items[0].region.name")
                .isNotEmpty()
                .jsonPath("$.items[0].categories[0].name")
                .isNotEmpty()
                .jsonPath("$.items[0].status")
                .isNotEmpty()
                .jsonPath("$.items[0].highlights.body")
                .isArray()
                .jsonPath("$.next")
                .isNotEmpty()
                .jsonPath("$.facets.region[0].count")
                .isNotEmpty()
                .jsonPath("$.facets.month[0].key")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"联合会", "社联会", "shequ", "lhh"})
    void federationsAreFoundByNameAbbreviationAndSound(String q) {
        house.anonymous()
                .get()
                .uri("/api/organizations?q={q}&size=100", q)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[?(@.kind == 'FEDERATION')]")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"社区", "shequ", "sheq", "锦江", "jinjiang", "养老"})
    void suggestionsAreFew(String q) {
        house.anonymous()
                .get()
                .uri("/api/notices/suggestions?q={q}", q)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .value(Integer.class, count -> assertThat(count).isBetween(1, 9));
    }

    @Test
    void anAdministratorRebuildsAndChecksTheIndex() {
        house.as("officer")
                .post()
                .uri("/api/operations/index-rebuild")
                .exchange()
                .expectStatus()
                .isForbidden();
        house.as("admin")
                .post()
                .uri("/api/operations/index-rebuild")
                .exchange()
                .expectStatus()
                .isAccepted();
        Awaiting.until(
                Duration.ofSeconds(60),
                () -> house.as("admin")
                        .get()
                        .uri("/api/operations/index-rebuild")
                        .exchange()
                        .expectBody()
                        .jsonPath("$.state")
                        .isEqualTo("DONE"));
        house.as("admin")
                .get()
                .uri("/api/operations/index-check")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.missing")
                .isEqualTo(0)
                .jsonPath("$.stale")
                .isEqualTo(0)
                .jsonPath("$.extra")
                .isEqualTo(0);
    }
}
