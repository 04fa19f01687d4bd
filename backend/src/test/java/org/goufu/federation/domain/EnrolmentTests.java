package org.goufu.federation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.goufu.federation.FederationFixtures.NOW;
import static org.goufu.federation.FederationFixtures.TODAY;
import static org.goufu.federation.FederationFixtures.after;
import static org.goufu.federation.FederationFixtures.confirmed;
import static org.goufu.federation.FederationFixtures.invited;
import static org.goufu.federation.FederationFixtures.mandate;
import static org.goufu.federation.FederationFixtures.transfer;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.goufu.federation.MembershipState;
import org.goufu.kernel.Ids;
import org.goufu.kernel.ProblemException;
import org.junit.jupiter.api.Test;

class EnrolmentTests {
    private final UUID federation = Ids.next();
    private final UUID other = Ids.next();
    private final UUID group = Ids.next();

    private static void refuses(FederationProblem problem, ThrowingCallable act) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(act)
                .extracting(ProblemException::problem)
                .isEqualTo(problem);
    }

    @Test
    void threeActsBringItAbout() {
        var invitation = invited(federation, group);
        assertThat(invitation.state()).isEqualTo(MembershipState.INVITED);
        var accepted = invitation.accepted(after(1));
        assertThat(accepted.consent()).isEqualTo(new Enrolment.Consent(TODAY.plusDays(1), after(1).at()));
        var confirmed = accepted.confirmed(null, false, after(2));
        assertThat(confirmed.state()).isEqualTo(MembershipState.CONFIRMED);
        assertThat(confirmed.from()).isEqualTo(TODAY.plusDays(2));
        assertThat(confirmed.confirmedAt()).isEqualTo(after(2).at());
    }

    @Test
    void noActComesOutOfTurn() {
        var invitation = invited(federation, group);
        refuses(FederationProblem.NOT_ACCEPTED, () -> invitation.confirmed(null, false, NOW));
        refuses(FederationProblem.NOT_ACCEPTED, () -> invitation.refused(Side.STREET, "材料不全", NOW));
        refuses(FederationProblem.NOT_INVITED, () -> invitation.accepted(NOW).accepted(NOW));
        refuses(FederationProblem.NOT_OPEN, () -> confirmed(federation, group).refused(Side.MEMBER, "不了", NOW));
        refuses(FederationProblem.NOT_CONFIRMED, () -> invitation.left(Side.MEMBER, TODAY, "", NOW));
        refuses(FederationProblem.NOT_CONFIRMED, () -> invitation.granted(mandate(TODAY, TODAY)));
        refuses(
                FederationProblem.DAY_PAST,
                () -> Enrolment.invited(Ids.next(), federation, group, TODAY.minusDays(1), null, NOW));
    }

    @Test
    void whoSaysNoSaysWhy() {
        refuses(
                FederationProblem.REASON_MISSING,
                () -> invited(federation, group).refused(Side.MEMBER, "  ", NOW));
        var refused = invited(federation, group).refused(Side.MEMBER, " 人手不够 ", NOW);
        assertThat(refused.state()).isEqualTo(MembershipState.REFUSED);
        assertThat(refused.end()).isEqualTo(new Enrolment.End(null, NOW.at(), Side.MEMBER, "人手不够"));
        assertThat(refused.lastsOn(TODAY)).isFalse();
    }

    @Test
    void aMemberLeavesFreelyAndAFederationSaysWhy() {
        var membership = confirmed(federation, group);
        assertThat(membership.left(Side.MEMBER, TODAY, "", NOW).state()).isEqualTo(MembershipState.LEFT);
        refuses(FederationProblem.REASON_MISSING, () -> membership.left(Side.FEDERATION, TODAY, "", NOW));
        refuses(FederationProblem.DAY_PAST, () -> membership.left(Side.MEMBER, TODAY.minusDays(1), "", NOW));
        var left = membership.left(Side.MEMBER, TODAY.plusDays(9), "", NOW);
        assertThat(left.lastsOn(TODAY.plusDays(9))).isTrue();
        assertThat(left.lastsOn(TODAY.plusDays(10))).isFalse();
        refuses(FederationProblem.NOT_CONFIRMED, () -> left.left(Side.MEMBER, TODAY, "", NOW));
    }

    @Test
    void aMandateLiesInsideTheMembership() {
        var membership = confirmed(federation, group);
        assertThat(membership.granted(mandate(TODAY, TODAY.plusYears(1))).mandates())
                .hasSize(1);
        refuses(FederationProblem.OUTSIDE_MEMBERSHIP, () -> membership.granted(mandate(TODAY.minusDays(1), TODAY)));
        var left = membership.left(Side.MEMBER, TODAY.plusDays(9), "", NOW);
        refuses(FederationProblem.NOT_CONFIRMED, () -> left.granted(mandate(TODAY, TODAY)));
    }

    @Test
    void aMandateIsRevokedOnce() {
        var given = mandate(TODAY, TODAY.plusYears(1));
        var revoked = confirmed(federation, group).granted(given).revoked(given.id(), NOW.at());
        assertThat(revoked.mandates().getFirst().standsOn(TODAY, NOW.at())).isFalse();
        refuses(FederationProblem.ALREADY_REVOKED, () -> revoked.revoked(given.id(), NOW.at()));
        refuses(FederationProblem.MANDATE_NOT_FOUND, () -> revoked.revoked(Ids.next(), NOW.at()));
    }

    @Test
    void aTransferLeavesNeitherGapNorOverlap() {
        var former = confirmed(federation, group);
        var coming = transfer(former, other).accepted(NOW).released(Side.FEDERATION, NOW);
        var confirmed = coming.confirmed(former, false, NOW);
        assertThat(confirmed.from()).isEqualTo(TODAY.plusDays(1));
        var handedOver = former.handedOver(confirmed.from(), NOW);
        assertThat(handedOver.state()).isEqualTo(MembershipState.TRANSFERRED);
        assertThat(handedOver.lastsOn(TODAY)).isTrue();
        assertThat(handedOver.lastsOn(confirmed.from())).isFalse();
    }

    @Test
    void aTransferNeedsTheOldFederationAndItsStreet() {
        var former = confirmed(federation, group);
        var coming = transfer(former, other).accepted(NOW);
        refuses(FederationProblem.NOT_RELEASED, () -> coming.confirmed(former, false, NOW));
        var released = coming.released(Side.FEDERATION, NOW);
        refuses(FederationProblem.NOT_RELEASED, () -> released.confirmed(former, true, NOW));
        assertThat(released.released(Side.STREET, NOW)
                        .confirmed(former, true, NOW)
                        .state())
                .isEqualTo(MembershipState.CONFIRMED);
        refuses(FederationProblem.NOT_A_TRANSFER, () -> invited(other, group).released(Side.FEDERATION, NOW));
        refuses(
                FederationProblem.MEMBER_ELSEWHERE,
                () -> invited(other, group).accepted(NOW).confirmed(former, false, NOW));
    }

    @Test
    void whoIsLeavingAnywayBeginsTheDayAfter() {
        var leaving = confirmed(federation, group).left(Side.MEMBER, TODAY.plusDays(9), "", NOW);
        var confirmed = transfer(leaving, other).accepted(NOW).confirmed(leaving, true, NOW);
        assertThat(confirmed.from()).isEqualTo(TODAY.plusDays(10));
    }

    @Test
    void whoSawAnotherVersionIsTold() {
        var membership = invited(federation, group);
        assertThat(membership.seenAs(null)).isSameAs(membership);
        assertThat(membership.seenAs(1L)).isSameAs(membership);
        refuses(FederationProblem.CHANGED_MEANWHILE, () -> membership.seenAs(2L));
    }

    @Test
    void endsTodayWithItsFederation() {
        var standing = confirmed(federation, group).granted(mandate(TODAY, TODAY.plusDays(90)));
        var closed = standing.closed("街道合并", after(3));
        assertThat(closed.state()).isEqualTo(MembershipState.LEFT);
        assertThat(closed.end()).isEqualTo(new Enrolment.End(TODAY.plusDays(3), after(3).at(), Side.STREET, "街道合并"));
        assertThat(closed.lastsOn(TODAY.plusDays(3))).isTrue();
        assertThat(closed.lastsOn(TODAY.plusDays(4))).isFalse();
        assertThat(closed.mandates()).allMatch(given -> after(3).at().equals(given.revokedAt()));
        var leaving = confirmed(federation, group).left(Side.MEMBER, TODAY.plusDays(30), "", NOW);
        assertThat(leaving.closed("街道合并", after(3)).end().lastDay()).isEqualTo(TODAY.plusDays(3));
        refuses(FederationProblem.REASON_MISSING, () -> standing.closed(" ", NOW));
    }

    @Test
    void whatHasNotBegunWhenItsFederationClosesKeepsNobodyElsewhere() {
        var later = Enrolment.invited(Ids.next(), federation, group, TODAY.plusDays(10), null, NOW)
                .accepted(NOW)
                .confirmed(null, false, NOW);
        for (var waiting : List.of(
                later, invited(federation, group), invited(federation, group).accepted(NOW))) {
            var closed = waiting.closed("街道合并", after(3));
            assertThat(closed.state()).isEqualTo(MembershipState.REFUSED);
            assertThat(closed.confirmedAt()).isNull();
            assertThat(closed.lastsOn(TODAY.plusDays(10))).isFalse();
        }
    }
}
