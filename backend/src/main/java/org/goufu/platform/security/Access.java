package org.goufu.platform.security;

import org.springframework.http.HttpMethod;

/**
 * One row of the authorization table.
 *
 * @param pattern a path pattern of Spring, for example {@code /api/purchases/{id}}
 * @param demoOnly whether the endpoint exists in demo and training installations only
 */
public record Access(HttpMethod method, String pattern, Audience audience, boolean demoOnly) {

    static Access row(HttpMethod method, String pattern, Audience audience) {
        return new Access(method, pattern, audience, false);
    }

    Access inDemoOnly() {
        return new Access(method, pattern, audience, true);
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
