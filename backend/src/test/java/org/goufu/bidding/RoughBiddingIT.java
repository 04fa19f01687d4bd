package org.goufu.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.bidding.domain.seal.Sealer.Sealed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** A bidder on a bad day: the line is cut, the button is pressed twice, two tabs are open, the last second strikes. */
@GoufuIT
class RoughBiddingIT {
    private static final String CHUNKS = "/api/lots/{lot}/envelopes/{id}/chunks";

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    DatabaseClient database;

    @LocalServerPort
    int port;

    private Envelopes bidder;
    private Lot lot;

    @BeforeEach
    void scene() {
        lot = scene.lot(Map.of());
        bidder = Envelopes.of(house, "organization");
    }

    private Sealed sealed(String price, UUID replaces) {
        return bidder.seal(lot.id(), lot.keyset(), price, replaces);
    }

    private Sealed uploaded(String price, UUID replaces) {
        var sealed = sealed(price, replaces);
        bidder.upload(lot.id(), Envelopes.id(sealed), sealed);
        return sealed;
    }

    private ResponseSpec give(Sealed sealed) {
        return bidder.give(lot.id(), sealed.manifest());
    }

    private static void refused(ResponseSpec answer, String problem) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.type").isEqualTo("/problems/bid/" + problem);
    }

    private JsonNode kept(Sealed sealed) {
        return house.get("organization", CHUNKS, lot.id(), Envelopes.id(sealed)).path("items");
    }

    /** Whatever arrived of a piece before the line was cut is nothing; the list of pieces says where to go on. */
    @Test
    void anUploadThatIsCutAtAnyByteGoesOnWhereItStopped() throws IOException {
        var sealed = sealed("9500000", null);
        var pieces = sealed.chunks().values().stream().flatMap(List::stream).toList();
        var piece = pieces.getFirst();
        cut(Envelopes.id(sealed), piece, 0);
        for (int at : List.of(1, piece.length / 2, piece.length - 1)) {
            cut(Envelopes.id(sealed), piece, at);
            bidder.put(lot.id(), Envelopes.id(sealed), Envelopes.sha256(piece), Arrays.copyOf(piece, at))
                    .expectStatus()
                    .isEqualTo(422);
            assertThat(kept(sealed)).as("after %d bytes", at).isEmpty();
        }
        refused(give(sealed), "chunks-missing");

        bidder.upload(lot.id(), Envelopes.id(sealed), sealed);
        cut(Envelopes.id(sealed), piece, 1);

        assertThat(kept(sealed)).hasSize(pieces.size());
        give(sealed).expectStatus().isCreated();
    }

    /** Tells the length of the whole, sends less and hangs up. */
    private void cut(UUID envelope, byte[] piece, int at) throws IOException {
        var path = "/api/lots/%s/envelopes/%s/chunks/%s".formatted(lot.id(), envelope, Envelopes.sha256(piece));
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var out = line.getOutputStream();
            out.write(
                    "PUT %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(path, token(), MediaType.APPLICATION_OCTET_STREAM, piece.length)
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(piece, 0, at);
            out.flush();
        }
    }

    private String token() {
        return TestHouse.json(house.anonymous()
                        .post()
                        .uri("/api/tokens")
                        .bodyValue(Map.of("username", "organization", "password", "goufu-demo"))
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .path("token")
                .asString();
    }

    /** Whoever goes back and seals again leaves an upload behind each time, and is never kept out by them. */
    @Test
    void whatWasLeftBehindMakesRoom() {
        var given = uploaded("9500000", null);
        give(given).expectStatus().isCreated();
        var left = Stream.generate(() -> sealed("9400000", Envelopes.id(given)))
                .limit(7)
                .toList();
        for (var one : left) bidder.upload(lot.id(), Envelopes.id(one), one);

        assertThat(left.subList(0, 2)).allSatisfy(one -> assertThat(kept(one)).isEmpty());
        assertThat(left.subList(2, 7)).allSatisfy(one -> assertThat(kept(one)).isNotEmpty());
        assertThat(kept(given)).isNotEmpty();
        refused(give(left.getFirst()), "chunks-missing");
        give(left.get(2)).expectStatus().isCreated();
    }

    /** Eight times at once, as an impatient finger or a proxy that tries again does it. */
    @Test
    void theSameBidManyTimesIsOneBid() {
        var sealed = uploaded("9400000", null);

        var answers = Flux.range(0, 8)
                .flatMap(i -> Mono.fromCallable(
                                () -> TestHouse.json(give(sealed).expectStatus().isCreated()))
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block(OpeningScene.PATIENCE);

        assertThat(answers).hasSize(8);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(events()).isEqualTo(1);
    }

    private long events() {
        return database.sql("select count(*) from bidding.event where lot = :lot")
                .bind("lot", lot.id())
                .mapValue(Long.class)
                .one()
                .blockOptional(OpeningScene.PATIENCE)
                .orElseThrow();
    }

    /** The second tab does not know what the first one gave: it is told, and what the first gave stands. */
    @Test
    void anOlderTabNeverOverwritesANewerBid() {
        var first = uploaded("9300000", null);
        var olderTab = uploaded("9900000", null);
        give(first).expectStatus().isCreated();
        refused(give(olderTab), "already-given");

        var here = uploaded("9200000", Envelopes.id(first));
        var there = uploaded("9100000", Envelopes.id(first));
        give(here).expectStatus().isCreated();
        refused(give(there), "not-current");
        refused(bidder.withdraw(Envelopes.id(first)), "not-current");

        assertThat(states()).isEqualTo(Map.of(Envelopes.id(first), "REPLACED", Envelopes.id(here), "GIVEN"));
    }

    private Map<UUID, String> states() {
        return house.get("organization", "/api/lots/{id}/bidding", lot.id())
                .path("bids")
                .valueStream()
                .collect(Collectors.toMap(
                        bid -> UUID.fromString(bid.path("id").asString()),
                        bid -> bid.path("state").asString()));
    }

    /** Two tabs replace at the very same moment: one is the next bid, the other is told. */
    @Test
    void ofTwoReplacementsAtOnceOneStands() {
        var first = uploaded("9300000", null);
        give(first).expectStatus().isCreated();
        var tabs = IntStream.range(0, 4)
                .mapToObj(i -> uploaded(String.valueOf(9_000_000 + i), Envelopes.id(first)))
                .toList();

        var statuses = Flux.fromIterable(tabs)
                .flatMap(tab -> Mono.fromCallable(() ->
                                give(tab).returnResult(String.class).getStatus().value())
                        .subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block(OpeningScene.PATIENCE);

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(states().values()).containsExactlyInAnyOrder("REPLACED", "GIVEN");
    }

    /** What was taken back in time is not in the box; after the deadline nothing is given, replaced or taken back. */
    @Test
    void aBidThatIsTakenBackAtTheLastSecondIsNotOpened() {
        var sealed = uploaded("9000000", null);
        var late = uploaded("8900000", null);
        give(sealed).expectStatus().isCreated();
        scene.time.deadlineIn(lot, 5);
        var taken = TestHouse.json(
                bidder.withdraw(Envelopes.id(sealed)).expectStatus().isOk());

        scene.passDeadline(lot);

        var again = TestHouse.json(
                bidder.withdraw(Envelopes.id(sealed)).expectStatus().isOk());
        assertThat(again).isEqualTo(taken);
        refused(give(late), "closed");
        var failed = scene.begin(lot);
        assertThat(failed.path("state").asString()).isEqualTo("FAILED_TOO_FEW");
        assertThat(failed.path("bids").asInt()).isZero();
    }
}
