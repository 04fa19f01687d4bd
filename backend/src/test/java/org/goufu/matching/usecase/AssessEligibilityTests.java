package org.goufu.matching.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.matching.MatchingFixtures.MEALS;
import static org.goufu.matching.MatchingFixtures.NOW;
import static org.goufu.matching.MatchingFixtures.STREET;
import static org.goufu.matching.MatchingFixtures.body;
import static org.goufu.matching.MatchingFixtures.category;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;
import static org.goufu.matching.MatchingFixtures.goodOrganization;
import static org.goufu.matching.MatchingFixtures.id;
import static org.goufu.matching.MatchingFixtures.mandate;
import static org.goufu.matching.MatchingFixtures.membership;
import static org.goufu.matching.MatchingFixtures.publishedLot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Role;
import org.goufu.matching.Eligibility;
import org.goufu.matching.InMemoryLots;
import org.goufu.matching.InMemoryMatches;
import org.goufu.matching.InMemoryRegistry;
import org.goufu.matching.Quiet;
import org.goufu.matching.domain.Assessment;
import org.goufu.matching.domain.ConditionKind;
import org.goufu.matching.domain.Remedy.Action;
import org.goufu.matching.domain.Verdict;
import org.goufu.matching.domain.Verdict.Outcome;
import org.goufu.matching.usecase.RemedyTimes.Usual;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.goufu.purchase.PublishedLot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AssessEligibilityTests {
    private static final RemedyTimes TIMES = new RemedyTimes(Map.of(Action.JOIN_FEDERATION, new Usual(7, false)));

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final InMemoryLots lots = new InMemoryLots();
    private final Dossiers dossiers = new Dossiers(registry, registry);
    private final DossierOnRecord onRecord = new DossierOnRecord(registry, registry);
    private final InMemoryMatches matches = new InMemoryMatches();
    private final Quiet.Clock clock = new Quiet.Clock();
    private final AssessEligibility assess = new AssessEligibility(lots, dossiers, onRecord, matches, new AsOf(clock));
    private final FindNearMisses nearMisses = new FindNearMisses(onRecord, matches, TIMES, clock);

    private final PublishedLot lot = publishedLot();
    private final BodyProfile organization = goodOrganization();
    private final BodyProfile federation = goodFederation();
    private final BodyProfile group = goodGroup();
    private final BodyProfile stranger =
            body("散队", BodyKind.FILED_GROUP, STREET + "003", goodGroup().facts().getFirst(), category(MEALS));

    @BeforeEach
    void aStreetWithAFederation() {
        registry.holding(organization, federation, group, stranger).joining(membership(federation, group, mandate()));
        lots.holding(lot);
        matches.keep(List.of(lot)).block();
    }

    private static Actor actor(Role role, @Nullable UUID department, @Nullable UUID body) {
        return new Actor(id("account"), "someone", "某人", Set.of(role), department, body, null);
    }

    private static Actor officer() {
        return actor(Role.DEPARTMENT_OFFICER, id("other department"), null);
    }

    private Mono<Assessment> asked(Actor actor, @Nullable UUID body) {
        return assess.by(actor, lot.id(), body, null).map(AssessEligibility.Assessed::assessment);
    }

    private Assessment answer(BodyProfile body) {
        return asked(officer(), body.id()).block();
    }

    @Test
    void anOrganizationInGoodStandingIsEligible() {
        assertThat(answer(organization).eligibility()).isEqualTo(Eligibility.ELIGIBLE);
        assertThat(answer(organization).verdicts()).hasSize(6).allMatch(verdict -> verdict.is(Outcome.MET));
    }

    @Test
    void aGroupGoesThroughItsFederation() {
        var answer = answer(group);
        assertThat(answer.eligibility()).isEqualTo(Eligibility.THROUGH_FEDERATION);
        assertThat(answer.verdicts())
                .extracting(Verdict::kind)
                .containsExactly(ConditionKind.LEGAL_PERSON, ConditionKind.FILING);
        assertThat(answer.through()).singleElement().satisfies(through -> {
            assertThat(through.federation().id()).isEqualTo(federation.id());
            assertThat(through.eligibility()).isEqualTo(Eligibility.ELIGIBLE);
            assertThat(through.verdicts())
                    .extracting(Verdict::kind)
                    .contains(ConditionKind.FILING, ConditionKind.MEMBERSHIP, ConditionKind.MANDATE);
        });
    }

    @Test
    void aGroupThatJoinedNoneIsShownTheFederationOfItsStreet() {
        var answer = answer(stranger);
        assertThat(answer.eligibility()).isEqualTo(Eligibility.NOT_ELIGIBLE);
        assertThat(answer.through())
                .singleElement()
                .satisfies(through -> assertThat(through.verdicts())
                        .filteredOn(verdict -> verdict.is(Outcome.NOT_MET))
                        .extracting(Verdict::kind)
                        .containsExactly(ConditionKind.MEMBERSHIP, ConditionKind.MANDATE));
    }

    @Test
    void aGroupInAStreetWithoutAFederationIsToldSo() {
        var alone = body(
                "远村队", BodyKind.FILED_GROUP, "510199001001", goodGroup().facts().getFirst());
        registry.holding(alone);
        var answer = answer(alone);
        assertThat(answer.eligibility()).isEqualTo(Eligibility.NOT_ELIGIBLE);
        assertThat(answer.through()).isEmpty();
        assertThat(answer.verdicts())
                .filteredOn(verdict -> verdict.kind() == ConditionKind.MEMBERSHIP)
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.fact().code()).isEqualTo("verdict.membership.no-federation"));
    }

    @Test
    void joiningIsTheOneThingThatTheStrangerMisses() {
        StepVerifier.create(nearMisses.of(stranger.id()))
                .assertNext(misses -> assertThat(misses).singleElement().satisfies(missed -> {
                    assertThat(missed.miss().missing().kind()).isEqualTo(ConditionKind.MEMBERSHIP);
                    assertThat(missed.chance().inTime()).isTrue();
                    assertThat(missed.miss().match().bidder().id()).isEqualTo(federation.id());
                }))
                .verifyComplete();
        StepVerifier.create(nearMisses.of(group.id()))
                .assertNext(misses -> assertThat(misses).isEmpty())
                .verifyComplete();
    }

    @Test
    void bodiesAskForThemselvesAndFederationsForTheirMembers() {
        var ofGroup = actor(Role.GROUP_CONTACT, null, group.id());
        var ofFederation = actor(Role.FEDERATION_STAFF, null, federation.id());
        StepVerifier.create(asked(ofGroup, group.id())).expectNextCount(1).verifyComplete();
        StepVerifier.create(asked(ofGroup, null)).expectNextCount(1).verifyComplete();
        StepVerifier.create(asked(ofFederation, group.id())).expectNextCount(1).verifyComplete();
        StepVerifier.create(asked(ofGroup, federation.id())).verifyErrorMessage("matching/body-not-found");
        StepVerifier.create(asked(ofFederation, stranger.id())).verifyErrorMessage("matching/body-not-found");
        StepVerifier.create(asked(ofFederation, organization.id())).verifyErrorMessage("matching/body-not-found");
    }

    @Test
    void supervisorsAndRegistrarsAskForAnybodyAndOthersForNobody() {
        StepVerifier.create(asked(actor(Role.SUPERVISOR, null, null), organization.id()))
                .expectNextCount(1)
                .verifyComplete();
        StepVerifier.create(asked(actor(Role.REGISTRAR, null, null), organization.id()))
                .expectNextCount(1)
                .verifyComplete();
        StepVerifier.create(asked(actor(Role.EVALUATOR, null, null), organization.id()))
                .verifyErrorMessage("matching/lot-not-found");
        StepVerifier.create(asked(actor(Role.PLATFORM_ADMIN, null, null), organization.id()))
                .verifyErrorMessage("matching/lot-not-found");
    }

    @Test
    void nobodyKnowsTheFuture() {
        StepVerifier.create(assess.by(officer(), lot.id(), organization.id(), NOW.plusSeconds(1)))
                .verifyErrorMessage("matching/as-of-in-the-future");
    }

    @Test
    void sameFactsAndMomentGiveTheSameAnswer() {
        Instant earlier = NOW.minusSeconds(86_400);
        var first = assess.by(officer(), lot.id(), group.id(), earlier).block();
        clock.now = NOW.plusSeconds(86_400);
        assertThat(assess.by(officer(), lot.id(), group.id(), earlier).block()).isEqualTo(first);
    }
}
