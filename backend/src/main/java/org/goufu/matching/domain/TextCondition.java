package org.goufu.matching.domain;

import static org.goufu.matching.domain.Verdict.Outcome.UNKNOWN;

import java.time.LocalDate;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.purchase.Requirement;
import org.goufu.search.Filter;

/** Free words, which only people can judge: never met, never unmet. */
record TextCondition(Requirement requirement) implements RequiredCondition {
    @Override
    public Verdict judge(Evidence evidence, Moment moment) {
        return answer(
                UNKNOWN,
                Finding.nothing(Phrase.of("verdict.text"), moment),
                Remedy.of(Action.PREPARE_PROOF, evidence.signer().id(), Phrase.of("remedy.text")));
    }

    @Override
    public Filter possible(LocalDate day) {
        return Filter.all();
    }

    @Override
    public Filter certain(LocalDate day) {
        return Filter.any();
    }
}
