package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Part;
import org.goufu.bidding.domain.Roster;
import org.goufu.bidding.sql.RosterQueries;
import org.goufu.bidding.sql.RosterQueries.AnswerRow;
import org.goufu.bidding.usecase.PrepareRoster;
import org.goufu.bidding.usecase.PrepareRoster.Form;
import org.goufu.bidding.usecase.ReadRoster;
import org.goufu.bidding.usecase.ReadRoster.Candidate;
import org.goufu.bidding.usecase.ReadRoster.Prepared;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.platform.http.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** With which groups a federation wants to bid; for its own people only. */
@RestController
@RequestMapping("/api/lots/{id}/roster")
class RosterController {
    private final PrepareRoster prepare;
    private final ReadRoster read;
    private final RosterQueries queries;
    private final Texts texts;

    RosterController(PrepareRoster prepare, ReadRoster read, RosterQueries queries, Texts texts) {
        this.prepare = prepare;
        this.read = read;
        this.queries = queries;
        this.texts = texts;
    }

    /** What became of asking a group. */
    enum Consent {
        ASKED,
        CONSENTED,
        DECLINED,
        REVOKED;

        static Consent of(@Nullable String answer, @Nullable Instant endedAt) {
            if (answer == null) return ASKED;
            if (endedAt == null) return valueOf(answer);
            return answer.equals("CONSENTED") ? REVOKED : ASKED;
        }
    }

    /**
     * What one group does.
     *
     * @param share in hundredths of a percent of the price
     */
    record PartForm(
            @NotNull UUID group,
            @NotNull String task,
            @NotNull String deliverables,
            @NotNull Integer share) {
        Part part() {
            return new Part(group, task.strip(), deliverables.strip(), share);
        }
    }

    /**
     * How the price is shared, in hundredths of a percent that sum to 10,000; amounts are never sent.
     *
     * @param ownShare what the federation performs itself
     * @param fee what it keeps for managing
     * @param version of the roster that was changed, 0 for the first
     */
    record RosterForm(
            @NotNull Integer ownShare,
            @NotNull @Min(0) Integer fee,
            @NotNull List<@NotNull @Valid PartForm> parts,
            @NotNull Long version) {
        Form form() {
            return new Form(ownShare, fee, parts.stream().map(PartForm::part).toList(), version);
        }
    }

    /** @param digest the hash of the text to which the group consents */
    record PartView(
            Named group,
            String task,
            String deliverables,
            int share,
            String digest,
            Consent consent,
            @Nullable Instant answeredAt) {}

    /** Why a group cannot be named now, and what to do about it. */
    record ObstacleView(String code, String title, String detail) {}

    /** @param capFen the highest amount that the group's mandate allows for this lot, 0 without one */
    record CandidateView(Named group, long capFen, List<ObstacleView> obstacles) {}

    /**
     * The roster with all that is needed to change it.
     *
     * @param hash what the envelope names, null before the first is saved
     * @param leastOwnShare see {@code mostFee}: what this installation asks, in hundredths of a percent
     * @param missing groups of the caller's bid that lies in the box whose consent does not stand any more
     */
    record RosterView(
            UUID lotId,
            long budgetFen,
            int leastOwnShare,
            int mostFee,
            int ownShare,
            int fee,
            List<PartView> parts,
            @Nullable String hash,
            long version,
            List<CandidateView> candidates,
            List<Named> missing) {}

    @GetMapping
    @Operation(summary = "The caller's roster for a lot: groups, tasks, shares and what each group answered")
    Mono<RosterView> roster(Actor actor, @PathVariable UUID id, Locale locale) {
        return Mono.zip(
                        read.by(actor, id),
                        queries.answers(id, actor.organization()).collectMap(AnswerRow::group))
                .map(both -> view(id, both.getT1(), both.getT2(), locale));
    }

    @PutMapping
    @Operation(
            summary =
                    "Saves the roster and asks each group whose part is new; what was consented to and changed is asked again")
    Mono<RosterView> save(Actor actor, @PathVariable UUID id, @Valid @RequestBody RosterForm form, Locale locale) {
        return prepare.by(actor, id, form.form()).then(Mono.defer(() -> roster(actor, id, locale)));
    }

    private RosterView view(UUID lot, Prepared prepared, Map<UUID, AnswerRow> answers, Locale locale) {
        var roster = prepared.held().map(held -> held.roster());
        var names =
                prepared.candidates().stream().map(Candidate::group).collect(Collectors.toMap(Named::id, Named::name));
        return new RosterView(
                lot,
                prepared.budgetFen(),
                prepared.limits().leastOwnShare(),
                prepared.limits().mostFee(),
                roster.map(Roster::ownShare).orElse(prepared.limits().leastOwnShare()),
                roster.map(Roster::fee).orElse(0),
                roster.stream()
                        .flatMap(one -> one.parts().stream())
                        .map(part -> part(part, names, answers))
                        .toList(),
                roster.map(one -> one.document().hash()).orElse(null),
                roster.map(Roster::version).orElse(0L),
                prepared.candidates().stream()
                        .map(one -> candidate(one, locale))
                        .toList(),
                prepared.missing());
    }

    private static PartView part(Part part, Map<UUID, String> names, Map<UUID, AnswerRow> answers) {
        var answer = answers.get(part.group());
        return new PartView(
                new Named(part.group(), names.getOrDefault(part.group(), "")),
                part.task(),
                part.deliverables(),
                part.share(),
                answer.part(),
                Consent.of(answer.answer(), answer.endedAt()),
                answer.endedAt() == null ? answer.at() : answer.endedAt());
    }

    private CandidateView candidate(Candidate one, Locale locale) {
        return new CandidateView(
                one.group(),
                one.capFen(),
                one.obstacles().stream()
                        .map(problem -> obstacle(problem, locale))
                        .toList());
    }

    private ObstacleView obstacle(BidProblem problem, Locale locale) {
        var key = "problem." + problem.code();
        return new ObstacleView(problem.code(), texts.text(key + ".title", locale), texts.text(key, locale));
    }
}
