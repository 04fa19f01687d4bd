package org.goufu.federation.sql;

import static org.goufu.federation.FederationFixtures.NOW;

import java.time.Duration;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.federation.AgreementsContract;
import org.goufu.federation.FederationFixtures;
import org.goufu.federation.SeatsContract;
import org.goufu.federation.domain.Enrolment;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.usecase.Agreements;
import org.goufu.federation.usecase.Enrolments;
import org.goufu.federation.usecase.Enrolments.Act;
import org.goufu.federation.usecase.Seats;
import org.goufu.kernel.Ids;
import org.springframework.beans.factory.annotation.Autowired;

@GoufuIT
class SqlAgreementsIT extends AgreementsContract {
    @Autowired
    private Agreements agreements;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Seats seats;

    @Override
    protected Agreements agreements() {
        return agreements;
    }

    @Override
    protected Enrolment membership(UUID group) {
        var invited = FederationFixtures.invited(Ids.next(), group);
        var act = new Act(Act.Kind.CONFIRMED, FederationFixtures.staff(invited.federationId()), "");
        return seats.add(new Seat(invited.federationId(), SeatsContract.street(), true))
                .then(enrolments.add(invited, act))
                .flatMap(added -> enrolments.save(added.accepted(NOW).confirmed(null, false, NOW), act))
                .block(Duration.ofSeconds(20));
    }
}
