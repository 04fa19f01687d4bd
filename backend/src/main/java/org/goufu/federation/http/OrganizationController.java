package org.goufu.federation.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.goufu.federation.usecase.ReadProfile;
import org.goufu.platform.http.Moved;
import org.goufu.platform.http.Moved.MayPointOn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Public profiles of organizations, groups and federations. */
@RestController
class OrganizationController {
    private final ReadProfile profiles;
    private final ProfilePages pages;

    OrganizationController(ReadProfile profiles, ProfilePages pages) {
        this.profiles = profiles;
        this.pages = pages;
    }

    @GetMapping("/api/organizations/{id}")
    @Operation(
            summary =
                    "The public profile of an organization, a filed group or a federation; asOf: what was true and known then; an entry that was joined with another body points there")
    @MayPointOn
    Mono<ResponseEntity<ProfilePage>> organization(
            @PathVariable("id") UUID id,
            @RequestParam(name = "asOf", required = false) @Nullable Instant asOf,
            ServerHttpRequest request,
            Locale locale) {
        return profiles.of(id, asOf)
                .map(gathered -> Moved.unlessAt(
                        id,
                        gathered.body().id(),
                        "/api/organizations/",
                        request,
                        () -> ResponseEntity.ok(pages.page(gathered, locale))));
    }

    @GetMapping("/api/federations/{id}")
    @Operation(summary = "The public profile of a federation with its members")
    Mono<ProfilePage> federation(@PathVariable("id") UUID id, Locale locale) {
        return profiles.ofFederation(id).map(gathered -> pages.page(gathered, locale));
    }
}
