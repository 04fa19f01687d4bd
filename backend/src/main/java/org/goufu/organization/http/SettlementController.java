package org.goufu.organization.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.organization.RegistryWork.Matter;
import org.goufu.organization.usecase.SettleConflict;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Conflicts of the work list that somebody has looked at. */
@RestController
class SettlementController {
    private final SettleConflict settle;

    SettlementController(SettleConflict settle) {
        this.settle = settle;
    }

    /** @param bodies all parties of the conflict */
    record Settlement(
            @NotNull Matter matter,
            @NotNull List<UUID> bodies,
            @Nullable String reason) {}

    @PostMapping("/api/registry/conflict-settlements")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says why bodies that seem to be one, or to be led by one, may stand beside each other")
    Mono<Void> settle(Actor actor, @Valid @RequestBody Settlement settlement) {
        return settle.by(
                actor, settlement.matter(), settlement.bodies(), Objects.requireNonNullElse(settlement.reason(), ""));
    }
}
