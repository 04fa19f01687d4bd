package org.goufu.matching.domain;

import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.search.CapabilityField;
import org.goufu.search.Filter;

/** A group is validly filed with its street (domain.md 2.3); a registered member needs no filing. */
record FilingCondition() implements MemberCondition {
    private static final String ACTIVE = "ACTIVE";

    @Override
    public ConditionKind kind() {
        return ConditionKind.FILING;
    }

    @Override
    public boolean sameForEveryLot() {
        return true;
    }

    @Override
    public Verdict judge(Evidence evidence, Moment moment) {
        var body = evidence.able();
        if (body.kind() != BodyKind.FILED_GROUP) {
            return answer(
                    MET, Finding.of(Phrase.of("verdict.filing.registered"), moment.day(), Citation.of(body)), null);
        }
        return Evidence.newest(body, FactKind.FILING, moment, FilingCondition::active)
                .map(fact -> answer(
                        MET,
                        Finding.of(
                                Phrase.of("verdict.filing.active", String.valueOf(body.filingNumber())),
                                Citation.of(body, fact)),
                        null))
                .orElseGet(() -> answer(
                        NOT_MET,
                        inactive(body, moment),
                        Remedy.of(Action.CONFIRM_FILING, body.id(), Phrase.of("remedy.filing.renew"))));
    }

    private static boolean active(Fact fact) {
        return fact.value().equals(ACTIVE);
    }

    /** What the filing has become, or that it ran out. */
    private static Finding inactive(BodyProfile body, Moment moment) {
        return Evidence.newest(body, FactKind.FILING, moment, fact -> true)
                .map(fact -> Finding.of(
                        Phrase.of("verdict.filing." + fact.value().toLowerCase(Locale.ROOT)), Citation.of(body, fact)))
                .or(() -> Evidence.expired(body, FactKind.FILING, moment, fact -> true)
                        .map(fact -> Finding.of(
                                Phrase.of("verdict.filing.lapsed"),
                                Objects.requireNonNull(fact.to()),
                                Citation.of(body, fact))))
                .orElseGet(() -> Finding.nothing(Phrase.of("verdict.filing.lapsed"), moment));
    }

    @Override
    public Filter possible(LocalDate day) {
        return Filter.any(
                Filter.not(Filter.term(CapabilityField.KIND, BodyKind.FILED_GROUP.name())),
                new Filter.Contains(CapabilityField.FILED, day.toEpochDay()));
    }
}
