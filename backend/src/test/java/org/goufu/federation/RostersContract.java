package org.goufu.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.goufu.federation.FederationFixtures.NOW;
import static org.goufu.federation.FederationFixtures.TODAY;
import static org.goufu.federation.FederationFixtures.after;
import static org.goufu.federation.FederationFixtures.invited;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.FiledGroup;
import org.goufu.federation.domain.FiledGroup.Stretch;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.domain.Side;
import org.goufu.federation.usecase.FiledGroupCopies;
import org.goufu.federation.usecase.Rosters;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.junit.jupiter.api.Test;

/** What every reader of rosters promises, with the copies of filed groups beside them. */
public abstract class RostersContract {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** A street that exists nowhere, so that no other test meets it. */
    private final RegionCode street = SeatsContract.street();

    private final UUID federation = Ids.next();

    protected abstract Rosters rosters();

    protected abstract FiledGroupCopies copies();

    protected abstract void seated(Seat seat);

    /** A membership as it came to stand in one go. */
    protected abstract Enrolment enrolled(Enrolment membership);

    private UUID group(String community, Stretch... filed) {
        var group = new FiledGroup(Ids.next(), "示例小组", street.value() + community, List.of(filed));
        copies().keep(List.of(group)).block(LIMIT);
        return group.id();
    }

    private UUID group() {
        return group("001", new Stretch(TODAY.minusYears(1), null));
    }

    private List<UUID> loose() {
        var found = rosters()
                .loose(street, TODAY, "", 100)
                .map(Rosters.Loose::groupId)
                .collectList()
                .block(LIMIT);
        assertThat(rosters().countLoose(street, TODAY).block(LIMIT)).isEqualTo(found.size());
        return found;
    }

    private Enrolment joining(UUID group) {
        seated(new Seat(federation, street, true));
        return invited(federation, group);
    }

    @Test
    void whoIsInNoFederationComesInOrderOfIds() {
        var one = group();
        var two = group("002", new Stretch(TODAY, TODAY));
        assertThat(loose()).containsExactlyInAnyOrder(one, two).isSortedAccordingTo(RostersContract::asWritten);
        assertThat(rosters()
                        .loose(street, TODAY, loose().getFirst().toString(), 100)
                        .map(Rosters.Loose::groupId)
                        .collectList()
                        .block(LIMIT))
                .containsExactly(loose().getLast());
        assertThat(rosters().loose(street, TODAY, "", 1).collectList().block(LIMIT))
                .hasSize(1);
    }

    private static int asWritten(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }

    @Test
    void onlyAValidFilingCounts() {
        group("001", new Stretch(TODAY.minusYears(2), TODAY.minusDays(1)));
        group("001", new Stretch(TODAY.plusDays(1), null));
        group("001");
        var renewed = group("001", new Stretch(TODAY.minusYears(2), TODAY.minusDays(1)), new Stretch(TODAY, null));
        assertThat(loose()).containsExactly(renewed);
    }

    @Test
    void aRegionHoldsWhatLiesUnderItAndNothingElse() {
        var here = group("001", new Stretch(TODAY, null));
        group("002", new Stretch(TODAY, null));
        var community = new RegionCode(street.value() + "001");
        assertThat(rosters().loose(community, TODAY, "", 100).collectList().block(LIMIT))
                .containsExactly(new Rosters.Loose(here, "示例小组", community.value()));
        assertThat(rosters().countLoose(community, TODAY).block(LIMIT)).isEqualTo(1);
    }

    @Test
    void anInvitationTakesNobody() {
        var group = group();
        enrolled(joining(group).accepted(NOW));
        assertThat(loose()).containsExactly(group);
    }

    @Test
    void aMembershipTakesTheGroupUntilItsLastDay() {
        var group = group();
        var membership = enrolled(joining(group).accepted(NOW).confirmed(null, false, NOW));
        assertThat(loose()).isEmpty();
        enrolled(membership.left(Side.MEMBER, TODAY, "忙", NOW));
        assertThat(loose()).isEmpty();
        assertThat(rosters().countLoose(street, after(1).day()).block(LIMIT)).isEqualTo(1);
    }

    @Test
    void whatIsForgottenIsNotThere() {
        var group = group();
        copies().forget(List.of(group, Ids.next())).block(LIMIT);
        assertThat(loose()).isEmpty();
    }

    @Test
    void whatIsKeptAgainStandsAsItIsNow() {
        var group = group();
        copies().keep(List.of(
                        new FiledGroup(group, "改名的小组", street.value() + "002", List.of(new Stretch(TODAY, null)))))
                .block(LIMIT);
        assertThat(rosters().loose(street, TODAY, "", 100).collectList().block(LIMIT))
                .containsExactly(new Rosters.Loose(group, "改名的小组", street.value() + "002"));
    }

    @Test
    void whatWasAcceptedWaitsForTheStreet() {
        var accepted = enrolled(joining(group()).accepted(NOW));
        assertThat(accepted(street))
                .containsExactly(new Rosters.Accepted(accepted.id(), accepted.memberId(), federation, TODAY));
        assertThat(accepted(SeatsContract.street())).isEmpty();
        enrolled(accepted.confirmed(null, false, NOW));
        assertThat(accepted(street)).isEmpty();
    }

    private List<Rosters.Accepted> accepted(RegionCode where) {
        return rosters().accepted(where, 100).collectList().block(LIMIT);
    }
}
