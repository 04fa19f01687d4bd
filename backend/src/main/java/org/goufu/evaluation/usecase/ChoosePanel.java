package org.goufu.evaluation.usecase;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.PanelRules;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.kernel.Actor;
import org.goufu.platform.time.BusinessClock;
import org.goufu.reference.Thresholds;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Of whom a panel can be made. */
@Component
public class ChoosePanel {
    private final BeginEvaluation begin;
    private final Evaluations evaluations;
    private final Candidates candidates;
    private final Thresholds thresholds;
    private final BusinessClock clock;

    ChoosePanel(
            BeginEvaluation begin,
            Evaluations evaluations,
            Candidates candidates,
            Thresholds thresholds,
            BusinessClock clock) {
        this.begin = begin;
        this.evaluations = evaluations;
        this.candidates = candidates;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /**
     * What the law asks for, and who there is.
     *
     * @param least seats; an odd number of them
     * @param leastWeighty the same for what is complex or of large social impact
     * @param expertsOnly whether two of three must be experts
     * @param experts how many could be drawn
     */
    public record Choices(
            int least, int leastWeighty, boolean expertsOnly, int experts, List<Representative> representatives) {}

    /** Somebody whom the purchaser may name. */
    public record Representative(UUID id, String name, PoolMember.Kind kind, String employer, String title) {}

    /** Fails with {@code evaluation/not-opened} before there is anything to evaluate. */
    public Mono<Choices> of(Actor actor, UUID lot) {
        return begin.of(lot)
                .then(evaluations.get(lot))
                .map(evaluation -> evaluation.ofDepartment(actor))
                .zipWith(clock.today())
                .flatMap(found -> choices(found.getT1(), found.getT2()));
    }

    private Mono<Choices> choices(Evaluation evaluation, LocalDate today) {
        return candidates.of(evaluation, today).map(choice -> choices(evaluation, choice, today));
    }

    private Choices choices(Evaluation evaluation, Candidates.Choice choice, LocalDate today) {
        return new Choices(
                least(evaluation, false, today),
                least(evaluation, true, today),
                !evaluation.terms().method().isBelowLimit(),
                choice.experts().size(),
                choice.named().stream()
                        .filter(one -> FormPanel.mayRepresent(one, evaluation))
                        .filter(one -> !choice.concerned().excludes(one, today))
                        .map(one ->
                                new Representative(one.account(), one.name(), one.kind(), one.employer(), one.title()))
                        .toList());
    }

    private int least(Evaluation evaluation, boolean weighty, LocalDate today) {
        var terms = evaluation.terms();
        return PanelRules.least(PanelRules.Wanted.of(
                terms, thresholds.openTender(terms.regionCode(), today).amountFen(), weighty, 0, 0));
    }
}
