package org.goufu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningScene;
import org.goufu.bidding.usecase.Boxes;
import org.goufu.bidding.usecase.Uploads;
import org.goufu.organization.BodyProfile;
import org.goufu.organization.OrganizationDirectory;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** How long it takes from the moment in which the last holder gives his shares until all bids of a lot are open and on record. */
@GoufuBench
class OpeningBench {
    private static final int BIDS = 500;
    private static final int SCANNED = 4_000;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Autowired
    private TestHouse house;

    @Autowired
    private OpeningScene scene;

    @Autowired
    private OrganizationDirectory organizations;

    @Test
    void open() {
        var lot = scene.lot(Map.of());
        long fen = 5_000_000;
        for (var body : bodies()) scene.put(body, lot, OpeningScene.contents(fen++), List.of());
        scene.passDeadline(lot);
        scene.begin(lot);
        scene.passSealCheck(lot);
        var shares = scene.opened("officer", lot);
        long begin = System.nanoTime();
        house.post("officer", shares, "/api/lots/{id}/opening/shares", lot.id())
                .expectStatus()
                .isNoContent();
        long taken = System.nanoTime() - begin;
        Awaiting.until(LIMIT, () -> {
            assertThat(scene.state(lot)).isEqualTo("OPENED");
            return true;
        });
        long opened = System.nanoTime() - begin;
        Figures.report("opening", "%d shares checked and kept: %.1f s".formatted(shares.size(), taken / 1e9));
        Figures.report("opening", "%d bids from the last share to the record: %.1f s".formatted(BIDS, opened / 1e9));
        assertThat(Duration.ofNanos(opened)).isLessThan(Duration.ofMinutes(1));
    }

    /** Of any kind: who may bid is judged when a bid is given, not when it is opened. */
    private List<UUID> bodies() {
        var bodies = organizations
                .after(null, SCANNED)
                .map(BodyProfile::id)
                .take(BIDS)
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(bodies).hasSize(BIDS);
        return bodies;
    }
}
