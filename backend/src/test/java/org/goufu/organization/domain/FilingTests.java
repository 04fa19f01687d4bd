package org.goufu.organization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.goufu.organization.domain.FilingFixtures.COMMUNITY_CLERK;
import static org.goufu.organization.domain.FilingFixtures.COUNTY_CLERK;
import static org.goufu.organization.domain.FilingFixtures.RULE;
import static org.goufu.organization.domain.FilingFixtures.STREET_CLERK;
import static org.goufu.organization.domain.FilingFixtures.STREET_WRITER;
import static org.goufu.organization.domain.FilingFixtures.TODAY;
import static org.goufu.organization.domain.FilingFixtures.active;
import static org.goufu.organization.domain.FilingFixtures.applied;
import static org.goufu.organization.domain.FilingFixtures.contact;
import static org.goufu.organization.domain.FilingFixtures.elsewhere;
import static org.goufu.organization.domain.FilingFixtures.record;
import static org.goufu.organization.domain.FilingFixtures.underReview;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.goufu.kernel.FieldProblem;
import org.goufu.kernel.Problem;
import org.goufu.kernel.ProblemException;
import org.goufu.organization.FilingWish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FilingTests {
    private static final String NUMBER = "BA-510114008-2026-0001";

    @Test
    void goesFromTheApplicationToTheRegistry() {
        var submitted = applied(STREET_WRITER).submit(STREET_WRITER, RULE);
        assertThat(submitted.state()).isEqualTo(FilingState.COMMUNITY_OPINION);
        var reviewed = submitted.opinion(COMMUNITY_CLERK, true, "同意", TODAY);
        assertThat(reviewed.state()).isEqualTo(FilingState.STREET_REVIEW);
        var filed = reviewed.approve(STREET_CLERK, RULE, NUMBER, TODAY);
        assertThat(filed.state()).isEqualTo(FilingState.FILED_ACTIVE);
        assertThat(filed.standing().number()).isEqualTo(NUMBER);
        assertThat(filed.standing().validTo()).isEqualTo("2027-11-24");
    }

    @Test
    void nobodyFilesWhatHeWroteHimself() {
        refused(FilingProblem.SAME_PERSON, () -> underReview().approve(STREET_WRITER, RULE, NUMBER, TODAY));
        refused(FilingProblem.SAME_PERSON, () -> underReview().giveBack(STREET_WRITER, "材料不清"));
        assertThat(underReview().open(STREET_WRITER)).isEmpty();
        assertThat(underReview().open(STREET_CLERK)).containsExactlyInAnyOrder(FilingAct.FILED, FilingAct.RETURNED);
    }

    @Test
    void whatTheStreetSendsBackIsAmendedAndGoesRoundAgain() {
        var returned = underReview().giveBack(STREET_CLERK, " 场所证明过期 ");
        assertThat(returned.state()).isEqualTo(FilingState.APPLIED);
        assertThat(returned.course().returned()).isEqualTo("场所证明过期");
        var again = returned.change(COMMUNITY_CLERK, record()).submit(COMMUNITY_CLERK, RULE);
        assertThat(again.course().opinion()).isNull();
        assertThat(again.course().returned()).isNull();
        refused(FilingProblem.REASON_NEEDED, () -> underReview().giveBack(STREET_CLERK, " "));
    }

    @Test
    void whereThereIsNoCommunityNobodyIsAsked() {
        var street = applied(STREET_WRITER, record("510114008"));
        assertThat(street.submit(STREET_WRITER, RULE).state()).isEqualTo(FilingState.STREET_REVIEW);
    }

    @Test
    void anOpinionAgainstItDoesNotDecide() {
        var submitted = applied(STREET_WRITER).submit(STREET_WRITER, RULE);
        assertThat(submitted.opinion(COMMUNITY_CLERK, false, "场地不合适", TODAY).state())
                .isEqualTo(FilingState.STREET_REVIEW);
        refused(FilingProblem.REASON_NEEDED, () -> submitted.opinion(COMMUNITY_CLERK, false, "", TODAY));
        refused(FilingProblem.COMMUNITY_ONLY, () -> submitted.opinion(STREET_CLERK, true, "同意", TODAY));
    }

    @Test
    void namesEveryMemberAndPaperThatIsMissing() {
        var bare = applied(STREET_WRITER, FilingFixtures.bare());
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> bare.submit(STREET_WRITER, RULE))
                .satisfies(refusal -> {
                    assertThat(refusal.problem()).isEqualTo(FilingProblem.INCOMPLETE);
                    assertThat(refusal.fields())
                            .extracting(FieldProblem::code)
                            .containsExactly("filing-members", "filing-paper-FORM", "filing-paper-CHARTER");
                });
    }

    @Test
    void whatLiesElsewhereDoesNotExist() {
        refused(FilingProblem.NOT_FOUND, () -> active().seenBy(elsewhere()));
        refused(FilingProblem.NOT_FOUND, () -> active().seenBy(contact(FilingFixtures.OTHER)));
        assertThat(active().seenBy(contact(FilingFixtures.ID))).isEqualTo(active());
        refused(FilingProblem.COMMUNITY_OR_STREET, () -> applied(COUNTY_CLERK));
    }

    @ParameterizedTest
    @CsvSource({
        // last day, today, confirmed until
        "2027-11-24, 2027-08-26, 2028-11-24",
        "2027-11-24, 2027-11-24, 2028-11-24",
        "2027-11-24, 2027-11-25, 2028-11-24",
        "2027-11-24, 2028-03-01, 2029-02-28",
    })
    void aConfirmationLastsAnotherPeriod(LocalDate last, LocalDate today, LocalDate until) {
        var confirmed = active(last).confirm(STREET_CLERK, RULE, today);
        assertThat(confirmed.standing().validTo()).isEqualTo(until);
        assertThat(confirmed.standing().number()).isEqualTo(NUMBER);
    }

    @Test
    void aConfirmationTooEarlyNamesTheDay() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> active().confirm(STREET_CLERK, RULE, LocalDate.of(2027, 8, 25)))
                .satisfies(refusal -> {
                    assertThat(refusal.problem()).isEqualTo(FilingProblem.TOO_EARLY);
                    assertThat(refusal.arguments()).containsExactly(LocalDate.of(2027, 8, 26));
                });
    }

    @Test
    void twelveMonthsWithoutActivityMakeItDormant() {
        var day = LocalDate.of(2027, 11, 25);
        var asleep = active().dormant(STREET_CLERK, "一年无活动", LocalDate.of(2026, 11, 25), day);
        assertThat(asleep.state()).isEqualTo(FilingState.DORMANT);
        refused(
                FilingProblem.ACTIVE_LATELY,
                () -> active().dormant(STREET_CLERK, "一年无活动", LocalDate.of(2026, 11, 26), day));
        refused(FilingProblem.ACTIVE_LATELY, () -> active().dormant(STREET_CLERK, "无活动", null, TODAY.plusMonths(3)));
        assertThat(asleep.confirm(STREET_CLERK, RULE, day).state()).isEqualTo(FilingState.FILED_ACTIVE);
    }

    @Test
    void theContactAsksAndTheStreetSettlesIt() {
        var asking = active().ask(contact(FilingFixtures.ID), FilingWish.CHANGE, "换了活动场所", TODAY);
        assertThat(asking.course().request()).isNotNull();
        assertThat(asking.change(STREET_CLERK, record()).course().request()).isNull();
        refused(
                FilingProblem.REASON_NEEDED,
                () -> active().ask(contact(FilingFixtures.ID), FilingWish.CHANGE, "", TODAY));
        refused(FilingProblem.STREET_ONLY, () -> active().change(COMMUNITY_CLERK, record()));
    }

    @Test
    void theCountyRegistersWhatTheStreetFiled() {
        assertThat(active().register(COUNTY_CLERK).state()).isEqualTo(FilingState.REGISTERED);
        refused(FilingProblem.COUNTY_ONLY, () -> active().register(STREET_CLERK));
        refused(
                FilingProblem.WRONG_STATE,
                () -> active().revoke(STREET_CLERK, "违规").register(COUNTY_CLERK));
    }

    @ParameterizedTest
    @EnumSource(
            value = FilingState.class,
            names = {"REVOKED", "CANCELLED", "REGISTERED"})
    void nothingFollowsTheEnd(FilingState end) {
        var ended = FilingFixtures.ended(end);
        assertThat(List.of(STREET_CLERK, COMMUNITY_CLERK, COUNTY_CLERK))
                .allSatisfy(actor -> assertThat(ended.open(actor)).isEmpty());
        refused(FilingProblem.WRONG_STATE, () -> ended.confirm(STREET_CLERK, RULE, TODAY));
        refused(FilingProblem.WRONG_STATE, () -> ended.cancel(STREET_CLERK, "再次"));
        refused(
                FilingProblem.WRONG_STATE,
                () -> ended.ask(contact(FilingFixtures.ID), FilingWish.CONFIRMATION, "", TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "桂湖街道南丰社区邻里书法协会, 协会",
        "南丰社区志愿者联合会, 联合会",
        "南丰社区长者助餐互助队,",
        "南丰社区邻里互助会,",
    })
    void onlyTheRegisteredCallThemselvesSo(String name, String claim) {
        assertThat(GroupName.claim(name).orElse(null)).isEqualTo(claim);
    }

    @ParameterizedTest
    @CsvSource({
        "春风小区业主委员会, OWNERS_COMMITTEE",
        "南丰社区人民调解委员会, COMMITTEE_BODY",
        "三栋楼栋自治小组, BUILDING_SELF_GOVERNANCE",
        "桂湖便民服务有限公司, PROFIT",
        "南丰社区长者助餐互助队,",
    })
    void fourKindsAreNotFiled(String name, GroupNature nature) {
        assertThat(GroupNature.namedBy(name).orElse(null)).isEqualTo(nature);
    }

    private static void refused(Problem problem, ThrowingCallable act) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(act)
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }

    @Test
    void theStreetAloneGivesTheContactAnAccountNamedAfterTheFiling() {
        var given = active().contact(STREET_CLERK);
        assertThat(given.username()).isEqualTo("ba-510114008-2026-0001");
        assertThat(given.displayName()).isEqualTo("某负责人");
        refused(FilingProblem.STREET_ONLY, () -> active().contact(COMMUNITY_CLERK));
        refused(FilingProblem.NOT_FOUND, () -> active().contact(elsewhere()));
        refused(FilingProblem.WRONG_STATE, () -> underReview().contact(STREET_CLERK));
        assertThat(active().open(STREET_CLERK)).contains(FilingAct.CONTACT_INVITED);
        assertThat(active().open(COUNTY_CLERK)).doesNotContain(FilingAct.CONTACT_INVITED);
    }
}
