package org.goufu.matching.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Assessment.Through;
import org.goufu.matching.domain.Citation;
import org.goufu.matching.domain.Fit;
import org.goufu.matching.domain.Remedy;
import org.goufu.matching.domain.Verdict;
import org.goufu.matching.http.EligibilityView.AskedBody;
import org.goufu.matching.http.EligibilityView.AskedLot;
import org.goufu.matching.http.EligibilityView.FieldView;
import org.goufu.matching.http.EligibilityView.ThroughView;
import org.goufu.matching.usecase.AssessEligibility.Assessed;
import org.goufu.matching.usecase.EligibilityDocument;
import org.goufu.matching.usecase.RemedyTimes;
import org.goufu.organization.BodyProfile;
import org.goufu.purchase.PublishedLot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays an answer out as pages show it, in the caller's language. */
@Component
class EligibilityPages {
    private final Wording wording;
    private final RemedyTimes times;

    EligibilityPages(Wording wording, RemedyTimes times) {
        this.wording = wording;
        this.times = times;
    }

    EligibilityView page(Assessed answer, Locale locale) {
        var assessment = answer.assessment();
        var said = new Said(locale, answer.asOf(), answer.lot().deadline());
        return new EligibilityView(
                assessment.eligibility(),
                verdicts(assessment.verdicts(), said),
                assessment.through().stream()
                        .map(through -> through(through, said))
                        .toList(),
                field(assessment.fit(), said),
                lot(answer.lot()),
                body(answer.body()),
                answer.asOf(),
                EligibilityDocument.digest(EligibilityDocument.text(answer)));
    }

    /** In what language, and between which moments a remedy would have to be done. */
    private record Said(
            Locale locale, Instant now, @Nullable Instant deadline) {}

    /** Verdicts that wait for no deadline. */
    List<VerdictView> verdicts(List<Verdict> verdicts, Instant asOf, Locale locale) {
        return verdicts(verdicts, new Said(locale, asOf, null));
    }

    private ThroughView through(Through through, Said said) {
        return new ThroughView(through.federation(), through.eligibility(), verdicts(through.verdicts(), said));
    }

    private List<VerdictView> verdicts(List<Verdict> verdicts, Said said) {
        return verdicts.stream().map(verdict -> verdict(verdict, said)).toList();
    }

    private VerdictView verdict(Verdict verdict, Said said) {
        var remedy = verdict.remedy();
        return new VerdictView(
                wording.requirement(verdict, said.locale()),
                verdict.outcome(),
                wording.text(verdict.fact(), said.locale()),
                verdict.factDate(),
                citations(verdict.citations(), said),
                wording.text(verdict.rule(), said.locale()),
                wording.text(Phrase.of("plain." + verdict.rule().code()), said.locale()),
                remedy == null ? null : wording.text(remedy.text(), said.locale()),
                remedy == null ? null : action(remedy, said));
    }

    private ActionView action(Remedy remedy, Said said) {
        return ActionView.of(remedy, times.of(remedy, said.now(), said.deadline()));
    }

    private List<CitationView> citations(List<Citation> citations, Said said) {
        return citations.stream().map(citation -> citation(citation, said)).toList();
    }

    private CitationView citation(Citation citation, Said said) {
        return new CitationView(
                citation.type(),
                citation.id(),
                citation.bodyId(),
                citation.kind(),
                wording.kind(citation, said.locale()),
                citation.value(),
                citation.number() == 0 ? null : citation.number(),
                citation.from(),
                citation.to(),
                citation.knownAt(),
                citation.source(),
                citation.origin(),
                citation.evidenceId(),
                citation.confirmedAt());
    }

    private FieldView field(Fit fit, Said said) {
        var remedy = fit.remedy();
        return new FieldView(
                fit.fits(),
                citations(fit.citations(), said),
                remedy == null ? null : wording.text(remedy.text(), said.locale()),
                remedy == null ? null : action(remedy, said));
    }

    private AskedLot lot(PublishedLot lot) {
        return new AskedLot(
                lot.id(),
                lot.number(),
                lot.title(),
                lot.noticeId(),
                lot.noticeTitle(),
                lot.department(),
                wording.category(lot.categoryCode()),
                lot.budgetFen(),
                lot.deadline());
    }

    private static AskedBody body(BodyProfile body) {
        return new AskedBody(body.id(), body.name(), body.kind());
    }
}
