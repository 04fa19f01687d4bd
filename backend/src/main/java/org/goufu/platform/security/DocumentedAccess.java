package org.goufu.platform.security;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Writes the authorization table into the OpenAPI document: how a caller of each endpoint shows who it is. */
@Component
class DocumentedAccess implements GlobalOpenApiCustomizer {
    private static final String TOKEN = "token";
    private static final String SESSION = "session";
    private static final String CSRF = "csrf";

    @Override
    public void customise(OpenAPI document) {
        document.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A program's token, from POST /api/tokens"))
                .addSecuritySchemes(
                        SESSION,
                        key(
                                SecurityScheme.In.COOKIE,
                                SessionCookies.SECURE,
                                "A browser's session, from POST /api/session; over plain http the cookie is "
                                        + SessionCookies.PLAIN))
                .addSecuritySchemes(
                        CSRF,
                        key(
                                SecurityScheme.In.HEADER,
                                CsrfFilter.HEADER,
                                "The value of the cookie %s, with every change that a browser's session makes"
                                        .formatted(SessionCookies.CSRF)));
        AccessTable.ROWS.stream()
                .filter(row -> !row.audience().open())
                .forEach(row -> secure(row, document.getPaths().get(row.pattern())));
    }

    private static SecurityScheme key(SecurityScheme.In place, String name, String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(place)
                .name(name)
                .description(description);
    }

    private static void secure(Access row, @Nullable PathItem path) {
        if (path == null) return;
        var operation = path.readOperationsMap()
                .get(PathItem.HttpMethod.valueOf(row.method().name()));
        var session = new SecurityRequirement().addList(SESSION);
        operation
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .addSecurityItem(row.method() == HttpMethod.GET ? session : session.addList(CSRF));
    }
}
