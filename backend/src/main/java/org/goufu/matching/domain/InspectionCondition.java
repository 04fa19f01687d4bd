package org.goufu.matching.domain;

import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;
import static org.goufu.matching.domain.Verdict.Outcome.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.purchase.Requirement;
import org.goufu.search.CapabilityField;
import org.goufu.search.Filter;

/**
 * The annual inspection of a year (社会团体登记管理条例 第28条; domain.md 3.3).
 *
 * <p>A conclusion counts by its year, whatever the days of its record.
 */
record InspectionCondition(Requirement requirement) implements RequiredCondition {
    private static final Set<String> PASSED = Set.of("QUALIFIED", "BASICALLY");
    private static final Set<String> FAILED = Set.of("UNQUALIFIED", "NOT_TAKEN");

    private int year() {
        return Objects.requireNonNull(requirement.year());
    }

    private List<String> values(Set<String> conclusions) {
        return conclusions.stream().sorted().map(word -> year() + ":" + word).toList();
    }

    @Override
    public Verdict judge(Evidence evidence, Moment moment) {
        var signer = evidence.signer();
        return on(evidence, moment, FAILED)
                .map(fact -> answer(
                        NOT_MET,
                        finding(signer, fact),
                        remedy(Action.CONTEST_INSPECTION, signer, Phrase.of("remedy.inspection.failed", year()))))
                .or(() -> on(evidence, moment, PASSED).map(fact -> answer(MET, finding(signer, fact), null)))
                .orElseGet(() -> answer(
                        UNKNOWN,
                        Finding.nothing(Phrase.of("verdict.inspection.none", year()), moment),
                        remedy(Action.UPLOAD_INSPECTION, signer, Phrase.of("remedy.inspection.upload", year()))));
    }

    private Remedy remedy(Action action, BodyProfile signer, Phrase text) {
        return new Remedy(action, signer.id(), Map.of("year", String.valueOf(year())), text);
    }

    private Optional<Fact> on(Evidence evidence, Moment moment, Set<String> conclusions) {
        var wanted = values(conclusions);
        return Evidence.known(evidence.signer(), FactKind.INSPECTION, moment)
                .filter(fact -> wanted.contains(fact.value()))
                .reduce((older, newer) -> newer);
    }

    private Finding finding(BodyProfile signer, Fact fact) {
        var conclusion = fact.value().substring(fact.value().indexOf(':') + 1).toLowerCase(Locale.ROOT);
        return Finding.of(
                Phrase.of("verdict.inspection." + conclusion.replace('_', '-'), year()), Citation.of(signer, fact));
    }

    @Override
    public Filter possible(LocalDate day) {
        return Filter.not(Filter.terms(CapabilityField.INSPECTION, values(FAILED)));
    }

    @Override
    public Filter certain(LocalDate day) {
        return Filter.all(possible(day), Filter.terms(CapabilityField.INSPECTION, values(PASSED)));
    }
}
