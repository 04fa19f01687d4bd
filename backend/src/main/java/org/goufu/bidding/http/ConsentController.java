package org.goufu.bidding.http;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.bidding.OpenedBid;
import org.goufu.bidding.PartsInBids;
import org.goufu.bidding.PartsInBids.PartInBid;
import org.goufu.bidding.http.RosterController.Consent;
import org.goufu.bidding.sql.RosterQueries;
import org.goufu.bidding.sql.RosterQueries.RequestRow;
import org.goufu.bidding.usecase.AnswerPart;
import org.goufu.bidding.usecase.Consents.Answer;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What federations ask a group, and what its contact answers; a group sees its own part only. */
@RestController
class ConsentController {
    private final AnswerPart answer;
    private final RosterQueries queries;
    private final PartsInBids parts;
    private final OrganizationDirectory organizations;
    private final BusinessClock clock;

    ConsentController(
            AnswerPart answer,
            RosterQueries queries,
            PartsInBids parts,
            OrganizationDirectory organizations,
            BusinessClock clock) {
        this.answer = answer;
        this.queries = queries;
        this.parts = parts;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * A part that a federation asks the caller's group to take.
     *
     * @param digest the hash of exactly this text, which the answer names
     * @param share of the price, in hundredths of a percent, as {@code fee} and {@code ownShare}, which the federation keeps for managing
     *     and performs itself
     * @param current false for a text that the group consented to and the federation asks differently now
     * @param became what became of the federation's bid with exactly this part; null before the opening, and where it gave none
     */
    record RequestView(
            UUID lotId,
            String lotTitle,
            UUID noticeId,
            Instant deadline,
            boolean open,
            Named federation,
            String task,
            String deliverables,
            int share,
            int fee,
            int ownShare,
            String digest,
            boolean current,
            Consent consent,
            @Nullable Instant answeredAt,
            @Nullable Became became) {}

    /** @param fen the group's own amount; null while the price is sealed, or of a bid that shows none */
    record Became(OpenedBid.Outcome outcome, @Nullable Long fen) {}

    /** @param now by the clock that decides */
    record Requests(List<RequestView> items, Instant now) {}

    /** @param digest of the text that was read */
    record AnswerForm(
            @NotNull UUID federation,
            @NotNull String digest,
            @NotNull Answer answer) {}

    @GetMapping("/api/me/consents")
    @Operation(summary = "What federations ask the caller's group, of one lot or of all; the latest deadline first")
    Mono<Requests> requests(Actor actor, @RequestParam(name = "lot", required = false) @Nullable UUID lot) {
        return queries.requests(actor.organization(), lot)
                .collectList()
                .flatMap(rows -> Mono.zip(names(rows), became(actor.organization(), rows), clock.now())
                        .map(all -> new Requests(
                                rows.stream()
                                        .map(row -> view(row, all.getT1(), all.getT2()))
                                        .toList(),
                                all.getT3())));
    }

    private Mono<List<PartInBid>> became(UUID group, List<RequestRow> rows) {
        return parts.of(rows.stream()
                        .filter(row -> !row.open())
                        .map(RequestRow::lot)
                        .collect(Collectors.toSet()))
                .filter(part -> part.group().equals(group))
                .collectList();
    }

    private static @Nullable Became became(RequestRow row, List<PartInBid> parts) {
        return parts.stream()
                .filter(part -> part.lot().equals(row.lot())
                        && part.federation().id().equals(row.federation())
                        && part.digest().equals(row.part()))
                .map(part -> new Became(part.outcome(), part.fen()))
                .findFirst()
                .orElse(null);
    }

    private Mono<Map<UUID, String>> names(List<RequestRow> rows) {
        return organizations
                .findAll(rows.stream().map(RequestRow::federation).collect(Collectors.toSet()))
                .collectMap(BodyProfile::id, BodyProfile::name);
    }

    private static RequestView view(RequestRow row, Map<UUID, String> names, List<PartInBid> parts) {
        return new RequestView(
                row.lot(),
                row.title(),
                row.notice(),
                row.deadline(),
                row.open(),
                new Named(row.federation(), names.getOrDefault(row.federation(), "")),
                row.task(),
                row.deliverables(),
                row.share(),
                row.fee(),
                row.ownShare(),
                row.part(),
                row.current(),
                Consent.of(row.answer(), row.endedAt()),
                row.endedAt() == null ? row.at() : row.endedAt(),
                became(row, parts));
    }

    @PostMapping("/api/lots/{id}/consents")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The group's contact consents to exactly the text that was read, or declines it")
    Mono<Void> answer(Actor actor, @PathVariable UUID id, @Valid @RequestBody AnswerForm form) {
        return answer.answer(actor, id, form.federation(), form.digest(), form.answer());
    }

    @PostMapping("/api/lots/{id}/consents/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes the group's consent back, until the deadline; the federation is told at once")
    Mono<Void> revoke(Actor actor, @PathVariable UUID id) {
        return answer.revoke(actor, id);
    }
}
