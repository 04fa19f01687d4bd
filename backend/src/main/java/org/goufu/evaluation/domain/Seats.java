package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import org.goufu.evaluation.domain.Departure.Ground;

/** Who takes a seat and who leaves it, and what an evaluation comes to by it (decision 0036). */
final class Seats {
    private final Evaluation evaluation;
    private final Phase phase;

    Seats(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.phase = evaluation.phase();
    }

    Evaluation declared(UUID account, Instant now) {
        if (!phase.passesSeatsOn()) throw evaluation.notNow();
        if (evaluation.member(account).declaredAt() != null) throw EvaluationProblem.ALREADY_DECLARED.raise();
        var declared = evaluation.mustHavePanel().declared(account, now);
        boolean begins = phase == Phase.DECLARING && declared.hasDeclared();
        return evaluation
                .but()
                .at(begins ? Checks.of(evaluation).first() : phase)
                .panel(declared)
                .done();
    }

    Evaluation left(UUID account, Departure why, Panel.Names names) {
        if (!phase.passesSeatsOn() && !phase.excuses()) throw evaluation.notNow();
        var member = evaluation.member(account);
        if (why.reason().isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
        if (member.isExcused()) throw EvaluationProblem.EXCUSED.raise();
        if (!why.own() && phase != Phase.DECLARING && !owes(member, why.sheet().signed(), why.at())) {
            throw EvaluationProblem.PART_DONE.raise();
        }
        return phase.passesSeatsOn() ? passedOn(member, why, names) : excused(member, why);
    }

    private Evaluation passedOn(Panel.Member member, Departure why, Panel.Names names) {
        var panel = evaluation.mustHavePanel().left(member, why, phase, names);
        var barred = new HashSet<>(evaluation.neverAgain());
        barred.add(member.account());
        var next = evaluation
                .but()
                .panel(panel)
                .neverAgain(barred)
                .withoutReviews(review -> review.account().equals(member.account()))
                .done();
        return panel.isFull() ? next : new FormedAnew(next).dissolved();
    }

    private Evaluation excused(Panel.Member member, Departure why) {
        if (phase.isAfterThePanel() && why.ground() != Ground.RELATED) {
            throw evaluation.notNow();
        }
        var panel = evaluation.mustHavePanel().excused(member, why, phase);
        var next = evaluation.but().panel(panel).done();
        return phase == Phase.PRICING && panel.decides() ? next.heard(why.at()) : next;
    }

    boolean owes(Panel.Member member, boolean signed, Instant now) {
        return !member.isExcused()
                && switch (phase) {
                    case DECLARING, QUALIFYING -> member.declaredAt() == null;
                    case REVIEWING -> !Checks.of(evaluation).hasReviewed(member.account());
                    case SCORING -> !signed;
                    case PRICING -> Pricing.of(evaluation).waitsFor(member.account(), now);
                    default -> false;
                };
    }
}
