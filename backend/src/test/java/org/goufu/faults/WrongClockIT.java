package org.goufu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.bidding.Envelopes;
import org.goufu.bidding.OpeningScene;
import org.goufu.bidding.OpeningScene.Lot;
import org.goufu.ledger.domain.Receipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The application server's clock is an hour slow, then an hour fast; the database's is right, and everything goes by that one (product.md,
 * 3). On an installation of its own, for the wrong time is everybody's in this program.
 */
@GoufuIT
@Tag("alone")
class WrongClockIT {
    private static final Duration LITTLE = Duration.ofMinutes(5);

    private static ShiftedClock clock;

    @Autowired
    TestHouse house;

    @Autowired
    OpeningScene scene;

    @Autowired
    DatabaseClient database;

    @BeforeAll
    static void shift() {
        clock = new ShiftedClock();
    }

    @AfterAll
    static void mend() {
        clock.close();
    }

    /** Negative control: without it a run in which the shift does nothing would pass. */
    @Test
    void theProgramBelievesTheWrongTime() {
        for (long hours : new long[] {-1, 1}) {
            clock.by(Duration.ofHours(hours));
            assertThat(Duration.between(real(), Instant.now()))
                    .isBetween(shifted(hours).minus(LITTLE), shifted(hours).plus(LITTLE));
            assertThat(Duration.between(real(), Instant.ofEpochMilli(System.currentTimeMillis())))
                    .isBetween(shifted(hours).minus(LITTLE), shifted(hours).plus(LITTLE));
        }
    }

    private static Duration shifted(long hours) {
        return Duration.ofHours(hours);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void aLotGoesItsWholeWayByTheDatabasesClock(long hours) {
        clock.by(shifted(hours));
        var lot = scene.lot(Map.of());
        var bidder = Envelopes.of(house, "organization");
        near(house.get("organization", "/api/notices/{id}", lot.notice()).path("publishedAt"));

        // An hour before the deadline a clock that is an hour fast would refuse, and the countdown would stand at
        // nothing.
        scene.time.deadlineIn(lot, 1_800);
        var bidding = house.get("organization", "/api/lots/{id}/bidding", lot.id());
        near(bidding.path("now"));
        assertThat(Duration.between(told(), real()).abs()).isLessThan(LITTLE);
        assertThat(bidding.path("open").asBoolean()).isTrue();
        assertThat(Duration.between(moment(bidding.path("now")), moment(bidding.path("deadline"))))
                .isBetween(Duration.ofMinutes(25), Duration.ofMinutes(30));
        var taken = scene.give(bidder, house.body("organization"), lot, 9_000_000);
        near(TestHouse.json(bidder.withdraw(taken.id()).expectStatus().isOk()).path("acceptedAt"));
        var own = scene.give(bidder, house.body("organization"), lot, 8_900_000);
        var receipt = JsonMapper.shared()
                .readTree(Receipt.read(house.read("organization", "/api/bids/{id}/receipt", own.id()))
                        .act());
        near(receipt.path("acceptedAt"));
        for (var body : scene.bodies(2)) scene.put(body, lot, OpeningScene.contents(9_500_000), List.of());
        var late = bidder.reseal(lot.id(), lot.keyset(), OpeningScene.contents(8_800_000), own.id());
        bidder.upload(lot.id(), Envelopes.id(late), late);

        // A clock that is an hour slow would still take bids, and would not open.
        scene.passDeadline(lot);
        closed(bidder.give(lot.id(), late.manifest()));
        closed(bidder.withdraw(own.id()));
        assertThat(house.get("organization", "/api/lots/{id}/bidding", lot.id())
                        .path("open")
                        .asBoolean())
                .isFalse();
        opened(lot, own);
    }

    private void opened(Lot lot, OpeningScene.Bid own) {
        near(scene.begin(lot).path("begunAt"));
        scene.passSealCheck(lot);
        scene.holders.give("officer", lot);
        var open = scene.until(lot, "OPENED");
        assertThat(open.path("items")).hasSize(3);
        assertThat(OpeningScene.in(open, own).path("totalFen").asLong()).isEqualTo(8_900_000);
    }

    private static void closed(WebTestClient.ResponseSpec answer) {
        answer.expectStatus().isEqualTo(409).expectBody().jsonPath("$.type").isEqualTo("/problems/bid/closed");
    }

    /** They live on real time, which is the database's too: a wrong clock neither ends a session early nor keeps one that is over. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void sessionsAndTokensLiveAsLongAsEver(long hours) {
        clock.by(Duration.ZERO);
        var before = session();
        clock.by(shifted(hours));
        me(before).expectStatus().isOk();
        me(session()).expectStatus().isOk();
        var token = token();
        assertThat(moment(token.path("expiresAt"))).isAfter(real().plus(Duration.ofHours(1)));
        // Each of its own: a session that was used is known for some seconds.
        var idle = session();
        idleFor("29 minutes", idle);
        me(idle).expectStatus().isOk();
        var over = session();
        idleFor("31 minutes", over);
        me(over).expectStatus().isUnauthorized();
    }

    private String session() {
        return Objects.requireNonNull(house.anonymous()
                        .post()
                        .uri("/api/session")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("username", "officer", "password", "goufu-demo"))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseCookies()
                        .getFirst("goufu"))
                .getValue();
    }

    private JsonNode token() {
        return TestHouse.json(house.anonymous()
                .post()
                .uri("/api/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("username", "officer", "password", "goufu-demo"))
                .exchange()
                .expectStatus()
                .isCreated());
    }

    private WebTestClient.ResponseSpec me(String session) {
        return house.anonymous().get().uri("/api/me").cookie("goufu", session).exchange();
    }

    private void idleFor(String time, String session) {
        var sql =
                "update account.session set last_seen_at = now() - interval '%s' where digest = sha256(convert_to(:token, 'UTF8'))"
                        .formatted(time);
        assertThat(database.sql(sql)
                        .bind("token", session)
                        .fetch()
                        .rowsUpdated()
                        .block(OpeningScene.PATIENCE))
                .isEqualTo(1);
    }

    private void near(JsonNode time) {
        assertThat(Duration.between(moment(time), real()).abs()).isLessThan(LITTLE);
    }

    /** What pages count by. */
    private Instant told() {
        var answer = house.anonymous().get().uri("/api/me").exchange().returnResult(Void.class);
        return Instant.parse(answer.getResponseHeaders().getFirst("Goufu-Now"));
    }

    private static Instant moment(JsonNode time) {
        return Instant.parse(time.asString());
    }

    private Instant real() {
        return Objects.requireNonNull(database.sql("select clock_timestamp()")
                .map(row -> row.get(0, Instant.class))
                .one()
                .block(OpeningScene.PATIENCE));
    }
}
