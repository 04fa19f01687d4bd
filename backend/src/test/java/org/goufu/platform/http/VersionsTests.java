package org.goufu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.goufu.kernel.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTests {
    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", " \"7\" "})
    void readsTheVersionThatWasSent(String header) {
        assertThat(Versions.expected(header)).isEqualTo(7);
        assertThat(Versions.expected(Versions.etag(7))).isEqualTo(7);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void asksForTheVersionWhenThereIsNone(String header) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Versions.expected(header))
                .extracting(ProblemException::problem)
                .isEqualTo(HttpProblem.VERSION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "7", "\"x\"", "\"1\", \"2\"", "\"99999999999999999999\""})
    void takesWhatIsNoTagOfOursForAnOldOne(String header) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Versions.expected(header))
                .extracting(ProblemException::problem)
                .isEqualTo(HttpProblem.VERSION_STALE);
    }

    @Test
    void refusesAStaleVersion() {
        Versions.check(7, 7);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> Versions.check(6, 7));
    }
}
