package org.goufu.matching.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.matching.Eligibility;
import org.goufu.matching.MatchingProblem;
import org.goufu.matching.domain.Assessment;
import org.goufu.matching.usecase.AssessEligibility;
import org.goufu.matching.usecase.AssessEligibility.OfNotice;
import org.goufu.matching.usecase.EligibilityDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** May this body bid, and what is missing? */
@RestController
class EligibilityController {
    private static final int MOST_NOTICES = 100;

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    /** The sheet needs its stylesheet and nothing else. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final AssessEligibility assess;
    private final EligibilityPages pages;
    private final EligibilitySheet sheet;
    private final Wording wording;

    EligibilityController(AssessEligibility assess, EligibilityPages pages, EligibilitySheet sheet, Wording wording) {
        this.assess = assess;
        this.pages = pages;
        this.sheet = sheet;
        this.wording = wording;
    }

    /** The caller's chance on one notice. */
    record Summary(
            UUID noticeId,
            UUID lotId,
            Eligibility eligibility,
            @Nullable Named federation,
            List<String> missing,
            List<String> failures) {}

    /** The caller's chances on many notices. */
    record Summaries(List<Summary> items) {}

    @GetMapping("/api/lots/{id}/eligibility")
    @Operation(summary = "Whether a body may bid on a lot, verdict by verdict, as of a moment")
    Mono<EligibilityView> eligibility(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "organization", required = false) @Nullable UUID organization,
            @RequestParam(name = "asOf", required = false) @Nullable Instant asOf,
            Locale locale) {
        return assess.by(actor, id, organization, asOf).map(answer -> pages.page(answer, locale));
    }

    @GetMapping(value = "/api/lots/{id}/eligibility.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The document whose digest the answer carries, byte for byte",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Its form stands in its first field",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema =
                                                    @Schema(
                                                            type = "object",
                                                            additionalProperties =
                                                                    Schema.AdditionalPropertiesValue.TRUE))))
    Mono<String> document(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "organization", required = false) @Nullable UUID organization,
            @RequestParam(name = "asOf", required = false) @Nullable Instant asOf) {
        return assess.by(actor, id, organization, asOf).map(EligibilityDocument::text);
    }

    @GetMapping(value = "/api/lots/{id}/eligibility.html", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "The answer on one sheet of A4, in the caller's language")
    Mono<ResponseEntity<String>> print(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "organization", required = false) @Nullable UUID organization,
            @RequestParam(name = "asOf", required = false) @Nullable Instant asOf,
            Locale locale) {
        return assess.by(actor, id, organization, asOf)
                .map(answer -> ResponseEntity.ok()
                        .contentType(HTML)
                        .header("Content-Security-Policy", POLICY)
                        .body(sheet.of(pages.page(answer, locale), locale)));
    }

    @GetMapping("/api/me/eligibility")
    @Operation(summary = "The caller's chance on each of up to a hundred notices")
    Mono<Summaries> eligibilities(
            Actor actor, @RequestParam(name = "notice", defaultValue = "") List<UUID> notices, Locale locale) {
        if (notices.size() > MOST_NOTICES)
            return Mono.error(() -> MatchingProblem.TOO_MANY_NOTICES.raise(MOST_NOTICES));
        return assess.ofNotices(actor, notices)
                .map(answer -> summary(answer, locale))
                .collectList()
                .map(Summaries::new);
    }

    private Summary summary(OfNotice answer, Locale locale) {
        return new Summary(
                answer.lot().noticeId(),
                answer.lot().id(),
                answer.assessment().eligibility(),
                federation(answer.assessment()),
                wording.missing(answer.assessment(), locale),
                wording.failures(answer.assessment(), locale));
    }

    private static @Nullable Named federation(Assessment assessment) {
        return assessment.eligibility() == Eligibility.THROUGH_FEDERATION
                ? assessment.through().getFirst().federation()
                : null;
    }
}
