package org.goufu.matching.domain;

import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;
import static org.goufu.matching.domain.Verdict.Outcome.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.goufu.matching.Phrase;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.search.CapabilityField;
import org.goufu.search.Filter;
import org.jspecify.annotations.Nullable;

/**
 * What the law asks of every bidder of every lot, judged on the one who would sign.
 *
 * <p>An ABNORMAL listing is no condition: it warns only (domain.md 3.5, K05).
 */
public enum LegalCondition implements Condition {
    /** 政府采购法 第22条第一款第(一)项: able to bear civil liability on its own; a filed group is not (民法典 第103条). */
    LEGAL_PERSON {
        @Override
        public Verdict judge(Evidence evidence, Moment moment) {
            var body = evidence.signer();
            var since = body.foundedOn() == null ? moment.day() : body.foundedOn();
            if (body.kind().isLegalPerson()) {
                return verdict(
                        MET, Phrase.of("verdict.legal-person.met", String.valueOf(body.creditCode())), since, null);
            }
            return verdict(
                    NOT_MET,
                    Phrase.of("verdict.legal-person.not-met"),
                    since,
                    Phrase.of("remedy.legal-person.through"));
        }

        /** Only legal persons sign in the index. */
        @Override
        public Filter possible(LocalDate day) {
            return Filter.all();
        }

        @Override
        public Filter certain(LocalDate day) {
            return Filter.all();
        }
    },

    /** Only NORMAL may bid (domain.md 3.2, K06). */
    REGISTRATION_STATUS {
        @Override
        public Verdict judge(Evidence evidence, Moment moment) {
            var bad = evidence.newest(
                    FactKind.STATUS, moment, fact -> !fact.value().equals(NORMAL));
            if (bad.isPresent()) {
                var fact = bad.get();
                return verdict(
                        NOT_MET,
                        Phrase.of("verdict.status." + fact.value().toLowerCase(Locale.ROOT)),
                        fact.from(),
                        until("remedy.status", fact));
            }
            return evidence.newest(FactKind.STATUS, moment, fact -> true)
                    .map(fact -> verdict(MET, Phrase.of("verdict.status.normal"), fact.from(), null))
                    .orElseGet(() -> verdict(
                            UNKNOWN, Phrase.of("verdict.status.none"), moment.day(), Phrase.of("remedy.status.ask")));
        }

        @Override
        public Filter possible(LocalDate day) {
            return Filter.not(new Filter.Contains(CapabilityField.NOT_NORMAL, day.toEpochDay()));
        }

        @Override
        public Filter certain(LocalDate day) {
            return Filter.all(possible(day), new Filter.Contains(CapabilityField.NORMAL, day.toEpochDay()));
        }
    },

    /** 社会组织信用信息管理办法 (民政部令第60号): nothing is bought from a body on the list of serious violations (K04). */
    SERIOUS_LIST("SERIOUS"),
    /** 财库〔2016〕125号: persons subject to enforcement for breach of trust are refused (K01). */
    COURT_DEFAULT("COURT_DEFAULT"),
    /** 财库〔2016〕125号: major tax violators are refused (K02). */
    TAX_CREDIT("TAX_CREDIT"),
    /** 政府采购法 第22条第一款第(五)项, 财库〔2016〕125号: refused while the ban lasts (K03). */
    PROCUREMENT_BAN("PROCUREMENT_BAN");

    /** In the order in which they are shown. */
    public static final List<LegalCondition> ALL = List.of(values());

    private static final String NORMAL = "NORMAL";

    private final String list;

    LegalCondition() {
        this("");
    }

    LegalCondition(String list) {
        this.list = list;
    }

    @Override
    public boolean sameForEveryLot() {
        return true;
    }

    @Override
    public String kind() {
        return name();
    }

    @Override
    public Verdict judge(Evidence evidence, Moment moment) {
        return evidence.newest(
                        FactKind.CREDIT_LIST, moment, fact -> fact.value().equals(list))
                .map(fact -> verdict(
                        NOT_MET, Phrase.of("verdict.list.on", fact.source()), fact.from(), until("remedy.list", fact)))
                .orElseGet(() -> verdict(MET, Phrase.of("verdict.list.off"), moment.day(), null));
    }

    @Override
    public Filter possible(LocalDate day) {
        return Filter.not(new Filter.Contains(CapabilityField.listed(list), day.toEpochDay()));
    }

    @Override
    public Filter certain(LocalDate day) {
        return possible(day);
    }

    /** What to do, or until when nothing can be done: a listing with an end lasts to that day whatever the body does. */
    static Phrase until(String code, Fact fact) {
        return fact.to() == null ? Phrase.of(code + ".apply") : Phrase.of(code + ".until", fact.to());
    }

    Verdict verdict(Verdict.Outcome outcome, Phrase fact, LocalDate factDate, @Nullable Phrase remedy) {
        var rule = Phrase.of("rule." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new Verdict(name(), null, outcome, fact, factDate, rule, remedy);
    }
}
