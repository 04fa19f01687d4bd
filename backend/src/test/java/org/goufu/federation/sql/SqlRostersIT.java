package org.goufu.federation.sql;

import java.time.Duration;
import java.util.List;
import org.goufu.GoufuIT;
import org.goufu.federation.FederationFixtures;
import org.goufu.federation.MembershipState;
import org.goufu.federation.RostersContract;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.usecase.Enrolments;
import org.goufu.federation.usecase.Enrolments.Act;
import org.goufu.federation.usecase.FiledGroupCopies;
import org.goufu.federation.usecase.Rosters;
import org.goufu.federation.usecase.Seats;
import org.springframework.beans.factory.annotation.Autowired;

@GoufuIT
class SqlRostersIT extends RostersContract {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Autowired
    private Rosters rosters;

    @Autowired
    private FiledGroupCopies copies;

    @Autowired
    private Seats seats;

    @Autowired
    private Enrolments enrolments;

    @Override
    protected Rosters rosters() {
        return rosters;
    }

    @Override
    protected FiledGroupCopies copies() {
        return copies;
    }

    @Override
    protected void seated(Seat seat) {
        seats.add(seat).block(LIMIT);
    }

    private static Enrolment invitation(Enrolment membership) {
        return new Enrolment(
                membership.id(),
                membership.federationId(),
                membership.memberId(),
                MembershipState.INVITED,
                membership.from(),
                membership.invitedAt(),
                null,
                null,
                null,
                null,
                membership.version(),
                List.of());
    }

    /** Added as an invitation first, then saved as it stands. */
    @Override
    protected Enrolment enrolled(Enrolment membership) {
        var act = new Act(Act.Kind.CONFIRMED, FederationFixtures.contact(membership.memberId()), null);
        return enrolments
                .get(membership.id())
                .onErrorResume(unknown -> enrolments.add(invitation(membership), act))
                .flatMap(row -> enrolments.save(membership, act))
                .block(LIMIT);
    }
}
