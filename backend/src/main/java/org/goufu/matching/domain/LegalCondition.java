package org.goufu.matching.domain;

import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;
import static org.goufu.matching.domain.Verdict.Outcome.UNKNOWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.goufu.matching.Phrase;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.organization.BodyProfile;
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
            var entry = Citation.of(body);
            if (body.kind().isLegalPerson()) {
                return met(Finding.of(Phrase.of("verdict.legal-person.met", entry.value()), since, entry));
            }
            return verdict(
                    NOT_MET,
                    Finding.of(Phrase.of("verdict.legal-person.not-met"), since, entry),
                    Remedy.of(Action.GO_THROUGH_FEDERATION, body.id(), Phrase.of("remedy.legal-person.through")));
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
            var signer = evidence.signer();
            var bad = evidence.newest(
                    FactKind.STATUS, moment, fact -> !fact.value().equals(NORMAL));
            if (bad.isPresent()) {
                var fact = bad.get();
                return verdict(
                        NOT_MET,
                        Finding.of(
                                Phrase.of("verdict.status." + fact.value().toLowerCase(Locale.ROOT)),
                                Citation.of(signer, fact)),
                        until("remedy.status", fact, Remedy.of(Action.ASK_REGISTRAR, signer.id(), APPLY_STATUS)));
            }
            return evidence.newest(FactKind.STATUS, moment, fact -> true)
                    .map(fact -> met(Finding.of(Phrase.of("verdict.status.normal"), Citation.of(signer, fact))))
                    .orElseGet(() -> verdict(
                            UNKNOWN,
                            Finding.nothing(Phrase.of("verdict.status.none"), moment),
                            Remedy.of(Action.REPORT_STATUS, signer.id(), Phrase.of("remedy.status.ask"))));
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
    private static final Phrase APPLY_STATUS = Phrase.of("remedy.status.apply");

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
    public ConditionKind kind() {
        return ConditionKind.valueOf(name());
    }

    @Override
    public Verdict judge(Evidence evidence, Moment moment) {
        return evidence.newest(
                        FactKind.CREDIT_LIST, moment, fact -> fact.value().equals(list))
                .map(fact -> listed(evidence.signer(), fact))
                .orElseGet(() -> met(Finding.nothing(Phrase.of("verdict.list.off", Phrase.list(list)), moment)));
    }

    private Verdict listed(BodyProfile body, Fact fact) {
        var removal =
                new Remedy(Action.APPLY_FOR_REMOVAL, body.id(), Map.of("list", list), Phrase.of("remedy.list.apply"));
        return verdict(
                NOT_MET,
                Finding.of(Phrase.of("verdict.list.on", fact.source(), Phrase.list(list)), Citation.of(body, fact)),
                until("remedy.list", fact, removal));
    }

    @Override
    public Filter possible(LocalDate day) {
        return Filter.not(new Filter.Contains(CapabilityField.listed(list), day.toEpochDay()));
    }

    @Override
    public Filter certain(LocalDate day) {
        return possible(day);
    }

    /** A listing with an end lasts to that day whatever the body does; one without is left by an act. */
    static Remedy until(String code, Fact fact, Remedy endless) {
        var to = fact.to();
        return to == null ? endless : Remedy.wait(endless.bodyId(), to.plusDays(1), Phrase.of(code + ".until", to));
    }

    Verdict met(Finding finding) {
        return verdict(MET, finding, null);
    }

    Verdict verdict(Verdict.Outcome outcome, Finding finding, @Nullable Remedy remedy) {
        var rule = Phrase.of("rule." + kind().key());
        return new Verdict(kind(), null, outcome, finding, rule, remedy);
    }
}
