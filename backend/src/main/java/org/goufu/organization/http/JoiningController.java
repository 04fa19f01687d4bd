package org.goufu.organization.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.organization.BodyKind;
import org.goufu.organization.usecase.FindNamesakes;
import org.goufu.organization.usecase.FindNamesakes.Namesake;
import org.goufu.organization.usecase.JoinFiling;
import org.goufu.platform.http.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Entries that seem to be one body, and the act that makes one of a group's filing and its registration. */
@RestController
class JoiningController {
    private final FindNamesakes find;
    private final JoinFiling join;

    JoiningController(FindNamesakes find, JoinFiling join) {
        this.find = find;
        this.join = join;
    }

    /**
     * Another body of the same name in the same county.
     *
     * @param joins whether the two are a filed group and a legal person, which may be one
     */
    record NamesakeView(
            UUID id,
            String name,
            BodyKind kind,
            @Nullable String creditCode,
            @Nullable String filingNumber,
            @Nullable LocalDate foundedOn,
            boolean joins) {}

    record Namesakes(List<NamesakeView> items) {}

    /** @param organizationId the entry of the legal person that the group has become */
    record Joining(@NotNull UUID organizationId) {}

    @GetMapping("/api/registry/bodies/{id}/namesakes")
    @Operation(
            summary =
                    "Bodies of the same name in the same county of which nobody has said that they are not the same; at most 20")
    Mono<Namesakes> namesakes(Actor actor, @PathVariable UUID id) {
        return find.of(actor, id).map(JoiningController::view).collectList().map(Namesakes::new);
    }

    private static NamesakeView view(Namesake namesake) {
        var body = namesake.body();
        return new NamesakeView(
                body.id(),
                body.name(),
                body.kind(),
                body.creditCode(),
                body.filingNumber(),
                body.foundedOn(),
                namesake.joins());
    }

    @PostMapping("/api/filings/{id}/joining")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Joins the group with a legal person that was registered without its filing; the group's id stays and takes over what is registered; If-Match names the version of the filing that was read")
    Mono<Void> join(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Joining request) {
        return join.by(actor, id, Versions.expected(ifMatch), request.organizationId());
    }
}
