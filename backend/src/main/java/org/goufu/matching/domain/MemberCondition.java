package org.goufu.matching.domain;

import java.time.LocalDate;
import org.goufu.matching.Phrase;
import org.goufu.search.Filter;
import org.jspecify.annotations.Nullable;

/** What must hold so that a federation may name a member (product.md 6); nothing here is ever UNKNOWN. */
public sealed interface MemberCondition extends Condition
        permits FilingCondition, MembershipCondition, MandateCondition {

    default Verdict answer(Verdict.Outcome outcome, Finding finding, @Nullable Remedy remedy) {
        var rule = Phrase.of("rule." + kind().key());
        return new Verdict(kind(), null, outcome, finding, rule, remedy);
    }

    @Override
    default Filter certain(LocalDate day) {
        return possible(day);
    }
}
