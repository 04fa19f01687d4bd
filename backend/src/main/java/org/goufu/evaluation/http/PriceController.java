package org.goufu.evaluation.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.Inquiry;
import org.goufu.evaluation.domain.Opinion;
import org.goufu.evaluation.sql.AskedView;
import org.goufu.evaluation.sql.EvaluationQueries;
import org.goufu.evaluation.usecase.JudgePrices;
import org.goufu.kernel.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Prices that may be too low (财库〔2026〕2号). */
@RestController
@RequestMapping("/api/lots/{id}")
class PriceController {
    private final JudgePrices judge;
    private final EvaluationQueries queries;

    PriceController(JudgePrices judge, EvaluationQueries queries) {
        this.judge = judge;
        this.queries = queries;
    }

    record DoubtForm(
            @NotNull UUID bid, @NotNull @Size(max = 500) String reason) {}

    /** @param doubts none for an evaluator who thinks no price too low */
    record OpinionForm(@NotNull @Size(max = 500) List<@Valid DoubtForm> doubts) {
        Opinion by(UUID account) {
            return new Opinion(
                    account,
                    doubts.stream()
                            .map(one -> new Opinion.Doubt(one.bid(), one.reason()))
                            .toList());
        }
    }

    record ExplanationForm(@NotNull @Size(max = 5_000) String text) {}

    /** @param accepted whether the explanation shows that the price is sound */
    record FindingForm(
            @NotNull UUID bid,
            @NotNull Boolean accepted,
            @NotNull @Size(max = 500) String reason) {}

    @PostMapping("/price-opinions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Which prices one of the panel thinks too low; what most of it doubts has to be explained")
    Mono<Void> doubt(Actor actor, @PathVariable UUID id, @Valid @RequestBody OpinionForm request) {
        return judge.judge(id, request.by(actor.accountId()));
    }

    @GetMapping("/price-explanation")
    @Operation(summary = "What has to be explained about the price of a bid of the caller's body, and until when")
    Mono<AskedView> asked(Actor actor, @PathVariable UUID id) {
        return queries.asked(actor, id);
    }

    @PostMapping("/price-explanation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Explains the caller's price in writing, with what it costs")
    Mono<Void> explain(Actor actor, @PathVariable UUID id, @Valid @RequestBody ExplanationForm request) {
        return judge.explain(actor, id, request.text());
    }

    @PostMapping("/price-findings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Whether an explanation suffices, by one of the panel; the majority decides")
    Mono<Void> find(Actor actor, @PathVariable UUID id, @Valid @RequestBody FindingForm request) {
        return judge.find(id, request.bid(), new Inquiry.Vote(actor.accountId(), request.accepted(), request.reason()));
    }
}
