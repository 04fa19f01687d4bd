package org.goufu.evaluation.usecase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.goufu.evaluation.domain.Concerned;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.EvaluationProblem;
import org.goufu.evaluation.domain.Namesakes;
import org.goufu.evaluation.domain.Panel;
import org.goufu.evaluation.domain.PoolMember;
import org.goufu.kernel.FieldProblem;
import org.goufu.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Looks once more, when a result is proposed and when it is decided, whether somebody who evaluated is related to a bidder: by the members'
 * own word, and by what pool and registry know now (实施条例 第9条, C05; decision 0038).
 */
@Component
class RelatedMembers {
    private static final String PANEL = "/panel";

    private final Candidates candidates;
    private final Pool pool;
    private final BusinessClock clock;

    RelatedMembers(Candidates candidates, Pool pool, BusinessClock clock) {
        this.candidates = candidates;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param relations one for each that makes the panel's findings void
     * @param namesakes members who have the name of one who speaks for a bidder
     */
    record Found(List<FieldProblem> relations, List<String> namesakes) {}

    /** Fails with {@code evaluation/recusal-missed} or {@code evaluation/namesake-unexplained}, naming who. */
    Mono<Void> none(Evaluation evaluation, @Nullable Namesakes namesakes) {
        return of(evaluation).flatMap(found -> {
            if (!found.relations().isEmpty())
                return Mono.error(EvaluationProblem.RECUSAL_MISSED.raise(found.relations()));
            if (found.namesakes().isEmpty() || namesakes != null && namesakes.explain(found.namesakes()))
                return Mono.empty();
            return Mono.error(EvaluationProblem.NAMESAKE_UNEXPLAINED.raise(found.namesakes().stream()
                    .map(name -> FieldProblem.of("/namesakes", "member-namesake", name))
                    .toList()));
        });
    }

    Mono<Found> of(Evaluation evaluation) {
        var members = evaluation.mustHavePanel().members();
        return clock.today()
                .flatMap(today -> Mono.zip(
                        candidates.concerned(evaluation, today),
                        pool.find(members.stream().map(Panel.Member::account).toList())
                                .collectList(),
                        (concerned, known) -> found(evaluation, concerned, known, today)));
    }

    private static Found found(Evaluation evaluation, Concerned concerned, List<PoolMember> known, LocalDate today) {
        var relations = new ArrayList<FieldProblem>();
        evaluation
                .missedRecusals()
                .forEach(
                        leave -> relations.add(FieldProblem.of(PANEL, "member-related", leave.name(), leave.reason())));
        known.stream()
                .filter(one -> concerned.isTied(one, today))
                .forEach(one -> relations.add(FieldProblem.of(PANEL, "member-tied", one.name())));
        var namesakes = known.stream()
                .filter(concerned::isNamesake)
                .map(PoolMember::name)
                .sorted()
                .toList();
        return new Found(relations, namesakes);
    }
}
