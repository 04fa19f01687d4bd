package org.goufu.evaluation.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.goufu.evaluation.sql.DebriefView;
import org.goufu.evaluation.sql.EvaluationQueries;
import org.goufu.evaluation.sql.EvaluationQueries.PublishedResult;
import org.goufu.evaluation.usecase.DecideAward;
import org.goufu.evaluation.usecase.PassOver;
import org.goufu.kernel.Actor;
import org.goufu.kernel.ProblemException;
import org.goufu.purchase.Statutory.OfficialPublication;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The award: proposed, decided, public, and told to each bidder. */
@RestController
@RequestMapping("/api/lots/{id}")
class AwardController {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final DecideAward award;
    private final PassOver passOver;
    private final EvaluationQueries queries;
    private final Said said;

    AwardController(DecideAward award, PassOver passOver, EvaluationQueries queries, Said said) {
        this.award = award;
        this.passOver = passOver;
        this.queries = queries;
        this.said = said;
    }

    /**
     * @param note what the approver should know
     * @param namesakes why members of the panel who have the name of one who speaks for a bidder are other persons; recorded
     * @param openness why the purchaser did not call openly though it supervises the winner; recorded
     */
    record ProposalForm(
            @Nullable @Size(max = 500) String note,
            @Nullable @Size(max = 500) String namesakes,
            @Nullable @Size(max = 500) String openness) {
        DecideAward.Words words() {
            return new DecideAward.Words(note, namesakes, openness);
        }
    }

    /** @param officialPublication of a call above the purchase limit: where the statutory medium published the result */
    record DecisionForm(@Nullable ReferenceForm officialPublication) {
        @Nullable
        OfficialPublication official() {
            return officialPublication == null ? null : officialPublication.read();
        }
    }

    /** Where and when the statutory medium published it; what is missing is named by the rules. */
    record ReferenceForm(
            @Nullable String medium,
            @Nullable String url,
            @Nullable String noticeId,
            @Nullable Instant publishedAt) {
        OfficialPublication read() {
            return new OfficialPublication(medium, url, noticeId, publishedAt);
        }
    }

    record ReturnForm(@Nullable @Size(max = 500) String reason) {}

    /** The notice that tells the result. */
    record AwardedView(UUID noticeId) {}

    @PostMapping("/award")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Proposes the first of the ranking")
    Mono<Void> propose(Actor actor, @PathVariable UUID id, @Valid @RequestBody ProposalForm request, Locale locale) {
        return award.propose(actor, id, request.words())
                .onErrorMap(ProblemException.class, refusal -> said.in(locale, refusal));
    }

    @PostMapping("/award/next-candidate")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Passes over the first of the ranking where it may not be awarded any more, or takes out who is in conflict with another bidder; the reason is recorded")
    Mono<Void> passOver(Actor actor, @PathVariable UUID id) {
        return passOver.by(actor, id);
    }

    @PostMapping("/award/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gives a proposal back, with a reason")
    Mono<Void> giveBack(Actor actor, @PathVariable UUID id, @Valid @RequestBody ReturnForm request) {
        return award.giveBack(actor, id, Objects.requireNonNullElse(request.reason(), ""));
    }

    @PostMapping("/award/decision")
    @Operation(summary = "Decides as proposed: notice of the result, ranking and scores become public at once")
    Mono<AwardedView> decide(Actor actor, @PathVariable UUID id, @RequestBody DecisionForm request, Locale locale) {
        return award.decide(actor, id, request.official())
                .map(AwardedView::new)
                .onErrorMap(ProblemException.class, refusal -> said.in(locale, refusal));
    }

    @GetMapping("/result")
    @Operation(summary = "The evaluation as it is public: enough to rank the bids again")
    Mono<PublishedResult> result(@PathVariable UUID id) {
        return queries.result(id);
    }

    @GetMapping("/debrief")
    @Operation(
            summary =
                    "The caller's own points, place and reasons for each item; where too few bids were left, what became of its own")
    Mono<DebriefView> debrief(Actor actor, @PathVariable UUID id) {
        return queries.debrief(actor, id);
    }

    @GetMapping(value = "/award-letter.html", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "The award letter for the winner, made to be printed")
    Mono<ResponseEntity<String>> letter(Actor actor, @PathVariable UUID id) {
        return queries.letter(actor, id)
                .map(AwardLetter::of)
                .map(html -> ResponseEntity.ok().contentType(HTML).body(html));
    }
}
