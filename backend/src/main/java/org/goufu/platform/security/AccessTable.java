package org.goufu.platform.security;

import static org.goufu.kernel.Role.DEPARTMENT_APPROVER;
import static org.goufu.kernel.Role.DEPARTMENT_OFFICER;
import static org.goufu.kernel.Role.FEDERATION_STAFF;
import static org.goufu.kernel.Role.GROUP_CONTACT;
import static org.goufu.kernel.Role.ORGANIZATION_AGENT;
import static org.goufu.kernel.Role.PLATFORM_ADMIN;
import static org.goufu.platform.security.Access.row;
import static org.goufu.platform.security.Audience.PUBLIC;
import static org.goufu.platform.security.Audience.SIGNED_IN;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;

/**
 * The one authorization table: the security chain and its tests are made from it, and an endpoint that is not in it does not
 * exist for anybody.
 *
 * <p>The table decides on roles alone. Whose purchase, lot or body it is, the use cases decide; where an endpoint is open to
 * more callers here than the contract says, the use case answers the others with 404.
 */
public final class AccessTable {
    private static final Audience OFFICER = Audience.of(DEPARTMENT_OFFICER);
    private static final Audience APPROVER = Audience.of(DEPARTMENT_APPROVER);
    private static final Audience DEPARTMENT = Audience.of(DEPARTMENT_OFFICER, DEPARTMENT_APPROVER);
    private static final Audience BODY = Audience.of(ORGANIZATION_AGENT, FEDERATION_STAFF, GROUP_CONTACT);
    private static final Audience ADMIN = Audience.of(PLATFORM_ADMIN);

    /** Our own endpoints. */
    public static final List<Access> ROWS = List.of(
            // account: who is calling
            row(POST, "/api/tokens", PUBLIC),
            row(DELETE, "/api/tokens/current", SIGNED_IN),
            row(POST, "/api/session", PUBLIC),
            row(DELETE, "/api/session", PUBLIC),
            row(GET, "/api/session/csrf", PUBLIC),
            row(GET, "/api/me", SIGNED_IN),
            // reference
            row(GET, "/api/regions", PUBLIC),
            row(GET, "/api/regions/{code}", PUBLIC),
            row(GET, "/api/service-categories", PUBLIC),
            row(GET, "/api/service-categories/{code}", PUBLIC),
            // search and reading
            row(GET, "/api/notices", PUBLIC),
            row(GET, "/api/notices/suggestions", PUBLIC),
            row(GET, "/api/notices/newest", PUBLIC),
            row(GET, "/api/notices/{id}", PUBLIC),
            row(GET, "/api/notices/{id}.html", PUBLIC),
            row(GET, "/api/statistics", PUBLIC),
            row(GET, "/api/organizations", PUBLIC),
            row(GET, "/api/organizations/{id}", PUBLIC),
            row(GET, "/api/federations/{id}", PUBLIC),
            // purchases: a draft is 404 for all but its own department
            row(GET, "/api/purchases/{id}", PUBLIC),
            row(GET, "/api/purchases", DEPARTMENT),
            row(POST, "/api/purchases", OFFICER),
            row(PUT, "/api/purchases/{id}", OFFICER),
            row(DELETE, "/api/purchases/{id}", OFFICER),
            row(GET, "/api/purchases/{id}/check", DEPARTMENT),
            row(GET, "/api/purchases/{id}/comparison", DEPARTMENT),
            row(POST, "/api/purchases/{id}/submission", OFFICER),
            row(POST, "/api/purchases/{id}/approval", APPROVER),
            row(POST, "/api/purchases/{id}/return", APPROVER),
            row(GET, "/api/requirement-kinds", PUBLIC),
            // matching: others than the contract names get 404
            row(POST, "/api/pool-estimates", DEPARTMENT),
            row(GET, "/api/lots/{id}/matches", SIGNED_IN),
            row(GET, "/api/lots/{id}/eligibility", SIGNED_IN),
            row(GET, "/api/me/matches", BODY),
            row(GET, "/api/me/eligibility", BODY),
            // notification
            row(GET, "/api/me/inbox", SIGNED_IN),
            row(PUT, "/api/me/inbox/read", SIGNED_IN),
            row(PUT, "/api/me/inbox/{id}/read", SIGNED_IN),
            row(PUT, "/api/me/inbox/{id}/unread", SIGNED_IN),
            row(GET, "/api/me/events", SIGNED_IN),
            row(GET, "/api/me/telling", BODY),
            row(PUT, "/api/me/telling", BODY),
            // the demo clock
            row(GET, "/api/demo/clock", PUBLIC).inDemoOnly(),
            row(POST, "/api/demo/clock", ADMIN).inDemoOnly(),
            // operations
            row(POST, "/api/operations/index-rebuild", ADMIN),
            row(GET, "/api/operations/index-rebuild", ADMIN),
            row(GET, "/api/operations/index-check", ADMIN));

    /** Endpoints that libraries bring along. */
    public static final List<Access> LIBRARY_ROWS = List.of(
            row(GET, "/actuator/health", PUBLIC),
            row(GET, "/actuator/health/**", PUBLIC),
            row(GET, "/actuator/prometheus", ADMIN),
            row(GET, "/v3/api-docs", PUBLIC),
            row(GET, "/v3/api-docs.yaml", PUBLIC),
            row(GET, "/v3/api-docs/**", PUBLIC),
            row(GET, "/swagger-ui.html", PUBLIC),
            row(GET, "/swagger-ui/**", PUBLIC),
            row(GET, "/webjars/**", PUBLIC));

    /** First segments of paths that the server answers itself; every other path belongs to the pages. */
    public static final List<String> SERVER_SEGMENTS =
            List.of("api", "actuator", "v3", "swagger-ui", "swagger-ui.html", "webjars");

    private AccessTable() {}
}
