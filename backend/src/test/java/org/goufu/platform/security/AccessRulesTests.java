package org.goufu.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.Set;
import org.goufu.platform.security.AccessRules.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;

class AccessRulesTests {
    private final AccessRules rules = new AccessRules(true);

    private Answer ask(HttpMethod method, String path) {
        return rules.ask(method, RequestPath.parse(path, null));
    }

    private static String row(Answer answer) {
        return answer instanceof Answer.Row(var access) ? access.toString() : answer.toString();
    }

    @Test
    void prefersTheWordToTheVariable() {
        assertThat(row(ask(GET, "/api/notices/newest"))).isEqualTo("GET /api/notices/newest");
        assertThat(row(ask(GET, "/api/notices/17"))).isEqualTo("GET /api/notices/{id}");
        assertThat(row(ask(GET, "/api/notices/17.html"))).isEqualTo("GET /api/notices/{id}.html");
        assertThat(row(ask(PUT, "/api/me/inbox/read"))).isEqualTo("PUT /api/me/inbox/read");
    }

    @Test
    void readsAHeadAsAGet() {
        assertThat(row(ask(HEAD, "/api/regions"))).isEqualTo("GET /api/regions");
    }

    @Test
    void namesTheMethodsThatAPathHas() {
        assertThat(ask(POST, "/api/purchases/1")).isEqualTo(new Answer.OtherMethods(Set.of(GET, PUT, DELETE)));
        assertThat(ask(POST, "/search")).isEqualTo(new Answer.OtherMethods(Set.of(GET, HEAD)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/nothing",
                "/api/purchases/1/2/3",
                "/api/regions/",
                "/%61pi/nothing",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/v3/other"
            })
    void knowsNothingThatIsNotInTheTable(String path) {
        assertThat(ask(GET, path)).isInstanceOf(Answer.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/notices", "/apis", "/assets/index-1.js", "/notices/17", "/favicon.svg"})
    void leavesEverythingElseToThePages(String path) {
        assertThat(ask(GET, path)).isInstanceOf(Answer.Page.class);
    }

    @Test
    void hidesTheDemosEndpointsOutsideTheDemo() {
        var outside = new AccessRules(false);
        assertThat(outside.ask(GET, RequestPath.parse("/api/demo/clock", null))).isInstanceOf(Answer.Nothing.class);
        assertThat(row(ask(GET, "/api/demo/clock"))).isEqualTo("GET /api/demo/clock");
    }

    @Test
    void namesNoEndpointTwice() {
        assertThat(AccessTable.ROWS).extracting(Access::toString).doesNotHaveDuplicates();
    }
}
