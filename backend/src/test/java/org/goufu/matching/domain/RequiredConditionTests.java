package org.goufu.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.matching.MatchingFixtures.LONG_AGO;
import static org.goufu.matching.MatchingFixtures.MOMENT;
import static org.goufu.matching.MatchingFixtures.TODAY;
import static org.goufu.matching.MatchingFixtures.fact;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;
import static org.goufu.matching.MatchingFixtures.goodOrganization;
import static org.goufu.matching.MatchingFixtures.mandate;
import static org.goufu.matching.MatchingFixtures.membership;
import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;
import static org.goufu.matching.domain.Verdict.Outcome.UNKNOWN;

import org.goufu.matching.Phrase;
import org.goufu.organization.Fact;
import org.goufu.organization.FactKind;
import org.goufu.purchase.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredConditionTests {
    private static final String LICENCE = "FOOD_BUSINESS_LICENSE";
    private static final String SOCIAL_WORKER = "SOCIAL_WORKER";

    private static Verdict judge(Requirement requirement, Fact... facts) {
        return RequiredCondition.of(requirement).judge(Evidence.direct(goodOrganization(facts)), MOMENT);
    }

    @ParameterizedTest
    @CsvSource({"QUALIFIED,MET", "BASICALLY,MET", "UNQUALIFIED,NOT_MET", "NOT_TAKEN,NOT_MET"})
    void anInspectionCountsByItsConclusion(String conclusion, Verdict.Outcome outcome) {
        assertThat(judge(Requirement.inspection(2025), fact(FactKind.INSPECTION, "2025:" + conclusion))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void anInspectionCountsByItsYearWhateverTheDaysOfItsRecord() {
        var old = fact(FactKind.INSPECTION, "2025:QUALIFIED", 0, LONG_AGO, LONG_AGO);
        assertThat(judge(Requirement.inspection(2025), old).outcome()).isEqualTo(MET);
        assertThat(judge(Requirement.inspection(2024), old).outcome()).isEqualTo(UNKNOWN);
        assertThat(judge(Requirement.inspection(2024), old).remedy().text())
                .isEqualTo(Phrase.of("remedy.inspection.upload", 2024));
    }

    @Test
    void aFailedInspectionOutweighsAPassedOneOfTheSameYear() {
        assertThat(judge(
                                Requirement.inspection(2025),
                                fact(FactKind.INSPECTION, "2025:QUALIFIED"),
                                fact(FactKind.INSPECTION, "2025:UNQUALIFIED"))
                        .outcome())
                .isEqualTo(NOT_MET);
    }

    @Test
    void aLicenceIsMetWhileItLastsAndUnknownAfterwards() {
        var lastDay = fact(FactKind.QUALIFICATION, LICENCE, 0, LONG_AGO, TODAY);
        var expired = fact(FactKind.QUALIFICATION, LICENCE, 0, LONG_AGO, TODAY.minusDays(1));
        assertThat(judge(Requirement.qualification(LICENCE), lastDay).outcome()).isEqualTo(MET);
        var verdict = judge(Requirement.qualification(LICENCE), expired);
        assertThat(verdict.outcome()).isEqualTo(UNKNOWN);
        assertThat(verdict.factDate()).isEqualTo(TODAY.minusDays(1));
        assertThat(verdict.fact().code()).isEqualTo("verdict.qualification.expired");
        assertThat(judge(Requirement.qualification(LICENCE)).fact().code()).isEqualTo("verdict.qualification.none");
    }

    @Test
    void aRefusedLicenceIsNotMetEvenBesideAHeldOne() {
        var refused = fact(FactKind.QUALIFICATION, "-" + LICENCE);
        assertThat(judge(Requirement.qualification(LICENCE), refused).outcome()).isEqualTo(NOT_MET);
        assertThat(judge(Requirement.qualification(LICENCE), refused, fact(FactKind.QUALIFICATION, LICENCE))
                        .outcome())
                .isEqualTo(NOT_MET);
    }

    @ParameterizedTest
    @CsvSource({"0,NOT_MET", "2,NOT_MET", "3,MET", "4,MET"})
    void peopleAreCounted(long people, Verdict.Outcome outcome) {
        var staff = fact(FactKind.STAFF, SOCIAL_WORKER, people, LONG_AGO, null);
        assertThat(judge(Requirement.staff(SOCIAL_WORKER, 3), staff).outcome()).isEqualTo(outcome);
    }

    @Test
    void withoutARecordOfPeopleNothingIsKnown() {
        var expired = fact(FactKind.STAFF, SOCIAL_WORKER, 5, LONG_AGO, TODAY.minusDays(1));
        assertThat(judge(Requirement.staff(SOCIAL_WORKER, 3)).outcome()).isEqualTo(UNKNOWN);
        assertThat(judge(Requirement.staff(SOCIAL_WORKER, 3), expired).outcome())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void aFederationAndItsMemberAddTheirPeople() {
        var federation = goodFederation(fact(FactKind.STAFF, SOCIAL_WORKER, 1, LONG_AGO, null));
        var group = goodGroup(fact(FactKind.STAFF, SOCIAL_WORKER, 2, LONG_AGO, null));
        var mandate = mandate();
        var together = new Evidence(federation, group, membership(federation, group, mandate), mandate);
        var condition = RequiredCondition.of(Requirement.staff(SOCIAL_WORKER, 3));
        assertThat(condition.judge(together, MOMENT).outcome()).isEqualTo(MET);
        assertThat(condition.judge(Evidence.direct(federation), MOMENT).remedy().text())
                .isEqualTo(Phrase.of("remedy.staff.more", Phrase.qualification(SOCIAL_WORKER), 2));
    }

    @Test
    void aMembersLicenceIsNotItsFederations() {
        var federation = goodFederation();
        var group = goodGroup(fact(FactKind.QUALIFICATION, LICENCE));
        var mandate = mandate();
        var through = new Evidence(federation, group, membership(federation, group, mandate), mandate);
        assertThat(RequiredCondition.of(Requirement.qualification(LICENCE))
                        .judge(through, MOMENT)
                        .outcome())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void wordsAreNeverJudged() {
        var verdict = judge(Requirement.text("能在老旧院落开展服务"));
        assertThat(verdict.outcome()).isEqualTo(UNKNOWN);
        assertThat(verdict.remedy()).isNotNull();
    }
}
