package org.goufu.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Public profiles and telling, on the bodies of the demo's accounts. */
@GoufuIT
class ProfilesIT {
    @Autowired
    private TestHouse house;

    @Test
    void showsAGroupWithItsFederationAndMandate() {
        house.anonymous()
                .get()
                .uri("/api/organizations/{id}", house.body("group"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.kind")
                .isEqualTo("FILED_GROUP")
                .jsonPath("$.creditCode")
                .isEmpty()
                .jsonPath("$.status")
                .isEqualTo("ACTIVE")
                .jsonPath("$.federation.name")
                .isEqualTo("成都市新都区桂湖街道社区社会组织联合会")
                .jsonPath("$.memberships[0].mandates[0].amountCapFen")
                .isEqualTo(10_000_000)
                .jsonPath("$.memberships[0].mandates[0].state")
                .isEqualTo("VALID")
                .jsonPath("$.memberships[0].mandates[0].categories[0].name")
                .isEqualTo("基本养老")
                .jsonPath("$.facts[?(@.kind=='FILING')].valueName")
                .isEqualTo("备案有效")
                .jsonPath("$..phone")
                .doesNotExist();
    }

    @Test
    void showsAFederationWithItsMembers() {
        house.anonymous()
                .get()
                .uri("/api/federations/{id}", house.body("federation"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.region.name")
                .isEqualTo("成都市 新都区 桂湖街道")
                .jsonPath("$.members[?(@.id=='" + house.body("group") + "')].mandateState")
                .isEqualTo("VALID")
                .jsonPath("$.members[?(@.id=='" + house.body("group") + "')].filingState")
                .isEqualTo("VALID");
    }

    @Test
    void saysFactsInEnglishToo() {
        house.anonymous()
                .get()
                .uri("/api/organizations/{id}", house.body("organization"))
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("NORMAL")
                .jsonPath("$.grade")
                .isEqualTo("A4")
                .jsonPath("$.facts[?(@.kind=='STATUS')].valueName")
                .isEqualTo("Normal")
                .jsonPath("$.facts[?(@.value=='FOOD_BUSINESS_LICENSE')].valueName")
                .isEqualTo("Food business licence")
                .jsonPath("$.places[0].name")
                .isEqualTo("成都市 新都区");
    }

    @Test
    void answersForBodiesThatExistOnly() {
        for (var path : List.of("/api/organizations/", "/api/federations/")) {
            house.anonymous()
                    .get()
                    .uri(path + new UUID(1, 1))
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/organization/not-found");
        }
        house.anonymous()
                .get()
                .uri("/api/federations/{id}", house.body("group"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void letsABodyChooseWhereItIsTold() {
        var etag = telling("[\"510114\"]");
        house.as("group")
                .put()
                .uri("/api/me/telling")
                .bodyValue(Map.of("places", List.of("510107")))
                .exchange()
                .expectStatus()
                .isEqualTo(428);
        change(etag, List.of("510107", "51010"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/places/1");
        change(etag, List.of("510107", "510114008")).expectStatus().isNoContent();
        var next = telling("[\"510107\",\"510114008\"]");
        change(etag, List.of("51")).expectStatus().isEqualTo(412);
        change(next, List.of()).expectStatus().isNoContent();
        telling("[\"510114\"]");
    }

    private String telling(String places) {
        return house.as("group")
                .get()
                .uri("/api/me/telling")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"places\":" + places + "}")
                .returnResult()
                .getResponseHeaders()
                .getETag();
    }

    private WebTestClient.ResponseSpec change(String etag, List<String> places) {
        return house.as("group")
                .put()
                .uri("/api/me/telling")
                .header(HttpHeaders.IF_MATCH, etag)
                .bodyValue(Map.of("places", places))
                .exchange();
    }

    @Test
    void asksNobodyButBodiesWhereToTell() {
        house.as("officer")
                .get()
                .uri("/api/me/telling")
                .exchange()
                .expectStatus()
                .isForbidden();
        house.anonymous().get().uri("/api/me/telling").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void hasNoFilingForARegisteredMember() {
        var page = house.anonymous()
                .get()
                .uri("/api/federations/{id}", house.body("federation"))
                .exchange()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        assertThat((List<?>) page.get("members")).allSatisfy(member -> {
            var item = (Map<?, ?>) member;
            assertThat(item.get("filingState") == null)
                    .isEqualTo(!item.get("kind").equals("FILED_GROUP"));
        });
    }
}
