package org.goufu.bidding.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.matching.MatchingFixtures.NOW;
import static org.goufu.matching.MatchingFixtures.body;
import static org.goufu.matching.MatchingFixtures.fact;
import static org.goufu.matching.MatchingFixtures.filed;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;
import static org.goufu.matching.MatchingFixtures.mandate;
import static org.goufu.matching.MatchingFixtures.membership;
import static org.goufu.matching.MatchingFixtures.publishedLot;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.Hosting;
import org.goufu.federation.Mandate;
import org.goufu.federation.Membership;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FactKind;
import org.goufu.purchase.PublishedLot;
import org.junit.jupiter.api.Test;

class ParticipationTests {
    private static final PublishedLot LOT = publishedLot();
    private static final BodyProfile FEDERATION = goodFederation();
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2035, 1, 1);

    private static Hosting hosting(BodyProfile group, UUID federation, LocalDate to) {
        return new Hosting(group.id(), federation, "助餐", LONG_AGO, to);
    }

    private static Participation of(BodyProfile group, Mandate mandate, Hosting... hostings) {
        return new Participation(
                FEDERATION.id(), group, List.of(membership(FEDERATION, group, mandate)), List.of(hostings));
    }

    private static Participation good() {
        return of(goodGroup(), mandate(), hosting(goodGroup(), FEDERATION.id(), LATER));
    }

    @Test
    void aHostedMandatedFiledMemberInTheStreetMayBeNamed() {
        assertThat(good().obstacles(LOT, NOW)).isEmpty();
        assertThat(good().isMember(NOW)).isTrue();
    }

    @Test
    void anotherFederationsMemberIsNone() {
        var group = goodGroup();
        var elsewhere = new Participation(
                UUID.randomUUID(), group, List.of(membership(FEDERATION, group, mandate())), List.of());
        assertThat(elsewhere.obstacles(LOT, NOW))
                .containsExactly(
                        BidProblem.GROUP_NOT_A_MEMBER, BidProblem.GROUP_NOT_HOSTED, BidProblem.GROUP_WITHOUT_MANDATE);
    }

    @Test
    void aMembershipThatEndedIsNone() {
        var group = goodGroup();
        var before = membership(FEDERATION, group, mandate());
        var ended = new Membership(
                before.id(),
                before.federationId(),
                before.memberId(),
                before.state(),
                before.from(),
                LONG_AGO.plusYears(1),
                before.consentedOn(),
                before.consentKnownAt(),
                before.confirmedAt(),
                before.knownAt(),
                before.knownAt(),
                before.version(),
                before.mandates());
        var left = new Participation(
                FEDERATION.id(), group, List.of(ended), List.of(hosting(group, FEDERATION.id(), LATER)));
        assertThat(left.isMember(NOW)).isFalse();
        assertThat(left.capFen(LOT, NOW)).isZero();
        assertThat(left.obstacles(LOT, NOW))
                .containsExactly(BidProblem.GROUP_NOT_A_MEMBER, BidProblem.GROUP_WITHOUT_MANDATE);
    }

    @Test
    void ofSeveralMandatesTheHighestAllows() {
        var group = goodGroup();
        var several = membership(FEDERATION, group, mandate(70, LONG_AGO, LATER), mandate(90, LONG_AGO, LATER));
        assertThat(new Participation(FEDERATION.id(), group, List.of(several), List.of()).capFen(LOT, NOW))
                .isEqualTo(90);
    }

    @Test
    void aGroupWithoutAFilingIsNotNamed() {
        var group = body("银龄助餐队", BodyKind.FILED_GROUP, LOT.regionCode() + "002");
        assertThat(of(group, mandate(), hosting(group, FEDERATION.id(), LATER)).obstacles(LOT, NOW))
                .containsExactly(BidProblem.GROUP_NOT_FILED);
    }

    /** One federation hosts a group (domain.md 2.4, I1). */
    @Test
    void hostingIsOfThisFederationAlone() {
        var group = goodGroup();
        assertThat(of(group, mandate()).obstacles(LOT, NOW)).containsExactly(BidProblem.GROUP_NOT_HOSTED);
        assertThat(of(group, mandate(), hosting(group, FEDERATION.id(), LONG_AGO))
                        .obstacles(LOT, NOW))
                .containsExactly(BidProblem.GROUP_NOT_HOSTED);
        assertThat(of(
                                group,
                                mandate(),
                                hosting(group, FEDERATION.id(), LATER),
                                hosting(group, UUID.randomUUID(), LATER))
                        .obstacles(LOT, NOW))
                .containsExactly(BidProblem.GROUP_NOT_HOSTED);
    }

    @Test
    void theMandateCoversCategoryPlaceAndDay() {
        var group = goodGroup();
        var hosted = hosting(group, FEDERATION.id(), LATER);
        for (var narrow : List.of(
                mandate("A0401"),
                mandate(1, LONG_AGO, LONG_AGO),
                new Mandate(
                        UUID.randomUUID(),
                        List.of(),
                        1,
                        List.of("510303"),
                        LONG_AGO,
                        LATER,
                        LOT.publishedAt().minusSeconds(864_000),
                        null,
                        null))) {
            assertThat(of(group, narrow, hosted).obstacles(LOT, NOW)).containsExactly(BidProblem.GROUP_WITHOUT_MANDATE);
            assertThat(of(group, narrow, hosted).capFen(LOT, NOW)).isZero();
        }
        assertThat(of(group, mandate(70, LONG_AGO, LATER, "A0402"), hosted).capFen(LOT, NOW))
                .isEqualTo(70);
    }

    @Test
    void aGroupWorksWhereItIsFiledOrMandated() {
        var group = body("山里助餐队", BodyKind.FILED_GROUP, "510303001", filed());
        var hosted = hosting(group, FEDERATION.id(), LATER);
        assertThat(of(group, mandate(), hosted).obstacles(LOT, NOW)).containsExactly(BidProblem.GROUP_OUTSIDE);
        var sent = new Mandate(
                UUID.randomUUID(),
                List.of(),
                1,
                List.of(LOT.regionCode()),
                LONG_AGO,
                LATER,
                LOT.publishedAt().minusSeconds(864_000),
                null,
                null);
        assertThat(of(group, sent, hosted).obstacles(LOT, NOW)).isEmpty();
        var declared =
                body("山里助餐队", BodyKind.FILED_GROUP, "510303001", filed(), fact(FactKind.PLACE, LOT.regionCode()));
        assertThat(of(declared, mandate(), hosting(declared, FEDERATION.id(), LATER))
                        .obstacles(LOT, NOW))
                .isEmpty();
    }
}
