package org.goufu.matching.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.matching.MatchingFixtures.BUDGET;
import static org.goufu.matching.MatchingFixtures.COUNTY;
import static org.goufu.matching.MatchingFixtures.MEALS;
import static org.goufu.matching.MatchingFixtures.TODAY;
import static org.goufu.matching.MatchingFixtures.body;
import static org.goufu.matching.MatchingFixtures.category;
import static org.goufu.matching.MatchingFixtures.fact;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;
import static org.goufu.matching.MatchingFixtures.goodOrganization;
import static org.goufu.matching.MatchingFixtures.mandate;
import static org.goufu.matching.MatchingFixtures.membership;
import static org.goufu.matching.MatchingFixtures.normal;
import static org.goufu.matching.MatchingFixtures.publishedLot;

import java.util.List;
import org.goufu.matching.Eligibility;
import org.goufu.matching.InMemoryLots;
import org.goufu.matching.InMemoryMatches;
import org.goufu.matching.InMemoryRegistry;
import org.goufu.matching.LotMatched;
import org.goufu.matching.Quiet;
import org.goufu.matching.domain.Match;
import org.goufu.matching.domain.Match.Route;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.FactKind;
import org.goufu.purchase.PublishedLot;
import org.goufu.purchase.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class MatchLotsTests {
    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final InMemoryLots lots = new InMemoryLots();
    private final InMemoryMatches matches = new InMemoryMatches();
    private final Quiet.Told told = new Quiet.Told();
    private final Quiet.Clock clock = new Quiet.Clock();
    private final Dossiers dossiers = new Dossiers(registry, registry);
    private final MatchLots matchLots =
            new MatchLots(lots, registry, dossiers, matches, Quiet.transactions(), told, clock);
    private final MatchBodies matchBodies = new MatchBodies(dossiers, matches, Quiet.transactions(), told, clock);
    private final MatchEverything everything =
            new MatchEverything(lots, registry, dossiers, matches, Quiet.transactions(), clock);

    private final PublishedLot lot = publishedLot();
    private final BodyProfile organization = goodOrganization();
    private final BodyProfile federation = goodFederation();
    private final BodyProfile group = goodGroup();

    @BeforeEach
    void aStreetWithAFederation() {
        registry.holding(organization, federation, group).joining(membership(federation, group, mandate("A0402")));
        lots.holding(lot);
    }

    private void publish() {
        StepVerifier.create(matchLots.of(lot.noticeId())).verifyComplete();
    }

    private void change(BodyProfile... changed) {
        registry.holding(changed);
        clock.now = clock.now.plusSeconds(60);
        StepVerifier.create(matchBodies.changed(
                        List.of(changed).stream().map(BodyProfile::id).toList()))
                .verifyComplete();
    }

    @Test
    void findsTheOrganizationTheFederationAndTheGroupBehindIt() {
        publish();
        assertThat(matches.of(lot.id()))
                .extracting(Match::route)
                .containsExactlyInAnyOrder(Route.DIRECT, Route.FEDERATION, Route.THROUGH);
        var ofGroup = matches.of(lot.id(), group.id());
        assertThat(ofGroup.eligibility()).isEqualTo(Eligibility.THROUGH_FEDERATION);
        assertThat(ofGroup.bidder().id()).isEqualTo(federation.id());
        assertThat(matches.of(lot.id(), federation.id()).members())
                .singleElement()
                .satisfies(member -> assertThat(member.id()).isEqualTo(group.id()))
                .satisfies(member -> assertThat(member.contributes()).isNotEmpty());
        assertThat(told.events).containsExactly(new LotMatched(lot.id(), lot.noticeId()));
    }

    @Test
    void repeatedNewsTellsNobodyAgain() {
        publish();
        publish();
        assertThat(told.events).hasSize(1);
        assertThat(matches.of(lot.id())).hasSize(3);
    }

    @Test
    void aFreeWordLeavesAGapAndNotARefusal() {
        var strict = publishedLot("院落", MEALS, BUDGET, Requirement.text("能在老旧院落开展服务"));
        lots.holding(strict);
        StepVerifier.create(matchLots.of(strict.noticeId())).verifyComplete();
        assertThat(matches.of(strict.id(), organization.id()).eligibility()).isEqualTo(Eligibility.ELIGIBLE_WITH_GAPS);
    }

    @Test
    void aListedFederationTakesItsGroupsDownWithIt() {
        registry.holding(goodFederation(fact(FactKind.CREDIT_LIST, "SERIOUS")));
        publish();
        assertThat(matches.of(lot.id())).extracting(Match::route).containsExactly(Route.DIRECT);
    }

    @Test
    void aLotAboveTheMandateIsNotForTheGroup() {
        var dear = publishedLot("大额", MEALS, BUDGET + 1);
        lots.holding(dear);
        StepVerifier.create(matchLots.of(dear.noticeId())).verifyComplete();
        assertThat(matches.of(dear.id())).extracting(Match::route).containsExactly(Route.DIRECT);
    }

    @Test
    void aBodyThatNoLongerFitsLosesItsRowAndOneThatDoesGainsIt() {
        publish();
        change(body("锦里社工服务中心", BodyKind.LEGAL_PERSON, COUNTY, normal(), category("B02")));
        assertThat(matches.of(lot.id())).extracting(match -> match.body().id()).doesNotContain(organization.id());
        assertThat(told.events).hasSize(1);
        var newcomer = body("新苑助老服务中心", BodyKind.LEGAL_PERSON, COUNTY, normal(), category("A04"));
        change(newcomer);
        assertThat(matches.of(lot.id(), newcomer.id()).route()).isEqualTo(Route.DIRECT);
        assertThat(told.events).hasSize(2);
    }

    @Test
    void aChangedFederationIsJudgedWithItsMembers() {
        publish();
        change(goodFederation(fact(FactKind.STATUS, "SUSPENDED", 0, TODAY, null)));
        assertThat(matches.of(lot.id())).extracting(Match::route).containsExactly(Route.DIRECT);
        change(goodFederation());
        assertThat(matches.of(lot.id())).hasSize(3);
    }

    @Test
    void aChangedGroupIsJudgedWithItsFederation() {
        publish();
        change(body("银龄助餐队", BodyKind.FILED_GROUP, group.regionCode(), category(MEALS)));
        assertThat(matches.of(lot.id())).extracting(Match::route).containsExactly(Route.DIRECT);
    }

    /** The mandate is read as it stood, then revoked and judged completely, and only then is the match written. */
    private Mono<Void> revocation() {
        return Mono.defer(() -> {
            registry.joining(membership(federation, group, mandate("A0402").revoked(clock.now.plusSeconds(1))));
            clock.now = clock.now.plusSeconds(2);
            return matchBodies.changed(List.of(group.id()));
        });
    }

    @Test
    void aMandateRevokedWhileALotIsMatchedLeavesNoMatchOpen() {
        registry.meanwhile(revocation());
        publish();
        assertThat(matches.of(lot.id())).extracting(Match::route).containsExactly(Route.DIRECT);
    }

    @Test
    void aMandateRevokedWhileABodyIsMatchedLeavesNoMatchOpen() {
        matches.keep(List.of(lot)).block();
        registry.meanwhile(revocation());
        change(group);
        assertThat(matches.of(lot.id())).isEmpty();
    }

    @Test
    void aMandateRevokedWhileEverythingIsMatchedLeavesNoMatchOpen() {
        registry.meanwhile(revocation());
        StepVerifier.create(everything.quietly(judged -> {})).expectNext(1L).verifyComplete();
        assertThat(matches.of(lot.id())).extracting(Match::route).containsExactly(Route.DIRECT);
    }

    @Test
    void bothDirectionsFindTheSame() {
        publish();
        var found = matches.of(lot.id());
        var anew = new InMemoryMatches();
        StepVerifier.create(new MatchEverything(lots, registry, dossiers, anew, Quiet.transactions(), clock)
                        .quietly(judged -> {}))
                .expectNext(1L)
                .verifyComplete();
        assertThat(anew.of(lot.id())).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void matchingEverythingSaysNothing() {
        StepVerifier.create(everything.quietly(judged -> {})).expectNext(1L).verifyComplete();
        assertThat(matches.of(lot.id())).hasSize(3);
        assertThat(told.events).isEmpty();
    }

    @Test
    void nobodyIsToldOfALotOutsideThePlacesThatItDeclared() {
        var elsewhere = new BodyProfile(
                organization.id(),
                organization.name(),
                organization.kind(),
                organization.legalForm(),
                organization.creditCode(),
                null,
                organization.regionCode(),
                organization.foundedOn(),
                "",
                "",
                List.of("5102"),
                1,
                organization.facts());
        registry.holding(elsewhere);
        publish();
        assertThat(matches.of(lot.id(), organization.id()).tells()).isFalse();
        assertThat(matches.of(lot.id(), federation.id()).tells()).isTrue();
    }
}
