package org.goufu.opendata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.goufu.opendata.domain.Denominators.Denominator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenominatorsTests {
    @ParameterizedTest
    @CsvSource({
        "510104022001, URBAN",
        "510104022199, URBAN",
        "510104022200, RURAL",
        "510104022399, RURAL",
        "510104022400, URBAN",
        "510104022500, RURAL"
    })
    void readsTheKindFromTheCode(String code, CommunityKind kind) {
        assertThat(CommunityKind.of(code)).isEqualTo(kind);
    }

    @Test
    void countsWhatExistsUnderEveryRegionAbove() {
        var exist = new Denominators(
                List.of("510104022", "510104023", "510105001"),
                List.of("510104022001", "510104022002", "510104023201"),
                Map.of("510104022002", CommunityKind.RURAL));
        assertThat(exist.of("51")).isEqualTo(new Denominator(3, 1, 2));
        assertThat(exist.of("510104")).isEqualTo(new Denominator(2, 1, 2));
        assertThat(exist.of("510104022")).isEqualTo(new Denominator(1, 1, 1));
        assertThat(exist.of("510104022002")).isEqualTo(new Denominator(0, 0, 1));
        assertThat(exist.of("510105")).isEqualTo(new Denominator(1, 0, 0));
        assertThat(exist.of("5199")).isEqualTo(new Denominator(0, 0, 0));
    }
}
