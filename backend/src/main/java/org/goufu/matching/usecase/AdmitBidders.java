package org.goufu.matching.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.matching.Admission;
import org.goufu.matching.Eligibility;
import org.goufu.matching.MatchingProblem;
import org.goufu.matching.domain.Assessment;
import org.goufu.matching.domain.Dossier;
import org.goufu.matching.domain.LotTerms;
import org.goufu.matching.domain.Moment;
import org.goufu.matching.domain.Verdict;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Judges many bidders at once by the rules that judge everybody. */
@Component
class AdmitBidders implements Admission {
    private final Dossiers dossiers;

    AdmitBidders(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Override
    public Mono<List<Answer>> of(Collection<Question> questions, Instant moment) {
        var bodies = questions.stream().map(Question::bodyId).collect(Collectors.toSet());
        return dossiers.ofBidders(bodies)
                .map(found -> found.stream()
                        .collect(Collectors.toMap(dossier -> dossier.body().id(), dossier -> dossier)))
                .map(found -> questions.stream()
                        .map(question -> answer(question, found, Moment.of(moment)))
                        .toList());
    }

    private static Answer answer(Question question, Map<UUID, Dossier> dossiers, Moment moment) {
        var dossier = dossiers.get(question.bodyId());
        if (dossier == null) throw MatchingProblem.BODY_NOT_FOUND.raise();
        var assessment = Assessment.of(LotTerms.of(question.lot()), dossier, moment);
        return new Answer(question.lot().id(), question.bodyId(), assessment.eligibility(), obstacles(assessment));
    }

    private static List<Admission.Obstacle> obstacles(Assessment assessment) {
        if (assessment.eligibility() != Eligibility.NOT_ELIGIBLE) return List.of();
        return assessment.verdicts().stream()
                .filter(verdict -> verdict.is(Verdict.Outcome.NOT_MET))
                .map(verdict -> new Admission.Obstacle(
                        verdict.fact(),
                        verdict.rule(),
                        Objects.requireNonNull(verdict.remedy()).text()))
                .toList();
    }
}
