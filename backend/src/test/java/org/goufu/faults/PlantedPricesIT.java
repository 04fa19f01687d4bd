package org.goufu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.goufu.GoufuIT;
import org.goufu.Purchases;
import org.goufu.TestHouse;
import org.goufu.bidding.Envelopes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prices are planted in sealed bids and looked for wherever the platform keeps anything: files and log of the database, index, logs,
 * heap, temporary files. Before the opening none is found.
 *
 * <p>{@code -Dplanted.prices=200} plants as many as the figure in benchmarks.md names.
 */
@GoufuIT
class PlantedPricesIT {
    private static final int PRICES = Integer.getInteger("planted.prices", 20);
    private static final int MARK_BYTES = 12;
    private static final long SEED = 2027;
    /** Public, so that it must be found: whoever finds nothing at all has looked in the wrong place. */
    private static final String PUBLIC = "planted-public-7f3a9c";

    /** Only so that the servers are up before the second installation is. */
    @Autowired
    private WebTestClient anyClient;

    @Test
    void noPriceIsFoundAnywhereBeforeTheOpening() throws Exception {
        assertThat(anyClient).isNotNull();
        var began = Instant.now();
        var dice = new Random(SEED);
        try (var installation = new Installation("planted")) {
            installation.start();
            var house = new TestHouse(installation.client());
            var marks = plant(house, dice);
            installation.execute("checkpoint");
            var dump = Path.of("target", "planted.hprof").toAbsolutePath();
            Files.deleteIfExists(dump);
            heapOf(installation.pid(), dump);

            var places = new HashMap<String, Stream<Path>>();
            places.put("database and index files", under(Path.of(System.getProperty("goufu.embedded.data-dir"))));
            places.put("log", Stream.of(installation.log()));
            places.put("heap", Stream.of(dump));
            places.put("temporary files", temporary(began));
            var publicIn = new ArrayList<String>();
            for (var place : places.entrySet()) {
                try (var files = place.getValue()) {
                    for (var file : files.toList()) {
                        var found = new Haystack(file).found(marks, PUBLIC);
                        assertThat(found).as("planted prices in %s", file).allMatch(PUBLIC::equals);
                        if (!found.isEmpty()) publicIn.add(place.getKey());
                    }
                }
            }
            assertThat(publicIn).contains("database and index files", "heap");
            assertThat(indexed(marks)).isZero();
            assertThat(indexed(List.of(PUBLIC))).isPositive();
            Files.delete(dump);
        }
    }

    private static List<String> plant(TestHouse house, Random dice) {
        var purchases = new Purchases(house);
        var notice = purchases.publish(purchases.lunches("助餐服务 " + PUBLIC));
        var lot = UUID.fromString(notice.path("lots").get(0).path("id").asString());
        var keyset = Envelopes.keyset(house, lot);
        var bidder = Envelopes.of(house, "organization");
        var marks = new ArrayList<String>();
        UUID before = null;
        for (int i = 0; i < PRICES; i++) {
            var bytes = new byte[MARK_BYTES];
            dice.nextBytes(bytes);
            var mark = HexFormat.of().formatHex(bytes);
            var price = "{\"format\":\"goufu-price/1\",\"totalFen\":" + (9_000_000 + i) + ",\"lines\":[],\"note\":\""
                    + mark + "\"}";
            var sealed = bidder.seal(lot, keyset, price, before);
            before = Envelopes.id(sealed);
            bidder.upload(lot, before, sealed);
            bidder.give(lot, sealed.manifest()).expectStatus().isCreated();
            marks.add(mark);
        }
        return marks;
    }

    private static void heapOf(long pid, Path file) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var dumped = new ProcessBuilder(jcmd, String.valueOf(pid), "GC.heap_dump", "-all", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(dumped.waitFor()).isZero();
        assertThat(file).isNotEmptyFile();
    }

    private static Stream<Path> under(Path folder) throws IOException {
        return Files.walk(folder).filter(Files::isRegularFile);
    }

    /** What was written since, by whomever. */
    private static Stream<Path> temporary(Instant since) throws IOException {
        return Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 2).filter(file -> {
            try {
                return Files.isRegularFile(file)
                        && Files.isReadable(file)
                        && Files.getLastModifiedTime(file).toInstant().isAfter(since);
            } catch (IOException gone) {
                return false;
            }
        });
    }

    /** How many documents of the installation's indices speak of any of them. */
    private static long indexed(List<String> marks) throws IOException, InterruptedException {
        var question = "{\"query\":{\"multi_match\":{\"query\":\"" + String.join(" ", marks)
                + "\",\"fields\":[\"*\"],\"lenient\":true}}}";
        var request = HttpRequest.newBuilder(URI.create(
                        Cables.direct("spring.elasticsearch.uris") + "/planted-*/_count?expand_wildcards=all"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
            return JsonMapper.shared().readTree(answer).path("count").asLong();
        }
    }
}
