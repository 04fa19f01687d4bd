package org.goufu.evaluation.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.Sheet.Score;
import org.goufu.evaluation.sql.ScoringQueries;
import org.goufu.evaluation.sql.ScoringView;
import org.goufu.evaluation.usecase.ScoreBids;
import org.goufu.kernel.Actor;
import org.goufu.platform.http.LargeForm;
import org.goufu.platform.http.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** An evaluator's own desk and sheet: nobody else's are here. */
@RestController
@RequestMapping("/api/lots/{id}/scores")
class ScoreController {
    private final ScoringQueries queries;
    private final ScoreBids score;

    ScoreController(ScoringQueries queries, ScoreBids score) {
        this.queries = queries;
        this.score = score;
    }

    /** @param points in hundredths; null while one is still thinking */
    record ScoreForm(
            @NotNull UUID bid,
            @NotNull Integer item,
            @Nullable Integer points,
            @Nullable String reason) {}

    /** All items of some hundred bids, each with its reason. */
    @LargeForm(bytes = 2 * 1024 * 1024)
    record SheetForm(@NotNull @Size(max = 5_000) List<@Valid ScoreForm> scores) {
        List<Score> all() {
            return scores.stream()
                    .map(one -> new Score(one.bid(), one.item(), one.points(), one.reason()))
                    .toList();
        }
    }

    /** @param version for the next {@code If-Match} */
    record SavedSheet(long version) {}

    @GetMapping
    @Operation(summary = "The opened bids and the caller's own sheet, for one of the panel")
    Mono<ResponseEntity<ScoringView>> desk(Actor actor, @PathVariable UUID id) {
        return queries.desk(actor, id)
                .map(desk -> Versions.tagged(desk, desk.sheet().version()));
    }

    @PutMapping
    @Operation(summary = "Keeps the caller's sheet as it is so far; If-Match names the version that was read")
    Mono<ResponseEntity<SavedSheet>> write(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SheetForm request) {
        return score.write(actor, id, Versions.expected(ifMatch), request.all())
                .map(version -> Versions.tagged(new SavedSheet(version), version));
    }

    @PostMapping("/signature")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Signs the caller's sheet: it enters the ledger and does not change any more",
            description = "With If-Match only the version that the caller has read; without it what is kept")
    Mono<Void> sign(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return score.sign(actor, id, ifMatch == null ? null : Versions.expected(ifMatch));
    }
}
