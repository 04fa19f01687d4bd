package org.goufu.organization.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.goufu.kernel.Actor;
import org.goufu.organization.usecase.ChangeTelling;
import org.goufu.platform.http.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where the caller's body wants to be told of lots. */
@RestController
@RequestMapping("/api/me/telling")
class TellingController {
    private final ChangeTelling telling;

    TellingController(ChangeTelling telling) {
        this.telling = telling;
    }

    /** @param places codes of regions of any level; empty for the body's own county */
    record Telling(@NotNull List<@NotNull String> places) {}

    @GetMapping
    @Operation(summary = "Where the caller's body wants to be told of lots; its county until it chooses")
    Mono<ResponseEntity<Telling>> show(Actor actor) {
        return telling.of(actor).map(chosen -> Versions.tagged(new Telling(chosen.places()), chosen.version()));
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Chooses where the caller's body wants to be told; If-Match names the version that was read")
    Mono<Void> change(
            Actor actor,
            @Valid @RequestBody Telling request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return telling.by(actor, request.places(), Versions.expected(ifMatch));
    }
}
