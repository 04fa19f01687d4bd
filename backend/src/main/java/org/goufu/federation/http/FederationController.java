package org.goufu.federation.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.MembershipState;
import org.goufu.federation.sql.MembershipQueries;
import org.goufu.federation.sql.MembershipQueries.Whose;
import org.goufu.federation.usecase.FindUnaffiliated;
import org.goufu.federation.usecase.InviteMember;
import org.goufu.federation.usecase.Reach;
import org.goufu.federation.usecase.RegisterFederation;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Coded;
import org.goufu.kernel.Page;
import org.goufu.platform.http.PageRequest;
import org.goufu.platform.http.Versions;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Federations: their registration, their roster, and the groups of a street that are in none. */
@RestController
class FederationController {
    private final RegisterFederation register;
    private final InviteMember invite;
    private final FindUnaffiliated unaffiliated;
    private final Reach reach;
    private final MembershipQueries queries;
    private final MembershipPages pages;
    private final Regions regions;

    FederationController(
            RegisterFederation register,
            InviteMember invite,
            FindUnaffiliated unaffiliated,
            Reach reach,
            MembershipQueries queries,
            MembershipPages pages,
            Regions regions) {
        this.register = register;
        this.invite = invite;
        this.unaffiliated = unaffiliated;
        this.reach = reach;
        this.queries = queries;
        this.pages = pages;
        this.regions = regions;
    }

    /** A registered association and the street for which it stands. */
    record Registration(
            @NotNull UUID organizationId, @NotNull String streetCode) {}

    /** The federation with its street. */
    record Registered(UUID id, Coded street) {}

    /** @param from wished first day, today when it is missing */
    record Invitation(@NotNull UUID memberId, @Nullable LocalDate from) {}

    @PostMapping("/api/federations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Records that a registered association is the federation of a street; one stands for a street at a time")
    Mono<ResponseEntity<Registered>> register(Actor actor, @Valid @RequestBody Registration request) {
        return register.by(actor, request.organizationId(), request.streetCode())
                .map(seat -> ResponseEntity.created(URI.create("/api/federations/" + seat.federationId()))
                        .body(new Registered(
                                seat.federationId(), regions.coded(seat.street().value()))));
    }

    @GetMapping("/api/federations/{id}/memberships")
    @Operation(summary = "Invitations and memberships of a federation, for its staff and the registrars of its street")
    Mono<Page<MembershipView>> memberships(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "state", defaultValue = "") List<MembershipState> state,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        return reach.seat(actor, id).flatMap(seat -> pages.page(Whose.ofFederation(id), state, page));
    }

    @PostMapping("/api/federations/{id}/memberships")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Invites a filed group of the street or a registered body; one that stands elsewhere is asked to come over")
    Mono<ResponseEntity<MembershipView>> invite(
            Actor actor, @PathVariable UUID id, @Valid @RequestBody Invitation request) {
        return invite.by(actor, id, request.memberId(), request.from())
                .flatMap(invited -> queries.one(invited.id()))
                .flatMap(pages::view)
                .map(view -> ResponseEntity.created(URI.create("/api/memberships/" + view.id()))
                        .eTag(Versions.etag(view.version()))
                        .body(view));
    }

    @GetMapping("/api/groups-without-federation")
    @Operation(summary = "Filed groups of a street that are members of no federation")
    Mono<Page<MembershipPages.UnaffiliatedView>> unaffiliated(
            Actor actor,
            @RequestParam(name = "street") String street,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        var page = PageRequest.of(size, after);
        return unaffiliated.of(actor, street).flatMap(groups -> pages.unaffiliated(groups, page));
    }
}
