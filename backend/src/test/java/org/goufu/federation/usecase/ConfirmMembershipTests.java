package org.goufu.federation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.federation.FederationFixtures.contact;
import static org.goufu.federation.FederationFixtures.registrar;
import static org.goufu.federation.FederationFixtures.staff;
import static org.goufu.matching.MatchingFixtures.STREET;
import static org.goufu.matching.MatchingFixtures.TODAY;
import static org.goufu.matching.MatchingFixtures.body;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;

import java.util.List;
import org.goufu.federation.InMemoryAgreements;
import org.goufu.federation.InMemoryEnrolments;
import org.goufu.federation.InMemorySeats;
import org.goufu.federation.MembershipChanged;
import org.goufu.federation.MembershipNews;
import org.goufu.federation.MembershipNews.What;
import org.goufu.federation.MembershipState;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.HostingAgreement;
import org.goufu.federation.domain.Now;
import org.goufu.federation.domain.Seat;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.goufu.matching.InMemoryRegistry;
import org.goufu.matching.Quiet;
import org.goufu.organization.BodyKind;
import org.goufu.organization.BodyProfile;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** The three acts of joining, a transfer, and what is told on the way. */
class ConfirmMembershipTests {
    private final BodyProfile federation = goodFederation();
    private final BodyProfile second = body("第二社联会", BodyKind.FEDERATION, STREET);
    private final BodyProfile group = goodGroup();
    private final InMemoryRegistry registry = new InMemoryRegistry().holding(federation, second, group);
    private final InMemoryEnrolments enrolments = new InMemoryEnrolments();
    private final InMemoryAgreements agreements = new InMemoryAgreements();
    private final Quiet.Told told = new Quiet.Told();
    private final Quiet.Clock clock = new Quiet.Clock();
    private final InMemorySeats seats = new InMemorySeats();
    private final Register register = new Register(enrolments, registry, told);
    private final Reach reach = new Reach(seats, enrolments);
    private final InviteMember invite =
            new InviteMember(seats, enrolments, register, registry, Quiet.transactions(), clock);
    private final AnswerInvitation answer = new AnswerInvitation(reach, register, Quiet.transactions(), clock);
    private final ReleaseMember release =
            new ReleaseMember(reach, seats, enrolments, register, Quiet.transactions(), clock);
    private final ConfirmMembership confirm = new ConfirmMembership(
            reach, seats, enrolments, agreements, register, registry, Quiet.transactions(), clock);

    private void seated(BodyProfile... federations) {
        for (var one : federations) {
            seats.holding(new Seat(one.id(), new RegionCode(STREET), true));
        }
    }

    private Enrolment accepted(BodyProfile by) {
        var invited = invite.by(staff(by.id()), by.id(), group.id(), null).block();
        return answer.accept(contact(group.id()), invited.id(), null).block();
    }

    private Enrolment confirmed(BodyProfile by) {
        return confirm.by(registrar(STREET), accepted(by).id(), null).block();
    }

    private List<What> news() {
        return told.events.stream()
                .filter(MembershipNews.class::isInstance)
                .map(event -> ((MembershipNews) event).what())
                .toList();
    }

    @Test
    void eachStepIsToldToTheOtherSideAndAsAChange() {
        seated(federation);
        var membership = confirmed(federation);
        assertThat(membership.state()).isEqualTo(MembershipState.CONFIRMED);
        assertThat(news()).containsExactly(What.INVITED, What.ACCEPTED, What.CONFIRMED, What.CONFIRMED);
        assertThat(told.events.stream().filter(MembershipChanged.class::isInstance))
                .hasSize(3)
                .allMatch(new MembershipChanged(federation.id(), group.id())::equals);
    }

    @Test
    void nobodyActsOnBehalfOfAnotherSide() {
        seated(federation);
        var membership = accepted(federation);
        told.events.clear();
        for (var stranger : List.of(staff(federation.id()), contact(group.id()), registrar("510107002"))) {
            StepVerifier.create(confirm.by(stranger, membership.id(), null))
                    .verifyErrorMessage("federation/membership-not-found");
        }
        StepVerifier.create(invite.by(staff(second.id()), federation.id(), group.id(), null))
                .verifyErrorMessage("federation/not-found");
        assertThat(told.events).isEmpty();
    }

    @Test
    void aFilingThatRanOutSinceIsSeenAtTheLastStep() {
        seated(federation);
        var membership = accepted(federation);
        registry.holding(new BodyProfile(
                group.id(),
                group.name(),
                group.kind(),
                null,
                null,
                group.filingNumber(),
                group.regionCode(),
                null,
                "",
                "",
                List.of(),
                2,
                List.of()));
        told.events.clear();
        StepVerifier.create(confirm.by(registrar(STREET), membership.id(), null))
                .verifyErrorMessage("federation/group-not-filed");
        assertThat(told.events).isEmpty();
    }

    @Test
    void aTransferEndsTheOldMembershipTheDayBefore() {
        seated(federation, second);
        var former = confirmed(federation);
        var coming = accepted(second);
        assertThat(news()).contains(What.TRANSFER_ASKED);
        StepVerifier.create(confirm.by(registrar(STREET), coming.id(), null))
                .verifyErrorMessage("federation/not-released");
        StepVerifier.create(release.by(staff(second.id()), coming.id()))
                .verifyErrorMessage("federation/membership-not-found");
        release.by(staff(federation.id()), coming.id()).block();
        var confirmed = confirm.by(registrar(STREET), coming.id(), null).block();
        var ended = enrolments.row(former.id());
        assertThat(ended.state()).isEqualTo(MembershipState.TRANSFERRED);
        assertThat(ended.lastsOn(TODAY)).isTrue();
        assertThat(ended.lastsOn(confirmed.from())).isFalse();
        assertThat(confirmed.from()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void whoStillCarriesOutAProjectDoesNotGo() {
        seated(federation, second);
        var former = confirmed(federation);
        agreements
                .add(
                        HostingAgreement.proposed(
                                        Ids.next(),
                                        former,
                                        BodyKind.FILED_GROUP,
                                        "长者食堂",
                                        TODAY,
                                        TODAY.plusMonths(3),
                                        null,
                                        Now.of(clock.now))
                                .answered(true),
                        staff(federation.id()))
                .block();
        var coming = accepted(second);
        release.by(staff(federation.id()), coming.id()).block();
        StepVerifier.create(confirm.by(registrar(STREET), coming.id(), null))
                .verifyErrorMessage("federation/hosting-runs");
        assertThat(enrolments.row(former.id()).state()).isEqualTo(MembershipState.CONFIRMED);
    }
}
