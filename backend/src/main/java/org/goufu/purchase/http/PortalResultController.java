package org.goufu.purchase.http;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.platform.http.Versions;
import org.goufu.purchase.domain.PortalProposal;
import org.goufu.purchase.domain.PortalResult;
import org.goufu.purchase.domain.PortalResultRules;
import org.goufu.purchase.http.Words.FindingView;
import org.goufu.purchase.sql.NoticeDetails;
import org.goufu.purchase.sql.NoticeQueries;
import org.goufu.purchase.usecase.PortalResultForm;
import org.goufu.purchase.usecase.RecordPortalResult;
import org.goufu.purchase.usecase.RecordPortalResult.Draft;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Results of lots whose bids were given on the statutory medium: written, given back, published. */
@RestController
@RequestMapping("/api/lots/{id}/portal-result")
class PortalResultController {
    private final RecordPortalResult record;
    private final NoticeQueries notices;
    private final Words words;

    PortalResultController(RecordPortalResult record, NoticeQueries notices, Words words) {
        this.record = record;
        this.notices = notices;
        this.words = words;
    }

    /** Why it is given back. */
    record ReturnForm(@Nullable String reason) {}

    /**
     * A result before it is published.
     *
     * @param lot its title
     * @param deadline until when bids were given
     * @param ceilingFen 最高限价
     * @param scored whether bids were compared by points; else the lowest price won
     * @param consortium whether the call accepts one
     * @param result as it stands, or as the form begins with what the call says; winners as the registry has them
     * @param proposal what waits for the second person, null while nothing does
     */
    record PortalResultView(
            UUID purchaseId,
            String lot,
            @Nullable Instant deadline,
            long ceilingFen,
            boolean scored,
            boolean consortium,
            PortalResult result,
            @Nullable ProposalView proposal,
            List<FindingView> findings) {}

    /**
     * That it was written.
     *
     * @param own whether the caller wrote any of it, and so cannot publish it
     * @param returned why it was given back, null while it waits
     * @param version for If-Match
     */
    record ProposalView(
            String writtenBy,
            Instant at,
            boolean own,
            @Nullable ReturnView returned,
            long version) {}

    record ReturnView(String reason, String by) {}

    @GetMapping
    @Operation(summary = "The result that waits for publication, or what its form begins with")
    Mono<PortalResultView> read(Actor actor, @PathVariable UUID id, Locale locale) {
        return record.read(actor, id).map(draft -> view(draft, actor, locale));
    }

    @PostMapping("/check")
    @Operation(summary = "What the rules find in a result and whom the registry knows; nothing is kept")
    Mono<PortalResultView> check(
            Actor actor, @PathVariable UUID id, @RequestBody PortalResultForm form, Locale locale) {
        return record.check(actor, id, form).map(draft -> view(draft, actor, locale));
    }

    @PutMapping
    @Operation(
            summary =
                    "Keeps the result of a lot that was decided on the statutory medium, for another person to publish; If-Match names the version that was read")
    Mono<PortalResultView> propose(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PortalResultForm form,
            Locale locale) {
        return record.propose(actor, id, seen(ifMatch), form).map(draft -> view(draft, actor, locale));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a prepared result back")
    Mono<Void> drop(Actor actor, @PathVariable UUID id) {
        return record.drop(actor, id);
    }

    @PostMapping("/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Gives a prepared result back, with a reason; what was written stays")
    Mono<Void> giveBack(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReturnForm form) {
        return record.giveBack(actor, id, seen(ifMatch), Objects.requireNonNullElse(form.reason(), ""));
    }

    @PostMapping("/publication")
    @Operation(summary = "Publishes the prepared result (N05) and answers its notice")
    Mono<NoticeDetails> publish(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return record.publish(actor, id, seen(ifMatch)).flatMap(notices::details);
    }

    private PortalResultView view(Draft draft, Actor actor, Locale locale) {
        var call = draft.lot().text();
        var lot = draft.lot().lot();
        return new PortalResultView(
                draft.lot().purchase(),
                lot.title(),
                call.deadline(),
                lot.budgetFen(),
                PortalResultRules.isScored(draft.lot()),
                Boolean.TRUE.equals(call.acceptsConsortium()),
                draft.result(),
                proposal(draft.proposal(), actor),
                draft.findings().stream()
                        .map(finding -> words.finding(finding, locale))
                        .toList());
    }

    private static @Nullable ProposalView proposal(@Nullable PortalProposal kept, Actor actor) {
        if (kept == null) return null;
        var returned = kept.returned();
        return new ProposalView(
                kept.byName(),
                kept.at(),
                kept.authors().contains(actor.accountId()),
                returned == null ? null : new ReturnView(returned.reason(), returned.byName()),
                kept.version());
    }

    /** An act names the version that it is about only if its caller looked at one; 0 where nothing was kept yet. */
    private static @Nullable Long seen(@Nullable String ifMatch) {
        return ifMatch == null ? null : Long.valueOf(Versions.expected(ifMatch));
    }
}
