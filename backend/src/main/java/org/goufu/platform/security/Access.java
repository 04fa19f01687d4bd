package org.goufu.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * One row of the authorization table.
 *
 * @param pattern a path pattern of Spring, for example {@code /api/purchases/{id}}
 * @param demoOnly whether the endpoint exists in demo and training installations only
 * @param beside the content type that it takes besides JSON, null for none
 */
public record Access(
        HttpMethod method,
        String pattern,
        Audience audience,
        boolean demoOnly,
        @Nullable String beside) {

    static Access row(HttpMethod method, String pattern, Audience audience) {
        return new Access(method, pattern, audience, false, null);
    }

    Access inDemoOnly() {
        return new Access(method, pattern, audience, true, beside);
    }

    Access takingFiles() {
        return new Access(method, pattern, audience, demoOnly, MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    Access takingBytes() {
        return new Access(method, pattern, audience, demoOnly, MediaType.APPLICATION_OCTET_STREAM_VALUE);
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
