package org.goufu.matching.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.matching.Eligibility;
import org.goufu.matching.MatchingProblem;
import org.goufu.matching.domain.Assessment;
import org.goufu.matching.domain.Assessment.Through;
import org.goufu.matching.usecase.AssessEligibility;
import org.goufu.matching.usecase.AssessEligibility.Assessed;
import org.goufu.matching.usecase.AssessEligibility.OfNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** May this body bid, and what is missing? */
@RestController
class EligibilityController {
    private static final int MOST_NOTICES = 100;

    private final AssessEligibility assess;
    private final Wording wording;

    EligibilityController(AssessEligibility assess, Wording wording) {
        this.assess = assess;
        this.wording = wording;
    }

    /** One federation's answer for a group. */
    record ThroughView(Named federation, Eligibility eligibility, List<VerdictView> verdicts) {}

    /** The whole answer, recomputable as of its moment. */
    record EligibilityView(
            Eligibility eligibility, List<VerdictView> verdicts, List<ThroughView> through, Instant asOf) {}

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
    Mono<EligibilityView> eligibility(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(name = "organization", required = false) @Nullable UUID organization,
            @RequestParam(name = "asOf", required = false) @Nullable Instant asOf,
            Locale locale) {
        return assess.by(actor, id, organization, asOf).map(answer -> view(answer, locale));
    }

    @GetMapping("/api/me/eligibility")
    Mono<Summaries> eligibilities(
            Actor actor, @RequestParam(name = "notice", defaultValue = "") List<UUID> notices, Locale locale) {
        if (notices.size() > MOST_NOTICES)
            return Mono.error(() -> MatchingProblem.TOO_MANY_NOTICES.raise(MOST_NOTICES));
        return assess.ofNotices(actor, notices)
                .map(answer -> summary(answer, locale))
                .collectList()
                .map(Summaries::new);
    }

    private EligibilityView view(Assessed answer, Locale locale) {
        var assessment = answer.assessment();
        return new EligibilityView(
                assessment.eligibility(),
                wording.verdicts(assessment.verdicts(), locale),
                assessment.through().stream()
                        .map(through -> view(through, locale))
                        .toList(),
                answer.asOf());
    }

    private ThroughView view(Through through, Locale locale) {
        return new ThroughView(
                through.federation(), through.eligibility(), wording.verdicts(through.verdicts(), locale));
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
