package org.goufu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.organization.CreditCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The process is killed at a random moment while an import is being written: afterwards all of it stands there, once. */
@GoufuIT
class KilledImportIT {
    private static final int ROWS = 6_000;
    private static final long LATEST_KILL_MILLIS = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** Only so that the servers are up before the second installation is. */
    @Autowired
    private WebTestClient anyClient;

    @Test
    void nothingIsWrittenByHalves() {
        assertThat(anyClient).isNotNull();
        try (var installation = new Installation("killedimport")) {
            installation.start();
            var id = upload(new TestHouse(installation.client()));
            awaiting(installation, id, "PREVIEW");
            var house = new TestHouse(installation.client());
            house.as("registrar")
                    .post()
                    .uri("/api/registry/imports/{id}/application", id)
                    .header(
                            HttpHeaders.IF_MATCH,
                            "\"" + one(house, id).path("version").asLong() + "\"")
                    .exchange()
                    .expectStatus()
                    .isAccepted();
            CompletableFuture.runAsync(
                            installation::kill,
                            CompletableFuture.delayedExecutor(
                                    new Random(20261125).nextLong(LATEST_KILL_MILLIS), TimeUnit.MILLISECONDS))
                    .join();
            assertThat(written(installation)).isIn(0L, (long) ROWS);
            installation.leasesRunOut();
            installation.start();
            awaiting(installation, id, "APPLIED");
            assertThat(written(installation)).isEqualTo(ROWS);
            assertThat(installation.count("""
                    select count(*) from (select f.body_id from organization.fact f
                     where f.import_id is not null and f.kind = 'HEAD' group by f.body_id having count(*) > 1) twice
                    """)).isZero();
        }
    }

    private static long written(Installation installation) {
        return installation.count("select count(*) from organization.body where credit_code like '52510114MK%'");
    }

    private static String upload(TestHouse house) {
        var file = new StringBuilder("名称,统一社会信用代码,法定代表人,成立日期\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("示例断电服务中心").append(i).append(',');
            file.append(
                    CreditCode.complete("52510114MK" + String.format("%06d", i)).value());
            file.append(",张三,2020年5月\n");
        }
        var form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(file.toString().getBytes(StandardCharsets.UTF_8)))
                .filename("断电.csv");
        return String.valueOf(house.as("registrar")
                .post()
                .uri("/api/registry/imports")
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .bodyValue(form.build())
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("id"));
    }

    private static void awaiting(Installation installation, String id, String state) {
        var house = new TestHouse(installation.client());
        Awaiting.until(PATIENCE, () -> {
            assertThat(one(house, id).path("state").asString()).isEqualTo(state);
            return true;
        });
    }

    private static JsonNode one(TestHouse house, String id) {
        return house.as("registrar")
                .get()
                .uri("/api/registry/imports/{id}", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
