package org.goufu.federation.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.federation.FederationFixtures.mandate;
import static org.goufu.matching.MatchingFixtures.TODAY;
import static org.goufu.matching.MatchingFixtures.goodFederation;
import static org.goufu.matching.MatchingFixtures.goodGroup;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.FederationFixtures;
import org.goufu.federation.InMemoryEnrolments;
import org.goufu.federation.Mandate;
import org.goufu.federation.MembershipNews;
import org.goufu.federation.MembershipState;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.Side;
import org.goufu.kernel.DomainEvent;
import org.goufu.matching.InMemoryRegistry;
import org.goufu.matching.Quiet;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.GroupRegistered;
import org.junit.jupiter.api.Test;

/** The group has become a legal person: it stays a member, and its old mandates end once. */
class TakeOverRegisteredTests {
    private final BodyProfile federation = goodFederation();
    private final BodyProfile group = goodGroup();
    private final InMemoryEnrolments enrolments = new InMemoryEnrolments();
    private final Quiet.Told told = new Quiet.Told();
    private final Quiet.Clock clock = new Quiet.Clock();
    private final TakeOverRegistered takeOver = new TakeOverRegistered(
            enrolments,
            new Register(enrolments, new InMemoryRegistry().holding(federation, group), told),
            Quiet.transactions(),
            clock);

    private final Enrolment membership = enrolments.holding(FederationFixtures.confirmed(federation.id(), group.id())
            .granted(mandate(FederationFixtures.TODAY, TODAY.plusYears(1))));
    private final GroupRegistered registered =
            new GroupRegistered(group.id(), FederationFixtures.NOW.at().plusSeconds(1), new UUID(0, 7), "县登记人员");

    private Enrolment after() {
        takeOver.handle(List.of(registered)).block();
        return enrolments.get(membership.id()).block();
    }

    @Test
    void staysAMemberWithoutItsOldMandates() {
        var after = after();
        assertThat(after.state()).isEqualTo(MembershipState.CONFIRMED);
        assertThat(after.mandates()).extracting(Mandate::revokedAt).doesNotContainNull();
        assertThat(told.events)
                .filteredOn(MembershipNews.class::isInstance)
                .extracting(event -> ((MembershipNews) event).recipientId())
                .containsExactlyInAnyOrder(group.id(), federation.id());
        assertThat(enrolments.acts.getLast().by().displayName()).isEqualTo("县登记人员");
    }

    @Test
    void aNewsThatComesTwiceIsDoneOnceAndSparesWhatTheLegalPersonGave() {
        after();
        var said = List.<DomainEvent>copyOf(told.events);
        var given = new Mandate(
                UUID.randomUUID(),
                List.of("A0402"),
                FederationFixtures.CAP,
                List.of(),
                TODAY,
                TODAY.plusYears(1),
                registered.at().plus(Duration.ofDays(1)),
                null,
                null);
        enrolments.holding(enrolments.get(membership.id()).block().granted(given));
        var again = after();
        assertThat(again.mandates())
                .filteredOn(mandate -> mandate.revokedAt() == null)
                .containsExactly(given);
        assertThat(told.events).isEqualTo(said);
    }

    @Test
    void aMembershipThatIsOverStaysAsItWas() {
        var left =
                enrolments.holding(membership.left(Side.MEMBER, FederationFixtures.TODAY, "", FederationFixtures.NOW));
        clock.now = clock.now.plus(Duration.ofDays(2));
        assertThat(after()).isEqualTo(left);
        assertThat(told.events).isEmpty();
    }
}
