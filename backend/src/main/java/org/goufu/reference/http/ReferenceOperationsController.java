package org.goufu.reference.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.goufu.kernel.Actor;
import org.goufu.reference.sql.ReferenceQueries;
import org.goufu.reference.sql.ReferenceQueries.Amount;
import org.goufu.reference.sql.ReferenceQueries.Year;
import org.goufu.reference.usecase.EnterThreshold;
import org.goufu.reference.usecase.LoadCalendarYear;
import org.goufu.reference.usecase.LoadCalendarYear.Preview;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Keeping the calendar and the amounts: for operators. */
@RestController
@RequestMapping("/api/operations")
class ReferenceOperationsController {
    private final ReferenceQueries queries;
    private final LoadCalendarYear load;
    private final EnterThreshold enter;

    ReferenceOperationsController(ReferenceQueries queries, LoadCalendarYear load, EnterThreshold enter) {
        this.queries = queries;
        this.load = load;
        this.enter = enter;
    }

    /** Everything that is loaded: a handful of years and amounts. */
    record Loaded(List<Year> years, List<Amount> thresholds) {}

    /** @param csv lines {@code date,kind}: weekday holidays and weekend workdays */
    record YearFile(
            @NotNull Integer year,
            @NotNull String document,
            @NotNull @Size(max = 20_000) String csv) {}

    @GetMapping("/reference")
    @Operation(
            summary =
                    "Which calendar years and amounts are loaded, and whether a person compared them with the official text")
    Mono<Loaded> show() {
        return queries.years().collectList().zipWith(queries.thresholds().collectList(), Loaded::new);
    }

    @PostMapping("/calendar-previews")
    @Operation(summary = "What a year of working days would change; nothing is kept")
    Mono<Preview> preview(@Valid @RequestBody YearFile file) {
        return load.preview(file.year(), file.document(), file.csv());
    }

    @PostMapping("/calendar-years")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Loads a year of working days on every instance")
    Mono<Preview> load(Actor actor, @Valid @RequestBody YearFile file) {
        return load.by(actor, file.year(), file.document(), file.csv());
    }

    @PostMapping("/thresholds")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enters an amount from the official catalogue with its document, for every instance")
    Mono<Void> enter(Actor actor, @RequestBody EnterThreshold.Form form) {
        return enter.by(actor, form);
    }
}
