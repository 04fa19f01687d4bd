package org.goufu.federation;

import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.usecase.FiledGroupCopies;
import org.goufu.federation.usecase.Rosters;

class InMemoryRostersTests extends RostersContract {
    private final InMemoryRosters rosters = new InMemoryRosters();

    @Override
    protected Rosters rosters() {
        return rosters;
    }

    @Override
    protected FiledGroupCopies copies() {
        return rosters;
    }

    @Override
    protected void seated(Seat seat) {
        rosters.holding(seat);
    }

    @Override
    protected Enrolment enrolled(Enrolment membership) {
        rosters.holding(membership);
        return membership;
    }
}
