package org.goufu.evaluation.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.evaluation.domain.Departure;
import org.goufu.evaluation.usecase.ChoosePanel;
import org.goufu.evaluation.usecase.FormPanel;
import org.goufu.evaluation.usecase.RenewPanel;
import org.goufu.evaluation.usecase.SitOnPanel;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who evaluates. */
@RestController
@RequestMapping("/api/lots/{id}/panel")
class PanelController {
    private final ChoosePanel choose;
    private final FormPanel form;
    private final SitOnPanel sit;
    private final RenewPanel renew;

    PanelController(ChoosePanel choose, FormPanel form, SitOnPanel sit, RenewPanel renew) {
        this.choose = choose;
        this.form = form;
        this.sit = sit;
        this.renew = renew;
    }

    /** @param representatives whom the purchaser names, of those that {@code GET} offers */
    record PanelForm(
            @NotNull @Min(0) @Max(99) Integer experts,
            @Nullable Boolean weighty,
            @Nullable @Size(max = 20) List<UUID> representatives) {
        FormPanel.Asked asked() {
            return new FormPanel.Asked(
                    experts, Boolean.TRUE.equals(weighty), Objects.requireNonNullElse(representatives, List.of()));
        }
    }

    /**
     * @param ground whether there is a relation, as is taken where nothing is said, or one cannot go on
     * @param reason what the relation is, or what keeps one; needed when {@code unrelated} is false
     */
    record DeclarationForm(
            @NotNull Boolean unrelated,
            Departure.@Nullable Ground ground,
            @Nullable @Size(max = 500) String reason) {}

    /** @param reason recorded, for the report to the finance department */
    record RenewalForm(@Nullable @Size(max = 500) String reason) {}

    record DepartureForm(
            @NotNull Integer seat,
            @Nullable @Size(max = 500) String reason) {}

    @GetMapping
    @Operation(summary = "What the law asks of the panel, and of whom it can be made")
    Mono<ChoosePanel.Choices> choices(Actor actor, @PathVariable UUID id) {
        return choose.of(actor, id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Fixes the candidates in the ledger, then draws the experts from a head signed afterwards")
    Mono<Void> form(Actor actor, @PathVariable UUID id, @Valid @RequestBody PanelForm request) {
        return form.by(actor, id, request.asked());
    }

    @PostMapping("/declaration")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "The caller has no relation to a bidder within three years, or leaves the seat: to the next, or once points are revealed to nobody")
    Mono<Void> declare(Actor actor, @PathVariable UUID id, @Valid @RequestBody DeclarationForm request) {
        return request.unrelated()
                ? sit.declare(actor, id)
                : sit.leave(
                        actor,
                        id,
                        Objects.requireNonNullElse(request.ground(), Departure.Ground.RELATED),
                        Objects.requireNonNullElse(request.reason(), ""));
    }

    @PostMapping("/renewal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Ends a panel with a member related to a bidder when points have been revealed: nothing that it found counts, and another is drawn")
    Mono<Void> renew(Actor actor, @PathVariable UUID id, @Valid @RequestBody RenewalForm request) {
        return renew.by(actor, id, Objects.requireNonNullElse(request.reason(), ""));
    }

    @PostMapping("/departures")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Releases somebody who does not do his or her part: the next in the drawn order takes the seat, or once points are revealed nobody")
    Mono<Void> replace(Actor actor, @PathVariable UUID id, @Valid @RequestBody DepartureForm request) {
        return sit.release(actor, id, request.seat(), Objects.requireNonNullElse(request.reason(), ""));
    }
}
