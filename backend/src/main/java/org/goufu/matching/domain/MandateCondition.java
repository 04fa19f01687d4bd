package org.goufu.matching.domain;

import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.goufu.federation.Mandate;
import org.goufu.kernel.CategoryCode;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.search.CapabilityField;
import org.goufu.search.Filter;

/** The mandate stands, covers the lot's category and reaches its budget. */
record MandateCondition(CategoryCode category, long budgetFen) implements MemberCondition {
    @Override
    public ConditionKind kind() {
        return ConditionKind.MANDATE;
    }

    @Override
    public Verdict judge(Evidence evidence, Moment moment) {
        var mandate = evidence.mandate();
        if (mandate == null || mandate.knownAt().isAfter(moment.known())) {
            return answer(
                    NOT_MET,
                    new Finding(Phrase.of("verdict.mandate.none"), moment.day(), citations(evidence)),
                    remedy(Action.GIVE_MANDATE, evidence, Phrase.of("remedy.mandate.give")));
        }
        if (!mandate.standsOn(moment.day(), moment.known())) return fallen(evidence, mandate, moment);
        return covers(mandate) ? measured(evidence, mandate) : narrow(evidence, mandate);
    }

    private Verdict narrow(Evidence evidence, Mandate mandate) {
        var wanted = Phrase.category(category.value());
        return answer(
                NOT_MET,
                cited(evidence, mandate, Phrase.of("verdict.mandate.category", wanted)),
                remedy(Action.WIDEN_MANDATE, evidence, Phrase.of("remedy.mandate.category", wanted)));
    }

    private Verdict measured(Evidence evidence, Mandate mandate) {
        var cap = Yuan.of(mandate.amountCapFen());
        if (mandate.amountCapFen() >= budgetFen) {
            return answer(MET, cited(evidence, mandate, Phrase.of("verdict.mandate.stands", mandate.to(), cap)), null);
        }
        var budget = Yuan.of(budgetFen);
        return answer(
                NOT_MET,
                cited(evidence, mandate, Phrase.of("verdict.mandate.cap", cap, budget)),
                remedy(Action.RAISE_MANDATE, evidence, Phrase.of("remedy.mandate.cap", budget)));
    }

    private boolean covers(Mandate mandate) {
        return mandate.categories().isEmpty()
                || mandate.categories().stream().map(CategoryCode::new).anyMatch(given -> given.covers(category));
    }

    private Verdict fallen(Evidence evidence, Mandate mandate, Moment moment) {
        var from = mandate.from();
        if (from.isAfter(moment.day())) {
            return answer(
                    NOT_MET,
                    cited(evidence, mandate, Phrase.of("verdict.mandate.ahead", from)),
                    Remedy.wait(evidence.able().id(), from, Phrase.of("remedy.mandate.wait", from)));
        }
        var to = mandate.to();
        var finding = to.isBefore(moment.day())
                ? new Finding(Phrase.of("verdict.mandate.expired", to), to, citations(evidence))
                : cited(evidence, mandate, Phrase.of("verdict.mandate.revoked"));
        return answer(NOT_MET, finding, remedy(Action.RENEW_MANDATE, evidence, Phrase.of("remedy.mandate.renew")));
    }

    private static Finding cited(Evidence evidence, Mandate mandate, Phrase text) {
        return new Finding(text, mandate.from(), citations(evidence));
    }

    /** A mandate stands within a membership and falls with it. */
    private static List<Citation> citations(Evidence evidence) {
        return Stream.concat(
                        Stream.ofNullable(evidence.membership()).map(Citation::of),
                        Stream.ofNullable(evidence.mandate())
                                .map(mandate -> Citation.of(evidence.able().id(), mandate)))
                .toList();
    }

    /** Filled in with what this lot needs. */
    private Remedy remedy(Action action, Evidence evidence, Phrase text) {
        var parameters = new TreeMap<String, String>();
        parameters.put("federation", evidence.signer().id().toString());
        parameters.put("category", category.value());
        parameters.put("amountFen", String.valueOf(budgetFen));
        var membership = evidence.membership();
        if (membership != null) parameters.put("membership", membership.id().toString());
        return new Remedy(action, evidence.able().id(), parameters, text);
    }

    @Override
    public Filter possible(LocalDate day) {
        List<String> covering = new ArrayList<>(category.path());
        covering.add(CapabilityField.EVERYTHING);
        return Filter.all(
                new Filter.Contains(CapabilityField.MANDATE, day.toEpochDay()),
                Filter.terms(CapabilityField.MANDATE_CATEGORY, covering),
                new Filter.Range(CapabilityField.MANDATE_CAP, budgetFen, null));
    }
}
