package org.goufu.matching.domain;

import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;
import static org.goufu.matching.domain.Verdict.Outcome.UNKNOWN;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.purchase.Requirement;
import org.goufu.search.CapabilityField;
import org.goufu.search.Filter;

/** A licence or record that the service needs by law, held by the signer; a missing or expired one may still be shown. */
record QualificationCondition(Requirement requirement) implements RequiredCondition {
    private String code() {
        return Objects.requireNonNull(requirement.qualification());
    }

    @Override
    public Verdict judge(Evidence evidence, Moment moment) {
        return evidence.newest(
                        FactKind.QUALIFICATION, moment, fact -> fact.value().equals("-" + code()))
                .map(fact -> refused(evidence.signer(), fact))
                .or(() -> evidence.newest(FactKind.QUALIFICATION, moment, this::held)
                        .map(fact -> met(evidence.signer(), fact)))
                .orElseGet(() -> missing(evidence.signer(), moment));
    }

    private boolean held(Fact fact) {
        return fact.value().equals(code());
    }

    private Verdict refused(BodyProfile signer, Fact fact) {
        var again = remedy(Action.OBTAIN_QUALIFICATION, signer, Phrase.of("remedy.qualification.apply"));
        return answer(
                NOT_MET,
                Finding.of(
                        Phrase.of("verdict.qualification.refused", Phrase.qualification(code())),
                        Citation.of(signer, fact)),
                LegalCondition.until("remedy.qualification", fact, again));
    }

    private Verdict met(BodyProfile signer, Fact fact) {
        return answer(
                MET,
                Finding.of(
                        Phrase.of("verdict.qualification.held", Phrase.qualification(code()), fact.source()),
                        Citation.of(signer, fact)),
                null);
    }

    private Verdict missing(BodyProfile signer, Moment moment) {
        var finding = Evidence.expired(signer, FactKind.QUALIFICATION, moment, this::held)
                .map(fact -> expired(signer, fact))
                .orElseGet(() ->
                        Finding.nothing(Phrase.of("verdict.qualification.none", Phrase.qualification(code())), moment));
        var upload = Phrase.of("remedy.qualification.upload", Phrase.qualification(code()));
        return answer(UNKNOWN, finding, remedy(Action.UPLOAD_QUALIFICATION, signer, upload));
    }

    private Finding expired(BodyProfile signer, Fact fact) {
        var to = Objects.requireNonNull(fact.to());
        return Finding.of(
                Phrase.of("verdict.qualification.expired", Phrase.qualification(code()), to),
                to,
                Citation.of(signer, fact));
    }

    private Remedy remedy(Action action, BodyProfile signer, Phrase text) {
        return new Remedy(action, signer.id(), Map.of("qualification", code()), text);
    }

    @Override
    public Filter possible(LocalDate day) {
        return Filter.not(new Filter.Contains(CapabilityField.disqualified(code()), day.toEpochDay()));
    }

    @Override
    public Filter certain(LocalDate day) {
        return Filter.all(possible(day), new Filter.Contains(CapabilityField.qualified(code()), day.toEpochDay()));
    }
}
