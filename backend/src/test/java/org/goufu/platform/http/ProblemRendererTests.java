package org.goufu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcTransientResourceException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;

class ProblemRendererTests {
    private final ProblemRenderer renderer = new ProblemRenderer(new Texts());

    /** PostgreSQL says so with a state of its own; Spring wraps it like any other failure of the server. */
    @Test
    void aFullDiskIsNamed() {
        var rendered = renderer.render(wrapped("No space left on device", "53100"), "/api/purchases", Locale.ENGLISH);

        assertThat(rendered.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(rendered.document().type()).isEqualTo("/problems/http/disk-full");
        assertThat(rendered.retryAfter()).isPositive();
    }

    @Test
    void anyOtherFailureOfTheServerIsAnOutage() {
        var rendered = renderer.render(wrapped("too many connections", "53300"), "/api/purchases", Locale.ENGLISH);

        assertThat(rendered.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(rendered.document().type()).isEqualTo("/problems/http/unavailable");
    }

    private static Exception wrapped(String reason, String state) {
        return new DataAccessResourceFailureException("insert", new R2dbcTransientResourceException(reason, state));
    }
}
