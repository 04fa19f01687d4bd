package org.goufu.federation.sql;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.goufu.GoufuIT;
import org.goufu.federation.EnrolmentsContract;
import org.goufu.federation.domain.Seat;
import org.goufu.federation.usecase.Enrolments;
import org.goufu.federation.usecase.Seats;
import org.goufu.kernel.Ids;
import org.goufu.kernel.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;

@GoufuIT
class SqlEnrolmentsIT extends EnrolmentsContract {
    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Seats seats;

    @Override
    protected Enrolments enrolments() {
        return enrolments;
    }

    /** Streets that exist nowhere, so that no other test meets them. */
    @Override
    protected UUID federation() {
        var street = "99" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
        return seats.add(new Seat(Ids.next(), new RegionCode(street), true))
                .block(Duration.ofSeconds(20))
                .federationId();
    }
}
