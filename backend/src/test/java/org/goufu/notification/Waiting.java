package org.goufu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.goufu.TestHouse;

/** What people find on their lists of what waits about a lot. */
public final class Waiting {
    private final TestHouse house;
    private final UUID lot;

    public Waiting(TestHouse house, UUID lot) {
        this.house = house;
        this.lot = lot;
    }

    public void is(String username, String... matters) {
        assertThat(of(username)).as("%s of %s", username, lot).containsExactlyInAnyOrder(matters);
    }

    private List<String> of(String username) {
        return house.get(username, "/api/me/work")
                .path("items")
                .valueStream()
                .filter(item -> item.path("lotId").asString().equals(lot.toString()))
                .map(item -> item.path("matter").asString())
                .toList();
    }
}
