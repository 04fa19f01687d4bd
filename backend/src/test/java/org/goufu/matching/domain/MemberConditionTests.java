package org.goufu.matching.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.matching.MatchingFixtures.BUDGET;
import static org.goufu.matching.MatchingFixtures.KNOWN;
import static org.goufu.matching.MatchingFixtures.LONG_AGO;
import static org.goufu.matching.MatchingFixtures.MEALS;
import static org.goufu.matching.MatchingFixtures.MOMENT;
import static org.goufu.matching.MatchingFixtures.NOW;
import static org.goufu.matching.MatchingFixtures.STREET;
import static org.goufu.matching.MatchingFixtures.TODAY;
import static org.goufu.matching.MatchingFixtures.body;
import static org.goufu.matching.MatchingFixtures.fact;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;
import static org.goufu.matching.MatchingFixtures.goodOrganization;
import static org.goufu.matching.MatchingFixtures.id;
import static org.goufu.matching.MatchingFixtures.mandate;
import static org.goufu.matching.MatchingFixtures.through;
import static org.goufu.matching.domain.Verdict.Outcome.MET;
import static org.goufu.matching.domain.Verdict.Outcome.NOT_MET;

import java.time.LocalDate;
import java.util.List;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.federation.MembershipState;
import org.goufu.kernel.CategoryCode;
import org.goufu.organization.BodyKind;
import org.goufu.organization.FactKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberConditionTests {
    private static final LocalDate FAR = LocalDate.of(2030, 1, 1);

    private static Verdict mandated(@Nullable Mandate mandate) {
        return new MandateCondition(new CategoryCode(MEALS), BUDGET).judge(through(mandate), MOMENT);
    }

    private static Verdict belonging(@Nullable Membership membership) {
        return new MembershipCondition().judge(new Evidence(goodFederation(), goodGroup(), membership, null), MOMENT);
    }

    private static Membership membership(LocalDate from, @Nullable LocalDate to, @Nullable LocalDate consentedOn) {
        var confirmed = consentedOn != null;
        return new Membership(
                id("m"),
                id("f"),
                id("g"),
                confirmed ? MembershipState.CONFIRMED : MembershipState.INVITED,
                from,
                to,
                consentedOn,
                confirmed ? KNOWN : null,
                confirmed ? KNOWN : null,
                KNOWN,
                to == null ? null : KNOWN,
                1,
                List.of());
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE,MET", "DORMANT,NOT_MET", "REVOKED,NOT_MET"})
    void onlyAnActiveFilingHolds(String filing, Verdict.Outcome outcome) {
        var group = body("某队", BodyKind.FILED_GROUP, STREET, fact(FactKind.FILING, filing));
        assertThat(new FilingCondition().judge(Evidence.direct(group), MOMENT).outcome())
                .isEqualTo(outcome);
    }

    @Test
    void aFilingLapsesAfterItsLastDay() {
        var group = body(
                "某队", BodyKind.FILED_GROUP, STREET, fact(FactKind.FILING, "ACTIVE", 0, LONG_AGO, TODAY.minusDays(1)));
        var verdict = new FilingCondition().judge(Evidence.direct(group), MOMENT);
        assertThat(verdict.outcome()).isEqualTo(NOT_MET);
        assertThat(verdict.fact().code()).isEqualTo("verdict.filing.lapsed");
    }

    @Test
    void aRegisteredMemberNeedsNoFiling() {
        var evidence = new Evidence(goodFederation(), goodOrganization(), null, null);
        assertThat(new FilingCondition().judge(evidence, MOMENT).outcome()).isEqualTo(MET);
    }

    @Test
    void aMembershipStandsWithConsentWhileItLasts() {
        assertThat(belonging(membership(LONG_AGO, null, TODAY)).outcome()).isEqualTo(MET);
        assertThat(belonging(membership(LONG_AGO, TODAY, LONG_AGO)).outcome()).isEqualTo(MET);
        assertThat(belonging(null).fact().code()).isEqualTo("verdict.membership.none");
        assertThat(belonging(membership(LONG_AGO, null, null)).fact().code())
                .isEqualTo("verdict.membership.no-consent");
        assertThat(belonging(membership(LONG_AGO, null, TODAY.plusDays(1)))
                        .fact()
                        .code())
                .isEqualTo("verdict.membership.no-consent");
        assertThat(belonging(membership(LONG_AGO, TODAY.minusDays(1), LONG_AGO))
                        .fact()
                        .code())
                .isEqualTo("verdict.membership.ended");
        assertThat(belonging(membership(TODAY.plusDays(1), null, LONG_AGO))
                        .fact()
                        .code())
                .isEqualTo("verdict.membership.ahead");
    }

    @ParameterizedTest
    @CsvSource({"A0402-01,MET", "A0402,MET", "A04,MET", "A,MET", "A0402-02,NOT_MET", "A0401,NOT_MET", "B,NOT_MET"})
    void aMandateCoversItsCategoriesAndWhatLiesUnderThem(String category, Verdict.Outcome outcome) {
        assertThat(mandated(mandate(category)).outcome()).isEqualTo(outcome);
    }

    @Test
    void aMandateWithoutCategoriesCoversEveryOne() {
        assertThat(mandated(mandate()).outcome()).isEqualTo(MET);
    }

    @Test
    void aMandateReachesItsCapToTheFen() {
        assertThat(mandated(mandate(BUDGET, LONG_AGO, FAR)).outcome()).isEqualTo(MET);
        var tooSmall = mandated(mandate(BUDGET - 1, LONG_AGO, FAR));
        assertThat(tooSmall.outcome()).isEqualTo(NOT_MET);
        assertThat(tooSmall.fact().arguments()).containsExactly("97,999.99", "98,000");
    }

    @Test
    void aMandateStandsFromItsFirstToItsLastDay() {
        assertThat(mandated(mandate(BUDGET, TODAY, TODAY)).outcome()).isEqualTo(MET);
        assertThat(mandated(mandate(BUDGET, TODAY.plusDays(1), FAR)).fact().code())
                .isEqualTo("verdict.mandate.ahead");
        assertThat(mandated(mandate(BUDGET, LONG_AGO, TODAY.minusDays(1)))
                        .fact()
                        .code())
                .isEqualTo("verdict.mandate.expired");
        assertThat(mandated(null).fact().code()).isEqualTo("verdict.mandate.none");
    }

    @Test
    void aRevokedMandateStandsOnlyAsOfEarlierMoments() {
        var given = mandate();
        var revoked = given.revoked(NOW);
        assertThat(mandated(revoked).fact().code()).isEqualTo("verdict.mandate.revoked");
        var condition = new MandateCondition(new CategoryCode(MEALS), BUDGET);
        assertThat(condition
                        .judge(through(revoked), Moment.of(NOW.minusMillis(1)))
                        .outcome())
                .isEqualTo(MET);
    }
}
