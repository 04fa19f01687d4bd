package org.goufu.federation.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.HostingAgreement;
import org.goufu.federation.usecase.CloseFederation;
import org.goufu.federation.usecase.CloseFederation.Consequences;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FederationRecognition.Ending;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.http.Versions;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The closing of a federation: first what it would end, then the act. */
@RestController
class ClosureController {
    private final CloseFederation close;
    private final OrganizationDirectory organizations;
    private final Regions regions;

    ClosureController(CloseFederation close, OrganizationDirectory organizations, Regions regions) {
        this.close = close;
        this.organizations = organizations;
        this.regions = regions;
    }

    /** What somebody carries out under the federation's responsibility. */
    record Hosted(Named group, String scope, LocalDate to) {}

    /**
     * What a closing ends today; its version stands in the ETag.
     *
     * @param endings how the caller may let the legal person go on
     * @param members who stands in the federation today
     * @param waiting who is invited, or would begin later
     * @param mandates how many end at once
     */
    record ConsequencesView(
            Named federation,
            Coded street,
            LocalDate today,
            Set<Ending> endings,
            List<Named> members,
            List<Named> waiting,
            long mandates,
            List<Hosted> agreements,
            long version) {}

    /** @param ending what becomes of the legal person */
    record Closure(@NotNull Ending ending, @Nullable String reason) {}

    @GetMapping("/api/federations/{id}/closure")
    @Operation(summary = "What the closing of a federation would end today, for the registrars above its street")
    Mono<ResponseEntity<ConsequencesView>> consequences(Actor actor, @PathVariable UUID id) {
        return close.consequences(actor, id)
                .flatMap(found ->
                        names(found).map(names -> Versions.tagged(view(actor, found, names), found.version())));
    }

    @PostMapping("/api/federations/{id}/closure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Closes a federation: memberships, mandates and hosting agreements end today, members are told; If-Match names the consequences that were read")
    Mono<Void> close(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Closure request) {
        return close.by(
                actor,
                id,
                Versions.expected(ifMatch),
                request.ending(),
                Objects.requireNonNullElse(request.reason(), ""));
    }

    private Mono<Map<UUID, String>> names(Consequences found) {
        var ids = Stream.concat(
                        Stream.of(found.seat().federationId()),
                        found.memberships().stream().map(Enrolment::memberId))
                .collect(Collectors.toSet());
        return organizations.findAll(ids).collectMap(BodyProfile::id, BodyProfile::name);
    }

    private ConsequencesView view(Actor actor, Consequences found, Map<UUID, String> names) {
        var today = found.now().day();
        return new ConsequencesView(
                named(found.seat().federationId(), names),
                regions.coded(found.seat().street().value()),
                today,
                CloseFederation.mayEndThePerson(actor) ? EnumSet.allOf(Ending.class) : EnumSet.of(Ending.STANDS_DOWN),
                members(found, names, true),
                members(found, names, false),
                found.memberships().stream()
                        .flatMap(membership -> membership.mandates().stream())
                        .filter(mandate ->
                                mandate.revokedAt() == null && !mandate.to().isBefore(today))
                        .count(),
                found.agreements().stream()
                        .map(agreement -> hosted(agreement, names))
                        .toList(),
                found.version());
    }

    private static List<Named> members(Consequences found, Map<UUID, String> names, boolean standing) {
        return found.memberships().stream()
                .filter(membership -> membership.stoodBy(found.now().day()) == standing)
                .map(membership -> named(membership.memberId(), names))
                .toList();
    }

    private static Hosted hosted(HostingAgreement agreement, Map<UUID, String> names) {
        return new Hosted(named(agreement.groupId(), names), agreement.scope(), agreement.to());
    }

    private static Named named(UUID id, Map<UUID, String> names) {
        return new Named(id, names.getOrDefault(id, ""));
    }
}
