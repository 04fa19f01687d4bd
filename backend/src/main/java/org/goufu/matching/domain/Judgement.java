package org.goufu.matching.domain;

import static org.goufu.matching.domain.ConditionKind.MANDATE;
import static org.goufu.matching.domain.ConditionKind.MEMBERSHIP;

import java.util.List;
import org.goufu.matching.Eligibility;
import org.goufu.matching.domain.Verdict.Outcome;

/** All verdicts on one way of bidding for one lot. */
public record Judgement(Evidence evidence, List<Verdict> verdicts) {
    public Judgement {
        verdicts = List.copyOf(verdicts);
    }

    /** Of the one who would sign: eligible, eligible with gaps, or not. */
    public Eligibility eligibility() {
        if (any(Outcome.NOT_MET)) return Eligibility.NOT_ELIGIBLE;
        return any(Outcome.UNKNOWN) ? Eligibility.ELIGIBLE_WITH_GAPS : Eligibility.ELIGIBLE;
    }

    public boolean possible() {
        return !any(Outcome.NOT_MET);
    }

    public List<Verdict> gaps() {
        return verdicts.stream().filter(verdict -> verdict.is(Outcome.UNKNOWN)).toList();
    }

    /** What stands in the way; who is no member can have no mandate, so that is one thing and not two. */
    public List<Verdict> misses() {
        var notMember =
                verdicts.stream().anyMatch(verdict -> verdict.is(Outcome.NOT_MET) && verdict.kind() == MEMBERSHIP);
        return verdicts.stream()
                .filter(verdict -> verdict.is(Outcome.NOT_MET))
                .filter(verdict -> !(notMember && verdict.kind() == MANDATE))
                .toList();
    }

    private boolean any(Outcome outcome) {
        return verdicts.stream().anyMatch(verdict -> verdict.is(outcome));
    }
}
