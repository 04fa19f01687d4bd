package org.goufu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.bidding.Envelopes;
import org.goufu.bidding.OpeningScene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What still works while a server is gone, and what is made up when it is back. */
@GoufuIT
class BadDaysIT {
    @Autowired
    private TestHouse house;

    @Autowired
    private OpeningScene scene;

    @Value("${goufu.search.prefix}")
    private String prefix;

    private Purchases purchases;

    @BeforeEach
    void signInWhileAllIsWell() {
        purchases = new Purchases(house);
        purchases.me("officer");
        purchases.me("approver");
        purchases.me("organization");
    }

    @AfterEach
    void mend() {
        Cables.elasticsearch().mend();
        Cables.postgres().mend();
        Awaiting.until(
                Duration.ofSeconds(20),
                () -> house.anonymous()
                        .get()
                        .uri("/api/notices?size=1")
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    @Test
    void withoutElasticsearchOnlySearchIsMissingAndEverythingIsMadeUpLater() {
        Cables.elasticsearch().cut();

        var notice = purchases.publish(purchases.lunches("停电之日助餐服务"));
        var id = notice.path("id").asString();
        house.anonymous()
                .get()
                .uri("/api/notices/{id}", id)
                .exchange()
                .expectStatus()
                .isOk();
        house.as("organization")
                .get()
                .uri("/api/me/inbox")
                .exchange()
                .expectStatus()
                .isOk();
        house.anonymous()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
        house.anonymous()
                .get()
                .uri("/api/notices?q=助餐")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/search/unavailable");
        var newest = purchases.get("organization", "/api/notices/newest?size=1");
        assertThat(newest.path("items").path(0).path("id").asString()).isEqualTo(id);

        Cables.elasticsearch().mend();

        Awaiting.until(Duration.ofSeconds(30), () -> {
            var found = purchases.get("organization", "/api/notices?q={q}", "停电之日");
            assertThat(found.path("items").path(0).path("id").asString()).isEqualTo(id);
            var inbox = purchases.get("organization", "/api/me/inbox?kind=match&size=50");
            assertThat(inbox.path("items"))
                    .anyMatch(row -> row.path("noticeId").asString().equals(id));
            return found;
        });
    }

    /** From the notice to the opened prices nothing asks Elasticsearch: a deadline waits for no search engine. */
    @Test
    void withoutElasticsearchBidsAreGivenAndOpened() {
        Cables.elasticsearch().cut();

        var lot = scene.lot(Map.of());
        var bidder = Envelopes.of(house, "organization");
        var first = scene.give(bidder, house.body("organization"), lot, 9_000_000);
        bidder.withdraw(first.id()).expectStatus().isOk();
        var own = scene.give(bidder, house.body("organization"), lot, 8_900_000);
        for (var body : scene.bodies(2)) scene.put(body, lot, OpeningScene.contents(9_500_000), List.of());
        var open = scene.opened(lot);

        assertThat(OpeningScene.in(open, own).path("totalFen").asLong()).isEqualTo(8_900_000);
        assertThat(open.path("items")).hasSize(3);
        house.anonymous()
                .get()
                .uri("/api/notices?q=助餐")
                .exchange()
                .expectStatus()
                .isEqualTo(503);
    }

    @Test
    void anIndexThatIsThrownAwayIsBuiltAgainAndWhatItMissedIsMatched() throws IOException, InterruptedException {
        throwAwayAllIndices();

        var notice = purchases.publish(purchases.lunches("索引丢失之日助餐服务"));

        Awaiting.until(Duration.ofSeconds(90), () -> {
            var inbox = purchases.get("organization", "/api/me/inbox?kind=match&size=50");
            assertThat(inbox.path("items"))
                    .anyMatch(row -> row.path("noticeId")
                            .asString()
                            .equals(notice.path("id").asString()));
            return inbox;
        });
    }

    private void throwAwayAllIndices() throws IOException, InterruptedException {
        var server = Cables.direct("spring.elasticsearch.uris");
        try (var http = HttpClient.newHttpClient()) {
            var names = http.send(
                            HttpRequest.newBuilder(URI.create(
                                            server + "/" + prefix + "*/_settings?filter_path=*.settings.index.uuid"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            for (var name : JsonMapper.shared().readTree(names).propertyNames()) {
                var deleted = http.send(
                        HttpRequest.newBuilder(URI.create(server + "/" + name))
                                .DELETE()
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                assertThat(deleted.statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void withoutPostgresWritesAreRefusedAtOnceAndReadingRecoversByItself() {
        Cables.postgres().cut();

        long begin = System.nanoTime();
        house.as("officer")
                .post()
                .uri("/api/purchases")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"title\":\"断电\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));

        Cables.postgres().mend();

        Awaiting.until(() -> house.as("officer")
                .get()
                .uri("/api/purchases")
                .exchange()
                .expectStatus()
                .isOk());
    }

    /** As {@code kill -9} or the machine's memory guard do it; the program starts them again at the same ports. */
    @Test
    void serversThatDiedAreStartedAgain() throws IOException {
        kill("postgres/postmaster.pid");
        kill("elasticsearch/es.pid");

        Awaiting.until(
                Duration.ofSeconds(60),
                () -> house.as("officer")
                        .post()
                        .uri("/api/purchases")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"title\":\"重新启动\"}")
                        .exchange()
                        .expectStatus()
                        .isCreated());
        Awaiting.until(
                Duration.ofSeconds(120),
                () -> house.anonymous()
                        .get()
                        .uri("/api/notices?size=1")
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    /** The server goes with the launcher that has started it. */
    private static void kill(String pidFile) throws IOException {
        var lines = Files.readAllLines(Path.of(System.getProperty("goufu.embedded.data-dir"), pidFile));
        var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
        var children = process.children().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
