package org.goufu.evaluation.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.goufu.evaluation.domain.PoolEntry;
import org.goufu.evaluation.sql.PoolQueries;
import org.goufu.evaluation.usecase.EvaluatorForm;
import org.goufu.evaluation.usecase.StateAvoidances;
import org.goufu.kernel.Actor;
import org.goufu.platform.http.Versions;
import org.goufu.reference.Regions;
import org.goufu.reference.ServiceCategories;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the pool has on record about the caller. */
@RestController
@RequestMapping("/api/me/evaluator")
class OwnEntryController {
    private final StateAvoidances state;
    private final PoolQueries queries;
    private final Regions regions;
    private final ServiceCategories categories;

    OwnEntryController(StateAvoidances state, PoolQueries queries, Regions regions, ServiceCategories categories) {
        this.state = state;
        this.queries = queries;
        this.regions = regions;
        this.categories = categories;
    }

    /** @param avoidances all of them: what is on record may be ended, not left out */
    record AvoidancesForm(@NotNull List<EvaluatorForm.Avoidance> avoidances) {}

    @GetMapping
    @Operation(summary = "The caller's own entry in the pool")
    Mono<ResponseEntity<EvaluatorView>> own(Actor actor) {
        return queries.own(actor).map(this::tagged);
    }

    @PutMapping("/avoidances")
    @Operation(
            summary =
                    "The caller says with which bodies there is or was a relation; If-Match names the version that was read")
    Mono<ResponseEntity<EvaluatorView>> avoid(
            Actor actor,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AvoidancesForm form) {
        return state.by(actor, Versions.expected(ifMatch), form.avoidances())
                .then(Mono.defer(() -> queries.own(actor)))
                .map(this::tagged);
    }

    private ResponseEntity<EvaluatorView> tagged(PoolEntry entry) {
        return Versions.tagged(EvaluatorView.of(entry, true, regions, categories), entry.version());
    }
}
