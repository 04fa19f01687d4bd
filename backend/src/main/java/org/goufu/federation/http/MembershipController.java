package org.goufu.federation.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.federation.MembershipState;
import org.goufu.federation.sql.MembershipQueries;
import org.goufu.federation.sql.MembershipQueries.ActRow;
import org.goufu.federation.sql.MembershipQueries.Whose;
import org.goufu.federation.usecase.AnswerInvitation;
import org.goufu.federation.usecase.ConfirmMembership;
import org.goufu.federation.usecase.EndMembership;
import org.goufu.federation.usecase.Enrolments.Act;
import org.goufu.federation.usecase.Reach;
import org.goufu.federation.usecase.ReleaseMember;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Page;
import org.goufu.platform.http.PageRequest;
import org.goufu.platform.http.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Memberships: who asks, who agrees, who confirms, and how they end. */
@RestController
class MembershipController {
    private final AnswerInvitation answer;
    private final ConfirmMembership confirm;
    private final ReleaseMember release;
    private final EndMembership end;
    private final Reach reach;
    private final MembershipQueries queries;
    private final MembershipPages pages;

    MembershipController(
            AnswerInvitation answer,
            ConfirmMembership confirm,
            ReleaseMember release,
            EndMembership end,
            Reach reach,
            MembershipQueries queries,
            MembershipPages pages) {
        this.answer = answer;
        this.confirm = confirm;
        this.release = release;
        this.end = end;
        this.reach = reach;
        this.queries = queries;
        this.pages = pages;
    }

    /** Why somebody says no. */
    record Reason(@Nullable String reason) {}

    /** @param reason asked of the federation; a member may leave without one */
    record Ending(@NotNull LocalDate lastDay, @Nullable String reason) {}

    /** One act in the history. */
    record ActView(
            Act.Kind act,
            Instant at,
            String byName,
            @Nullable String reason) {}

    /** The history of a membership, the latest first. */
    record Acts(List<ActView> items) {}

    @GetMapping("/api/memberships")
    @Operation(
            summary = "Memberships of the federations in the registrar's region; the street confirms what is ACCEPTED")
    Mono<Page<MembershipView>> ofRegion(
            Actor actor,
            @RequestParam(name = "state", defaultValue = "") List<MembershipState> state,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return pages.page(Whose.ofRegion(actor.region().value()), state, PageRequest.of(size, after));
    }

    @GetMapping("/api/me/memberships")
    @Operation(summary = "The caller's own invitations and memberships")
    Mono<Page<MembershipView>> own(
            Actor actor,
            @RequestParam(name = "state", defaultValue = "") List<MembershipState> state,
            @RequestParam(name = "size", defaultValue = PageRequest.DEFAULT_SIZE) int size,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        return pages.page(Whose.ofMember(actor.organization()), state, PageRequest.of(size, after));
    }

    @GetMapping("/api/memberships/{id}")
    @Operation(summary = "A membership, for its member, its federation and their street")
    Mono<ResponseEntity<MembershipView>> membership(Actor actor, @PathVariable UUID id) {
        return reach.membership(actor, id).then(whole(id));
    }

    @GetMapping("/api/memberships/{id}/acts")
    @Operation(summary = "Who did what to a membership, the latest first")
    Mono<Acts> acts(Actor actor, @PathVariable UUID id) {
        return reach.membership(actor, id)
                .thenMany(queries.acts(id))
                .map(MembershipController::view)
                .collectList()
                .map(Acts::new);
    }

    @PostMapping("/api/memberships/{id}/acceptance")
    @Operation(summary = "The invited body's own contact agrees to join")
    Mono<ResponseEntity<MembershipView>> accept(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer.accept(actor, id, seen(ifMatch)).then(whole(id));
    }

    @PostMapping("/api/memberships/{id}/refusal")
    @Operation(
            summary =
                    "The body refuses, the federation takes its invitation back, or the street returns it, each with a reason")
    Mono<ResponseEntity<MembershipView>> refuse(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Reason request) {
        return answer.refuse(actor, id, seen(ifMatch), text(request.reason())).then(whole(id));
    }

    @PostMapping("/api/memberships/{id}/confirmation")
    @Operation(summary = "The street confirms; a membership elsewhere ends the day before this one begins")
    Mono<ResponseEntity<MembershipView>> confirm(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return confirm.by(actor, id, seen(ifMatch)).then(whole(id));
    }

    @PostMapping("/api/memberships/{id}/release")
    @Operation(
            summary = "The federation that the member is to leave agrees to the transfer, or that federation's street")
    Mono<ResponseEntity<MembershipView>> release(Actor actor, @PathVariable UUID id) {
        return release.by(actor, id).then(whole(id));
    }

    @PostMapping("/api/memberships/{id}/end")
    @Operation(summary = "The member leaves, or the federation lets it go; the last day is today or later")
    Mono<ResponseEntity<MembershipView>> end(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Ending request) {
        return end.by(actor, id, seen(ifMatch), request.lastDay(), text(request.reason()))
                .then(whole(id));
    }

    private Mono<ResponseEntity<MembershipView>> whole(UUID id) {
        return Mono.defer(() -> queries.one(id))
                .flatMap(pages::view)
                .map(view -> Versions.tagged(view, view.version()));
    }

    private static ActView view(ActRow row) {
        return new ActView(row.act(), row.at(), row.byName(), row.reason());
    }

    /** An act names the version that it is about only if its caller looked at one. */
    static @Nullable Long seen(@Nullable String ifMatch) {
        return ifMatch == null ? null : Long.valueOf(Versions.expected(ifMatch));
    }

    private static String text(@Nullable String reason) {
        return Objects.requireNonNullElse(reason, "");
    }
}
