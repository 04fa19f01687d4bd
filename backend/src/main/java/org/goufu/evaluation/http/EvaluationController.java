package org.goufu.evaluation.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.Review.Ballot;
import org.goufu.evaluation.domain.Review.Check;
import org.goufu.evaluation.domain.Review.Judgement;
import org.goufu.evaluation.sql.EvaluationQueries;
import org.goufu.evaluation.sql.EvaluationView;
import org.goufu.evaluation.usecase.CheckBids;
import org.goufu.evaluation.usecase.ReadPapers;
import org.goufu.kernel.Actor;
import org.goufu.matching.Conflict.Rule;
import org.goufu.platform.http.LargeForm;
import org.goufu.platform.http.Moves;
import org.goufu.platform.security.Session;
import org.goufu.platform.security.WhileSignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The evaluation of a lot as it goes on, and what bids say. */
@RestController
class EvaluationController {
    private final EvaluationQueries queries;
    private final CheckBids check;
    private final ReadPapers papers;
    private final Moves moves;
    private final WhileSignedIn signedIn;

    EvaluationController(
            EvaluationQueries queries, CheckBids check, ReadPapers papers, Moves moves, WhileSignedIn signedIn) {
        this.queries = queries;
        this.check = check;
        this.papers = papers;
        this.moves = moves;
        this.signedIn = signedIn;
    }

    /**
     * One answer to one check.
     *
     * @param reason needed where it did not pass
     * @param judgements one of each conflict that the bidder declared, where qualification is checked
     */
    record BallotForm(
            @NotNull UUID bid,
            @NotNull Check check,
            @NotNull Boolean passed,
            @Nullable @Size(max = 500) String reason,
            @Nullable @Size(max = 20) List<@Valid JudgementForm> judgements) {
        Ballot ballot() {
            var judged = judgements == null ? List.<JudgementForm>of() : judgements;
            return new Ballot(
                    bid,
                    check,
                    passed,
                    reason,
                    judged.stream()
                            .map(one -> new Judgement(one.rule(), one.bars(), one.reason()))
                            .toList());
        }
    }

    /** @param bars whether the bidder may not take part because of it */
    record JudgementForm(
            @NotNull Rule rule,
            @NotNull Boolean bars,
            @NotNull @Size(max = 500) String reason) {}

    /** One answer for each bid that counts and each check that is due. */
    @LargeForm(bytes = 1024 * 1024)
    record ReviewForm(@NotNull @Size(max = 2_000) List<@Valid BallotForm> ballots) {
        List<Ballot> all() {
            return ballots.stream().map(BallotForm::ballot).toList();
        }
    }

    @GetMapping("/api/lots/{id}/evaluation")
    @Operation(
            summary =
                    "How far the evaluation is, for the department and for supervisors; no points before all have signed")
    Mono<EvaluationView> read(Actor actor, @PathVariable UUID id) {
        return queries.of(actor, id);
    }

    @GetMapping(path = "/api/lots/{id}/evaluation/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary =
                    "Says, as server-sent events named moved, that the evaluation has moved, to the panel and the department")
    Flux<ServerSentEvent<String>> events(Session session, @PathVariable UUID id) {
        return queries.follow(session.actor(), id)
                .thenMany(Flux.defer(() -> signedIn.of(session, moves.of("evaluation", id))));
    }

    @GetMapping("/api/me/evaluations")
    @Operation(summary = "The evaluations on whose panels the caller sits, what waits for the caller first")
    Mono<List<EvaluationQueries.SeatSummary>> mine(Actor actor) {
        return queries.mine(actor).collectList();
    }

    @PostMapping("/api/lots/{id}/qualification")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Which bidders are qualified, by the purchaser of a tender")
    Mono<Void> qualify(Actor actor, @PathVariable UUID id, @Valid @RequestBody ReviewForm request) {
        return check.qualify(actor, id, request.all());
    }

    @PostMapping("/api/lots/{id}/reviews")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Which bids are qualified and comply, by one of the panel; the majority decides")
    Mono<Void> review(Actor actor, @PathVariable UUID id, @Valid @RequestBody ReviewForm request) {
        return check.review(actor, id, request.all());
    }

    @GetMapping(value = "/api/lots/{id}/papers/{bid}/{segment}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(
            summary = "A part of an opened bid, an attachment or what the registry said of the bidder; never the price")
    Mono<ResponseEntity<Flux<? extends DataBuffer>>> part(
            Actor actor, @PathVariable UUID id, @PathVariable UUID bid, @PathVariable String segment) {
        return papers.part(actor, id, bid, segment)
                .map(part -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(part.name()))
                        .body(part.content().map(DefaultDataBufferFactory.sharedInstance::wrap)));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
