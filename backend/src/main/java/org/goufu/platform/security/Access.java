package org.goufu.platform.security;

import org.springframework.http.HttpMethod;

/**
 * One row of the authorization table.
 *
 * @param pattern a path pattern of Spring, for example {@code /api/purchases/{id}}
 * @param demoOnly whether the endpoint exists in demo and training installations only
 * @param files whether it takes {@code multipart/form-data} too
 */
public record Access(HttpMethod method, String pattern, Audience audience, boolean demoOnly, boolean files) {

    static Access row(HttpMethod method, String pattern, Audience audience) {
        return new Access(method, pattern, audience, false, false);
    }

    Access inDemoOnly() {
        return new Access(method, pattern, audience, true, files);
    }

    Access takingFiles() {
        return new Access(method, pattern, audience, demoOnly, true);
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
