package org.goufu.federation.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.domain.HostingAgreement;
import org.goufu.federation.usecase.HostGroup;
import org.goufu.federation.usecase.HostGroup.Proposal;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Hosting agreements: for what a federation answers in a group's stead. */
@RestController
@RequestMapping("/api/memberships/{id}/agreements")
class AgreementController {
    private final HostGroup host;

    AgreementController(HostGroup host) {
        this.host = host;
    }

    /**
     * What a federation proposes.
     *
     * @param scope the project, or the kind of work
     */
    record Proposed(
            @NotNull String scope,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable UUID documentId) {}

    /** The group's answer. */
    record Answer(@NotNull Boolean agrees) {}

    /** An agreement. */
    record AgreementView(
            UUID id,
            String scope,
            LocalDate from,
            LocalDate to,
            @Nullable UUID documentId,
            HostingAgreement.State state,
            Instant proposedAt,
            @Nullable LocalDate endedOn) {}

    /** All agreements of a membership, the newest first. */
    record AgreementList(
            List<AgreementView> items, long total, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "For what the federation answers in the group's stead")
    Mono<AgreementList> list(Actor actor, @PathVariable UUID id) {
        return host.of(actor, id)
                .map(AgreementController::view)
                .collectList()
                .map(all -> new AgreementList(all, all.size(), null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The federation offers to answer for what the group carries out")
    Mono<ResponseEntity<AgreementView>> propose(
            Actor actor, @PathVariable UUID id, @Valid @RequestBody Proposed request) {
        return host.propose(
                        actor, id, new Proposal(request.scope(), request.from(), request.to(), request.documentId()))
                .map(agreement -> ResponseEntity.created(URI.create("/api/memberships/" + id + "/agreements"))
                        .body(view(agreement)));
    }

    @PostMapping("/{agreementId}/answer")
    @Operation(summary = "The group's own contact agrees or declines")
    Mono<AgreementView> answer(
            Actor actor, @PathVariable UUID id, @PathVariable UUID agreementId, @Valid @RequestBody Answer request) {
        return host.answer(actor, id, agreementId, request.agrees()).map(AgreementController::view);
    }

    @PostMapping("/{agreementId}/end")
    @Operation(summary = "Group or federation end the agreement today")
    Mono<AgreementView> end(Actor actor, @PathVariable UUID id, @PathVariable UUID agreementId) {
        return host.end(actor, id, agreementId).map(AgreementController::view);
    }

    private static AgreementView view(HostingAgreement agreement) {
        return new AgreementView(
                agreement.id(),
                agreement.scope(),
                agreement.from(),
                agreement.to(),
                agreement.documentId(),
                agreement.state(),
                agreement.proposedAt(),
                agreement.endedOn());
    }
}
