package org.goufu.federation.sql;

import org.goufu.GoufuIT;
import org.goufu.federation.SeatsContract;
import org.goufu.federation.usecase.Seats;
import org.springframework.beans.factory.annotation.Autowired;

@GoufuIT
class SqlSeatsIT extends SeatsContract {
    @Autowired
    private Seats seats;

    @Override
    protected Seats seats() {
        return seats;
    }
}
