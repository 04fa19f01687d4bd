package org.goufu.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

@GoufuIT
class ReferencePagesIT {
    @Autowired
    private TestHouse house;

    @Test
    void beginsWithTheProvince() {
        house.anonymous()
                .get()
                .uri("/api/regions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("[{\"code\":\"51\",\"name\":\"四川省\",\"level\":1,\"parent\":null,\"childCount\":21}]");
    }

    @Test
    void listsTheChildrenOfARegion() {
        house.anonymous()
                .get()
                .uri("/api/regions?parent=510114")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(9)
                .jsonPath("$[?(@.code=='510114008')].name")
                .isEqualTo("桂湖街道")
                .jsonPath("$[?(@.code=='510114008')].fullName")
                .isEqualTo("成都市 新都区 桂湖街道");
    }

    @Test
    void givesOneRegionWithItsPath() {
        house.anonymous()
                .get()
                .uri("/api/regions/510114008")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.parent")
                .isEqualTo("510114")
                .jsonPath("$.path[*].code")
                .value(codes -> assertThat(codes).hasToString("[\"51\",\"5101\",\"510114\",\"510114008\"]"));
    }

    @Test
    void listsTheTopOfTheCatalogueAndBelow() {
        house.anonymous()
                .get()
                .uri("/api/service-categories")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[*].code")
                .value(codes -> assertThat(codes).hasToString("[\"A\",\"B\"]"));
        house.anonymous()
                .get()
                .uri("/api/service-categories/A0402-01")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.level")
                .isEqualTo(4)
                .jsonPath("$.childCount")
                .isEqualTo(0)
                .jsonPath("$.path.length()")
                .isEqualTo(4);
    }

    @Test
    void isNotSentTwice() {
        var etag = house.anonymous()
                .get()
                .uri("/api/regions?parent=51")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches(HttpHeaders.CACHE_CONTROL, ".*max-age=3600.*")
                .returnResult(Void.class)
                .getResponseHeaders()
                .getETag();
        house.anonymous()
                .get()
                .uri("/api/regions?parent=51")
                .header(HttpHeaders.IF_NONE_MATCH, etag)
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void refusesUnknownCodes() {
        house.anonymous()
                .get()
                .uri("/api/regions?parent=999999")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/reference/parent-unknown");
        house.anonymous()
                .get()
                .uri("/api/regions/999999")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/reference/region-unknown");
        house.anonymous()
                .get()
                .uri("/api/service-categories/Z9")
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
