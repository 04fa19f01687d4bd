package org.goufu.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.matching.MatchingFixtures.COUNTY;
import static org.goufu.matching.MatchingFixtures.KNOWN;
import static org.goufu.matching.MatchingFixtures.LONG_AGO;
import static org.goufu.matching.MatchingFixtures.MOMENT;
import static org.goufu.matching.MatchingFixtures.NOW;
import static org.goufu.matching.MatchingFixtures.TODAY;
import static org.goufu.matching.MatchingFixtures.body;
import static org.goufu.matching.MatchingFixtures.fact;
import static org.goufu.matching.MatchingFixtures.goodGroup;
import static org.goufu.matching.MatchingFixtures.goodOrganization;
import static org.goufu.matching.MatchingFixtures.learnt;
import static org.goufu.matching.MatchingFixtures.normal;
import static org.goufu.matching.MatchingFixtures.withdrawn;
import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;
import static org.goufu.matching.domain.Verdict.Outcome.UNKNOWN;

import org.goufu.matching.Phrase;
import org.goufu.organization.BodyKind;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegalConditionTests {
    private static Verdict judge(LegalCondition condition, Fact... facts) {
        return condition.judge(Evidence.direct(body("某协会", BodyKind.LEGAL_PERSON, COUNTY, facts)), MOMENT);
    }

    @Test
    void aFiledGroupIsNoLegalPersonAndIsToldOfItsFederation() {
        var verdict = LegalCondition.LEGAL_PERSON.judge(Evidence.direct(goodGroup()), MOMENT);
        assertThat(verdict.outcome()).isEqualTo(NOT_MET);
        assertThat(verdict.remedy().text()).isEqualTo(Phrase.of("remedy.legal-person.through"));
        assertThat(LegalCondition.LEGAL_PERSON
                        .judge(Evidence.direct(goodOrganization()), MOMENT)
                        .outcome())
                .isEqualTo(MET);
    }

    @Test
    void withoutAnyStatusNothingIsKnown() {
        assertThat(judge(LegalCondition.REGISTRATION_STATUS).outcome()).isEqualTo(UNKNOWN);
        assertThat(judge(LegalCondition.REGISTRATION_STATUS, normal()).outcome())
                .isEqualTo(MET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPENDED", "REVOKED", "CANCELLED", "LIQUIDATING", "UNKNOWN"})
    void anyOtherStatusOutweighsANormalOne(String status) {
        var verdict = judge(LegalCondition.REGISTRATION_STATUS, normal(), fact(FactKind.STATUS, status));
        assertThat(verdict.outcome()).isEqualTo(NOT_MET);
        assertThat(verdict.remedy().text()).isEqualTo(Phrase.of("remedy.status.apply"));
    }

    @Test
    void aSuspensionHoldsOnItsLastDayAndNotOnTheNext() {
        var lastDay = fact(FactKind.STATUS, "SUSPENDED", 0, LONG_AGO, TODAY);
        var over = fact(FactKind.STATUS, "SUSPENDED", 0, LONG_AGO, TODAY.minusDays(1));
        assertThat(judge(LegalCondition.REGISTRATION_STATUS, normal(), lastDay).outcome())
                .isEqualTo(NOT_MET);
        assertThat(judge(LegalCondition.REGISTRATION_STATUS, normal(), lastDay)
                        .remedy()
                        .text())
                .isEqualTo(Phrase.of("remedy.status.until", TODAY));
        assertThat(judge(LegalCondition.REGISTRATION_STATUS, normal(), over).outcome())
                .isEqualTo(MET);
    }

    @ParameterizedTest
    @EnumSource(names = {"SERIOUS_LIST", "COURT_DEFAULT", "TAX_CREDIT", "PROCUREMENT_BAN"})
    void aListBarsWhileItLastsAndNotBeforeOrAfter(LegalCondition condition) {
        var list = condition == LegalCondition.SERIOUS_LIST ? "SERIOUS" : condition.name();
        assertThat(judge(condition).outcome()).isEqualTo(MET);
        assertThat(judge(condition).fact()).isEqualTo(Phrase.of("verdict.list.off", Phrase.list(list)));
        var listed = judge(condition, fact(FactKind.CREDIT_LIST, list, 0, TODAY, null));
        assertThat(listed.outcome()).isEqualTo(NOT_MET);
        assertThat(listed.fact().arguments()).endsWith(Phrase.list(list));
        assertThat(judge(condition, fact(FactKind.CREDIT_LIST, list, 0, TODAY.plusDays(1), null))
                        .outcome())
                .isEqualTo(MET);
        assertThat(judge(condition, fact(FactKind.CREDIT_LIST, list, 0, LONG_AGO, TODAY.minusDays(1)))
                        .outcome())
                .isEqualTo(MET);
        assertThat(judge(condition, fact(FactKind.CREDIT_LIST, list, 0, LONG_AGO, TODAY))
                        .remedy()
                        .text())
                .isEqualTo(Phrase.of("remedy.list.until", TODAY));
    }

    @Test
    void theListOfAbnormalActivityOnlyWarns() {
        for (var condition : LegalCondition.ALL) {
            assertThat(judge(condition, normal(), fact(FactKind.CREDIT_LIST, "ABNORMAL"))
                            .outcome())
                    .isEqualTo(MET);
        }
    }

    @Test
    void whatWasWithdrawnCountsOnlyAsOfEarlierMoments() {
        var listing = withdrawn(fact(FactKind.CREDIT_LIST, "SERIOUS"), NOW.minusSeconds(60));
        var evidence = Evidence.direct(body("某协会", BodyKind.LEGAL_PERSON, COUNTY, listing));
        assertThat(LegalCondition.SERIOUS_LIST.judge(evidence, MOMENT).outcome())
                .isEqualTo(MET);
        assertThat(LegalCondition.SERIOUS_LIST
                        .judge(evidence, Moment.of(NOW.minusSeconds(61)))
                        .outcome())
                .isEqualTo(NOT_MET);
    }

    @Test
    void whatWasLearntLaterIsNotHeldAgainstAnEarlierVerdict() {
        var listing = learnt(fact(FactKind.CREDIT_LIST, "SERIOUS"), NOW);
        var evidence = Evidence.direct(body("某协会", BodyKind.LEGAL_PERSON, COUNTY, listing));
        assertThat(LegalCondition.SERIOUS_LIST.judge(evidence, MOMENT).outcome())
                .isEqualTo(NOT_MET);
        assertThat(LegalCondition.SERIOUS_LIST
                        .judge(evidence, Moment.of(NOW.minusMillis(1)))
                        .outcome())
                .isEqualTo(MET);
        assertThat(LegalCondition.SERIOUS_LIST.judge(evidence, Moment.of(KNOWN)).outcome())
                .isEqualTo(MET);
    }
}
