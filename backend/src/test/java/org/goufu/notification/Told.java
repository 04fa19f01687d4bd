package org.goufu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.TestHouse;
import tools.jackson.databind.JsonNode;

/** What people find in their inboxes about a lot, as its page shows it. */
public final class Told {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestHouse house;
    private final UUID lot;

    public Told(TestHouse house, UUID lot) {
        this.house = house;
        this.lot = lot;
    }

    /** Of openings or evaluations, the newest first: the page that it leads to, and why it came. */
    public List<String> of(String username, String kind) {
        return house.get(username, "/api/me/inbox?size=100&kind=" + kind)
                .path("items")
                .valueStream()
                .filter(item -> item.path("lotId").asString().equals(lot.toString()))
                .map(Told::said)
                .toList();
    }

    private static String said(JsonNode item) {
        return item.path("place").asString() + ": "
                + item.path("reasons").get(0).asString();
    }

    /** Exactly once, sooner or later; what it leads to begins with the place. */
    public void once(String username, String kind, String place, String words) {
        Awaiting.until(PATIENCE, () -> {
            assertThat(of(username, kind))
                    .as("%s of %s", username, lot)
                    .filteredOn(said -> said.startsWith(place + ": ") && said.contains(words))
                    .hasSize(1);
            return true;
        });
    }

    public void none(String username, String kind, String words) {
        assertThat(of(username, kind)).as("%s of %s", username, lot).noneMatch(said -> said.contains(words));
    }

    public void nothing(String username, String kind) {
        assertThat(of(username, kind)).as("%s of %s", username, lot).isEmpty();
    }
}
