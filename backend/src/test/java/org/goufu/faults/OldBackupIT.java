package org.goufu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** An old backup is put back: the program starts, can be read, and refuses to go on from there. */
@GoufuIT
class OldBackupIT {
    /** As the ledger was when it had 256 entries. */
    private static final String[] PUT_BACK = {
        "set session_replication_role = replica",
        "delete from ledger.checkpoint where size > 256",
        "delete from ledger.act where index >= 256",
        "delete from ledger.entry where index >= 256",
        "delete from ledger.subtree where level > 8 or index > 0",
        "update ledger.head set size = 256, peaks = array(select hash from ledger.subtree)"
    };

    /** Only so that the servers are up before the second installation is. */
    @Autowired
    private WebTestClient anyClient;

    @Test
    void theProgramCanBeReadAndTakesNoChanges() {
        assertThat(anyClient).isNotNull();
        try (var installation = new Installation("backup")) {
            installation.start();
            var before = new TestHouse(installation.client());
            new Purchases(before).publish(new Purchases(before).lunches("备份之后的助餐服务"));
            assertThat(before.read("officer", "/api/ledger/checkpoint")).isNotEmpty();
            assertThat(installation.count("select size from ledger.head")).isGreaterThan(256);
            installation.kill();
            installation.execute(PUT_BACK);

            installation.start();

            var after = new TestHouse(installation.client());
            after.post("officer", Map.of("title", "不会受理"), "/api/purchases")
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/ledger/halted");
            assertThat(after.get("officer", "/api/purchases").path("items")).isNotEmpty();
            installation
                    .client()
                    .get()
                    .uri("/actuator/health")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503);
            assertThat(installation.count("select count(*) from ledger.halt where reason like '%old backup%'"))
                    .isOne();
        }
    }
}
