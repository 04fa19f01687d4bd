package org.goufu.federation;

import org.goufu.federation.usecase.Seats;

class InMemorySeatsTests extends SeatsContract {
    private final InMemorySeats seats = new InMemorySeats();

    @Override
    protected Seats seats() {
        return seats;
    }
}
