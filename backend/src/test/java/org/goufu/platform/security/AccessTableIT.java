package org.goufu.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.kernel.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Asks every endpoint of the table as everybody, and holds the table and the controllers equal. */
@GoufuIT
class AccessTableIT {
    private static final Map<Role, String> PEOPLE = Map.of(
            Role.DEPARTMENT_OFFICER, "officer",
            Role.DEPARTMENT_APPROVER, "approver",
            Role.ORGANIZATION_AGENT, "organization",
            Role.FEDERATION_STAFF, "federation",
            Role.GROUP_CONTACT, "group",
            Role.EVALUATOR, "evaluator",
            Role.SUPERVISOR, "supervisor",
            Role.REGISTRAR, "registrar",
            Role.PLATFORM_ADMIN, "admin");

    @Autowired
    TestHouse house;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping controllers;

    static Stream<Access> ours() {
        return AccessTable.ROWS.stream();
    }

    static Stream<Access> libraries() {
        return AccessTable.LIBRARY_ROWS.stream();
    }

    @Test
    void holdsEveryEndpointAndNoOther() {
        var mapped = controllers.getHandlerMethods().entrySet().stream()
                .filter(AccessTableIT::isOurs)
                .flatMap(entry -> names(entry.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
        var rows = ours().map(Access::toString).collect(Collectors.toCollection(TreeSet::new));
        assertThat(mapped).isEqualTo(rows);
    }

    private static boolean isOurs(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        return entry.getValue().getBeanType().getName().startsWith("org.goufu.");
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(method -> mapping.getPatternsCondition().getPatterns().stream()
                        .map(pattern -> method + " " + pattern.getPatternString()));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void letsInWhomTheTableAdmits(Access row) {
        expect(row, house.anonymous(), row.audience().open() ? Verdict.REACHED : Verdict.UNKNOWN_CALLER);
        PEOPLE.forEach((role, username) -> {
            var roles = row.audience().roles();
            var admitted = row.audience().open() || roles.isEmpty() || roles.contains(role);
            expect(row, house.as(username), admitted ? Verdict.REACHED : Verdict.REFUSED);
        });
    }

    private enum Verdict {
        /** No method declares the parameter: the request came as far as the method, and did nothing. */
        REACHED(400, "/problems/http/parameter-unknown"),
        UNKNOWN_CALLER(401, "/problems/http/unauthenticated"),
        REFUSED(403, "/problems/http/forbidden");

        private final int status;
        private final String type;

        Verdict(int status, String type) {
            this.status = status;
            this.type = type;
        }
    }

    private static void expect(Access row, WebTestClient caller, Verdict verdict) {
        var path = row.pattern()
                .replace("{code}", "51")
                .replaceAll("\\{\\*?\\w+}", UUID.randomUUID().toString());
        caller.method(row.method())
                .uri(path + "?asked-by-nobody=1")
                .accept(MediaType.ALL)
                .exchange()
                .expectStatus()
                .isEqualTo(verdict.status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(verdict.type);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void guardsWhatLibrariesBringAlong(Access row) {
        var path = row.pattern().replace("/**", "/swagger-config");
        for (var username : PEOPLE.values()) {
            var status = status(house.as(username), path);
            if (row.audience().open() || username.equals("admin")) {
                assertThat(status).as(username).isNotIn(401, 403, 405).isLessThan(500);
            } else {
                assertThat(status).as(username).isEqualTo(403);
            }
        }
        assertThat(status(house.anonymous(), path) == 401)
                .isEqualTo(!row.audience().open());
    }

    private static int status(WebTestClient caller, String path) {
        return caller.get()
                .uri(path)
                .exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getStatus()
                .value();
    }
}
