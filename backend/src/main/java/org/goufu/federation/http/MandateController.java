package org.goufu.federation.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.federation.http.MembershipView.MandateView;
import org.goufu.federation.sql.MembershipQueries;
import org.goufu.federation.usecase.GiveMandate;
import org.goufu.federation.usecase.MandateForm;
import org.goufu.federation.usecase.Reach;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a member lets its federation bid for. */
@RestController
@RequestMapping("/api/memberships/{id}/mandates")
class MandateController {
    private final GiveMandate give;
    private final Reach reach;
    private final MembershipQueries queries;
    private final MembershipPages pages;

    MandateController(GiveMandate give, Reach reach, MembershipQueries queries, MembershipPages pages) {
        this.give = give;
        this.reach = reach;
        this.queries = queries;
        this.pages = pages;
    }

    /**
     * A mandate as it is given.
     *
     * @param categories missing or empty: every category
     * @param places missing or empty: everywhere
     * @param paperId the signed paper that was handed in before
     */
    record Given(
            @Nullable List<@NotNull String> categories,
            @NotNull Long amountCapFen,
            @Nullable List<@NotNull String> places,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable UUID paperId) {

        MandateForm form() {
            return new MandateForm(
                    Objects.requireNonNullElse(categories, List.of()),
                    amountCapFen,
                    Objects.requireNonNullElse(places, List.of()),
                    from,
                    to,
                    paperId);
        }
    }

    /** Why a mandate is taken back; may be missing. */
    record Reason(@Nullable String reason) {}

    /** All mandates of a membership, past ones included. */
    record Mandates(
            List<MandateView> items, long total, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "The mandates that a member has given its federation")
    Mono<Mandates> mandates(Actor actor, @PathVariable UUID id) {
        return reach.membership(actor, id)
                .then(Mono.defer(() -> mandates(id)))
                .map(all -> new Mandates(all, all.size(), null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The member gives a mandate; its days lie inside the membership")
    Mono<ResponseEntity<MandateView>> give(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Given request) {
        return give.by(actor, id, MembershipController.seen(ifMatch), request.form())
                .flatMap(given -> one(id, given))
                .map(view -> ResponseEntity.created(URI.create("/api/memberships/" + id + "/mandates"))
                        .body(view));
    }

    @PostMapping("/{mandateId}/revocation")
    @Operation(summary = "Member or federation take a mandate back, at once")
    Mono<MandateView> revoke(
            Actor actor, @PathVariable UUID id, @PathVariable UUID mandateId, @RequestBody Reason request) {
        return give.revoke(actor, id, mandateId, Objects.requireNonNullElse(request.reason(), ""))
                .then(Mono.defer(() -> one(id, mandateId)));
    }

    private Mono<List<MandateView>> mandates(UUID membershipId) {
        return queries.one(membershipId).flatMap(pages::view).map(MembershipView::mandates);
    }

    private Mono<MandateView> one(UUID membershipId, UUID mandateId) {
        return mandates(membershipId)
                .flatMapIterable(all -> all)
                .filter(mandate -> mandate.id().equals(mandateId))
                .next();
    }
}
