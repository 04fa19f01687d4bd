package org.goufu.matching.domain;

import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;
import static org.goufu.matching.domain.Verdict.Outcome.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.goufu.matching.Phrase;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.purchase.Requirement;
import org.goufu.search.CapabilityField;
import org.goufu.search.Filter;
import org.jspecify.annotations.Nullable;

/** What a department asked of the bidders of one lot (政府采购法 第22条第二款). */
public sealed interface RequiredCondition extends Condition {

    Requirement requirement();

    static RequiredCondition of(Requirement requirement) {
        return switch (requirement.kind()) {
            case SPECIAL_QUALIFICATION -> new Qualification(requirement);
            case ANNUAL_INSPECTION -> new Inspection(requirement);
            case PROFESSIONAL_STAFF -> new Staff(requirement);
            case TEXT -> new Words(requirement);
        };
    }

    @Override
    default String kind() {
        return requirement().kind().name();
    }

    default Verdict answer(Verdict.Outcome outcome, Phrase fact, LocalDate factDate, @Nullable Phrase remedy) {
        var rule = Phrase.of("rule." + kind().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new Verdict(kind(), requirement(), outcome, fact, factDate, rule, remedy);
    }

    /** A licence or record that the service needs by law, held by the signer; a missing or expired one may still be shown. */
    record Qualification(Requirement requirement) implements RequiredCondition {
        private String code() {
            return Objects.requireNonNull(requirement.qualification());
        }

        @Override
        public Verdict judge(Evidence evidence, Moment moment) {
            var refused = evidence.newest(
                    FactKind.QUALIFICATION, moment, fact -> fact.value().equals("-" + code()));
            if (refused.isPresent()) {
                return answer(
                        NOT_MET,
                        Phrase.of("verdict.qualification.refused", Phrase.qualification(code())),
                        refused.get().from(),
                        LegalCondition.until("remedy.qualification", refused.get()));
            }
            return evidence.newest(
                            FactKind.QUALIFICATION, moment, fact -> fact.value().equals(code()))
                    .map(fact -> answer(
                            MET,
                            Phrase.of("verdict.qualification.held", Phrase.qualification(code()), fact.source()),
                            fact.from(),
                            null))
                    .orElseGet(() -> missing(evidence, moment));
        }

        private Verdict missing(Evidence evidence, Moment moment) {
            var remedy = Phrase.of("remedy.qualification.upload", Phrase.qualification(code()));
            return evidence.expired(FactKind.QUALIFICATION, code(), moment)
                    .map(ended -> answer(
                            UNKNOWN,
                            Phrase.of("verdict.qualification.expired", Phrase.qualification(code()), ended),
                            ended,
                            remedy))
                    .orElseGet(() -> answer(
                            UNKNOWN,
                            Phrase.of("verdict.qualification.none", Phrase.qualification(code())),
                            moment.day(),
                            remedy));
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

    /**
     * The annual inspection of a year (社会团体登记管理条例 第28条; domain.md 3.3).
     *
     * <p>A conclusion counts by its year, whatever the days of its record.
     */
    record Inspection(Requirement requirement) implements RequiredCondition {
        private static final Set<String> PASSED = Set.of("QUALIFIED", "BASICALLY");
        private static final Set<String> FAILED = Set.of("UNQUALIFIED", "NOT_TAKEN");

        private int year() {
            return Objects.requireNonNull(requirement.year());
        }

        private List<String> values(Set<String> conclusions) {
            return conclusions.stream()
                    .sorted()
                    .map(word -> year() + ":" + word)
                    .toList();
        }

        @Override
        public Verdict judge(Evidence evidence, Moment moment) {
            return on(evidence, moment, FAILED)
                    .map(fact -> verdict(fact, NOT_MET, Phrase.of("remedy.inspection.failed", year())))
                    .or(() -> on(evidence, moment, PASSED).map(fact -> verdict(fact, MET, null)))
                    .orElseGet(() -> answer(
                            UNKNOWN,
                            Phrase.of("verdict.inspection.none", year()),
                            moment.day(),
                            Phrase.of("remedy.inspection.upload", year())));
        }

        private Optional<Fact> on(Evidence evidence, Moment moment, Set<String> conclusions) {
            var wanted = values(conclusions);
            return Evidence.known(evidence.signer(), FactKind.INSPECTION, moment)
                    .filter(fact -> wanted.contains(fact.value()))
                    .reduce((older, newer) -> newer);
        }

        private Verdict verdict(Fact fact, Verdict.Outcome outcome, @Nullable Phrase remedy) {
            var conclusion =
                    fact.value().substring(fact.value().indexOf(':') + 1).toLowerCase(Locale.ROOT);
            return answer(
                    outcome,
                    Phrase.of("verdict.inspection." + conclusion.replace('_', '-'), year()),
                    fact.from(),
                    remedy);
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

    /** People with a certificate that the service needs (政府采购法 第22条第一款第(三)项): the signer's and the named member's together. */
    record Staff(Requirement requirement) implements RequiredCondition {
        private String certificate() {
            return Objects.requireNonNull(requirement.qualification());
        }

        private int count() {
            return Objects.requireNonNull(requirement.count());
        }

        @Override
        public Verdict judge(Evidence evidence, Moment moment) {
            var facts = evidence.bodies()
                    .flatMap(body -> body.facts(FactKind.STAFF, moment.day(), moment.known()))
                    .filter(fact -> fact.value().equals(certificate()))
                    .toList();
            if (facts.isEmpty()) {
                return answer(
                        UNKNOWN,
                        Phrase.of("verdict.staff.none", Phrase.qualification(certificate())),
                        moment.day(),
                        Phrase.of("remedy.staff.upload", Phrase.qualification(certificate())));
            }
            long people = facts.stream().mapToLong(Fact::number).sum();
            var newest =
                    facts.stream().map(Fact::from).max(LocalDate::compareTo).orElseThrow();
            var counted = Phrase.of("verdict.staff.counted", Phrase.qualification(certificate()), people, count());
            return people >= count()
                    ? answer(MET, counted, newest, null)
                    : answer(
                            NOT_MET,
                            counted,
                            newest,
                            Phrase.of("remedy.staff.more", Phrase.qualification(certificate()), count() - people));
        }

        @Override
        public Filter possible(LocalDate day) {
            return Filter.any(Filter.not(new Filter.Exists(CapabilityField.staff(certificate()))), certain(day));
        }

        @Override
        public Filter certain(LocalDate day) {
            return new Filter.Range(CapabilityField.staff(certificate()), (long) count(), null);
        }
    }

    /** Free words, which only people can judge: never met, never unmet. */
    record Words(Requirement requirement) implements RequiredCondition {
        @Override
        public Verdict judge(Evidence evidence, Moment moment) {
            return answer(UNKNOWN, Phrase.of("verdict.text"), moment.day(), Phrase.of("remedy.text"));
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
}
