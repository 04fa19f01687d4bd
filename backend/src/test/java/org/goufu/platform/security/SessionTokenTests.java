package org.goufu.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTokenTests {
    @Test
    void hasTheFormThatItAccepts() {
        var token = SessionToken.random();
        assertThat(SessionToken.parse(token.value())).isEqualTo(token);
        assertThat(token.digest())
                .hasSize(64)
                .isNotEqualTo(SessionToken.random().digest());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "x",
                "0123456789012345678901234567890123456789012é",
                "01234567890123456789012345678901234567890123"
            })
    void takesNothingElseForAToken(String value) {
        assertThat(SessionToken.parse(value)).isNull();
    }

    @Test
    void neverShowsItself() {
        var token = SessionToken.random();
        assertThat(token.toString()).doesNotContain(token.value());
        assertThat(token.csrf()).doesNotContain(token.value());
    }
}
