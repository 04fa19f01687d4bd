package org.goufu.matching.domain;

import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.kernel.CategoryCode;
import org.goufu.matching.Phrase;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.goufu.search.CapabilityField;
import org.goufu.search.Filter;
import org.jspecify.annotations.Nullable;

/** What must hold so that a federation may name a member (product.md 6); nothing here is ever UNKNOWN. */
public sealed interface MemberCondition extends Condition {

    default Verdict answer(Verdict.Outcome outcome, Phrase fact, LocalDate factDate, @Nullable Phrase remedy) {
        var rule = Phrase.of("rule." + kind().toLowerCase(Locale.ROOT));
        return new Verdict(kind(), null, outcome, fact, factDate, rule, remedy);
    }

    @Override
    default Filter certain(LocalDate day) {
        return possible(day);
    }

    /** A group is validly filed with its street (domain.md 2.3); a registered member needs no filing. */
    record Filing() implements MemberCondition {
        private static final String ACTIVE = "ACTIVE";

        @Override
        public String kind() {
            return "FILING";
        }

        @Override
        public boolean sameForEveryLot() {
            return true;
        }

        @Override
        public Verdict judge(Evidence evidence, Moment moment) {
            var body = evidence.able();
            if (body.kind() != BodyKind.FILED_GROUP) {
                return answer(MET, Phrase.of("verdict.filing.registered"), moment.day(), null);
            }
            return Evidence.newest(
                            body, FactKind.FILING, moment, fact -> fact.value().equals(ACTIVE))
                    .map(fact -> answer(
                            MET,
                            Phrase.of("verdict.filing.active", String.valueOf(body.filingNumber())),
                            fact.from(),
                            null))
                    .orElseGet(() -> inactive(evidence, moment));
        }

        private Verdict inactive(Evidence evidence, Moment moment) {
            var last = Evidence.newest(evidence.able(), FactKind.FILING, moment, fact -> true);
            var fact = last.map(
                            other -> Phrase.of("verdict.filing." + other.value().toLowerCase(Locale.ROOT)))
                    .orElseGet(() -> Phrase.of("verdict.filing.lapsed"));
            return answer(
                    NOT_MET,
                    fact,
                    last.map(other -> other.from()).orElse(moment.day()),
                    Phrase.of("remedy.filing.renew"));
        }

        @Override
        public Filter possible(LocalDate day) {
            return Filter.any(
                    Filter.not(Filter.term(CapabilityField.KIND, BodyKind.FILED_GROUP.name())),
                    new Filter.Contains(CapabilityField.FILED, day.toEpochDay()));
        }
    }

    /** The member belongs to the federation and its own contact agreed. */
    record Belonging() implements MemberCondition {
        @Override
        public String kind() {
            return "MEMBERSHIP";
        }

        @Override
        public boolean sameForEveryLot() {
            return true;
        }

        @Override
        public Verdict judge(Evidence evidence, Moment moment) {
            var membership = evidence.membership();
            if (membership == null || membership.knownAt().isAfter(moment.known())) {
                return refusal("none", moment.day(), "join");
            }
            if (membership.standsOn(moment.day(), moment.known())) {
                var since = Objects.requireNonNull(membership.consentedOn());
                return answer(MET, Phrase.of("verdict.membership.stands", since), since, null);
            }
            return lapsed(membership, moment);
        }

        private Verdict lapsed(Membership membership, Moment moment) {
            var to = membership.to();
            if (to != null && to.isBefore(moment.day())) return refusal("ended", to, "join");
            if (membership.from().isAfter(moment.day())) return refusal("ahead", membership.from(), "wait");
            return refusal("no-consent", membership.from(), "consent");
        }

        private Verdict refusal(String fact, LocalDate date, String remedy) {
            return answer(
                    NOT_MET,
                    Phrase.of("verdict.membership." + fact, date),
                    date,
                    Phrase.of("remedy.membership." + remedy, date));
        }

        @Override
        public Filter possible(LocalDate day) {
            return new Filter.Contains(CapabilityField.MEMBERSHIP, day.toEpochDay());
        }
    }

    /** The mandate stands, covers the lot's category and reaches its budget. */
    record Mandated(CategoryCode category, long budgetFen) implements MemberCondition {
        @Override
        public String kind() {
            return "MANDATE";
        }

        @Override
        public Verdict judge(Evidence evidence, Moment moment) {
            var mandate = evidence.mandate();
            if (mandate == null || mandate.knownAt().isAfter(moment.known())) {
                return refusal(Phrase.of("verdict.mandate.none"), moment.day(), Phrase.of("remedy.mandate.give"));
            }
            if (!mandate.standsOn(moment.day(), moment.known())) return fallen(mandate, moment);
            if (!covers(mandate)) {
                return refusal(
                        Phrase.of("verdict.mandate.category", Phrase.category(category.value())),
                        mandate.from(),
                        Phrase.of("remedy.mandate.category", Phrase.category(category.value())));
            }
            if (mandate.amountCapFen() < budgetFen) {
                return refusal(
                        Phrase.of("verdict.mandate.cap", Yuan.of(mandate.amountCapFen()), Yuan.of(budgetFen)),
                        mandate.from(),
                        Phrase.of("remedy.mandate.cap", Yuan.of(budgetFen)));
            }
            return answer(
                    MET,
                    Phrase.of("verdict.mandate.stands", mandate.to(), Yuan.of(mandate.amountCapFen())),
                    mandate.from(),
                    null);
        }

        private boolean covers(Mandate mandate) {
            return mandate.categories().isEmpty()
                    || mandate.categories().stream().map(CategoryCode::new).anyMatch(given -> given.covers(category));
        }

        private Verdict fallen(Mandate mandate, Moment moment) {
            if (mandate.from().isAfter(moment.day())) {
                return refusal(
                        Phrase.of("verdict.mandate.ahead", mandate.from()),
                        mandate.from(),
                        Phrase.of("remedy.mandate.wait", mandate.from()));
            }
            var renew = Phrase.of("remedy.mandate.renew");
            return mandate.to().isBefore(moment.day())
                    ? refusal(Phrase.of("verdict.mandate.expired", mandate.to()), mandate.to(), renew)
                    : refusal(Phrase.of("verdict.mandate.revoked"), mandate.from(), renew);
        }

        private Verdict refusal(Phrase fact, LocalDate date, Phrase remedy) {
            return answer(NOT_MET, fact, date, remedy);
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
}
