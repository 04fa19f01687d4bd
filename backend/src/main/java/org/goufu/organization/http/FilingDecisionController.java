package org.goufu.organization.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.goufu.account.Contacts;
import org.goufu.kernel.Actor;
import org.goufu.organization.FilingWish;
import org.goufu.organization.usecase.DecideFiling;
import org.goufu.organization.usecase.InviteContact;
import org.goufu.organization.usecase.KeepFiling;
import org.goufu.organization.usecase.OrganizationForm;
import org.goufu.organization.usecase.RegisterGroup;
import org.goufu.platform.http.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What community, street and county decide about a filing, from the opinion to the end. */
@RestController
@RequestMapping("/api/filings/{id}")
class FilingDecisionController {
    private final DecideFiling decide;
    private final KeepFiling keep;
    private final InviteContact invite;
    private final RegisterGroup register;

    FilingDecisionController(DecideFiling decide, KeepFiling keep, InviteContact invite, RegisterGroup register) {
        this.decide = decide;
        this.keep = keep;
        this.invite = invite;
        this.register = register;
    }

    /** What the community thinks. */
    record OpinionRequest(
            @NotNull Boolean supports, @Nullable String text) {}

    /** What the street decides; a return needs a reason. */
    record ReviewRequest(
            @NotNull Decision decision, @Nullable String reason) {
        enum Decision {
            APPROVE,
            RETURN
        }
    }

    /** Why. */
    record ReasonRequest(@Nullable String reason) {}

    /** @param code shown this once */
    record InvitationView(String username, String code, Instant expiresAt) {
        static InvitationView of(Contacts.Invitation invitation) {
            return new InvitationView(invitation.username(), invitation.code(), invitation.expiresAt());
        }

        /** The secret must not reach a log by way of a record's text. */
        @Override
        public String toString() {
            return "InvitationView[" + username + "]";
        }
    }

    /** What the group's contact asks for. */
    record WishRequest(@NotNull FilingWish wish, @Nullable String text) {}

    @PostMapping("/opinion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The community's opinion; then the street reviews")
    Mono<Void> opinion(Actor actor, @PathVariable UUID id, @Valid @RequestBody OpinionRequest opinion) {
        return decide.opinion(actor, id, opinion.supports(), text(opinion.text()));
    }

    @PostMapping("/review")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "The street files the group under its next number, or sends the application back with a reason")
    Mono<Void> review(Actor actor, @PathVariable UUID id, @Valid @RequestBody ReviewRequest review) {
        return switch (review.decision()) {
            case APPROVE -> decide.approve(actor, id);
            case RETURN -> decide.giveBack(actor, id, text(review.reason()));
        };
    }

    @PostMapping("/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Confirms the filing for another period; a dormant group wakes up with it")
    Mono<Void> confirm(Actor actor, @PathVariable UUID id, @RequestBody ReasonRequest note) {
        return keep.confirm(actor, id, text(note.reason()));
    }

    @PostMapping("/dormancy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says that the group did nothing for twelve months")
    Mono<Void> dormant(Actor actor, @PathVariable UUID id, @RequestBody ReasonRequest reason) {
        return keep.dormant(actor, id, text(reason.reason()));
    }

    @PostMapping("/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revokes the filing")
    Mono<Void> revoke(Actor actor, @PathVariable UUID id, @RequestBody ReasonRequest reason) {
        return keep.revoke(actor, id, text(reason.reason()));
    }

    @PostMapping("/cancellation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends the filing, or gives the application up")
    Mono<Void> cancel(Actor actor, @PathVariable UUID id, @RequestBody ReasonRequest reason) {
        return keep.cancel(actor, id, text(reason.reason()));
    }

    @PostMapping("/request")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The group's contact asks the street for a change or for the yearly confirmation")
    Mono<Void> ask(Actor actor, @PathVariable UUID id, @Valid @RequestBody WishRequest wish) {
        return keep.ask(actor, id, wish.wish(), text(wish.text()));
    }

    @PostMapping("/contact")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "A code with which the group's contact opens its account, shown this once; an earlier code is worth nothing from now on")
    Mono<InvitationView> invite(Actor actor, @PathVariable UUID id) {
        return invite.by(actor, id).map(InvitationView::of);
    }

    @PostMapping("/registration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Registers the group as a legal person under the same id; If-Match names the version of the filing that was read")
    Mono<Void> register(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OrganizationForm form) {
        return register.by(actor, id, Versions.expected(ifMatch), form);
    }

    private static String text(@Nullable String said) {
        return Objects.requireNonNullElse(said, "");
    }
}
