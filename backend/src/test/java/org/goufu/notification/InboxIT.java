package org.goufu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.matching.LotMatched;
import org.goufu.matching.MatchDirectory;
import org.goufu.matching.PublishedLots;
import org.goufu.matching.PublishedLots.Published;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.platform.outbox.Outbox;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@GoufuIT
class InboxIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENT =
            new ParameterizedTypeReference<>() {};

    @Autowired
    private TestHouse house;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Outbox outbox;

    @Autowired
    private MatchDirectory matches;

    @Autowired
    private List<EventHandler<?>> handlers;

    private JsonNode get(String as, String uri, Object... variables) {
        return JsonMapper.shared()
                .readTree(house.as(as)
                        .get()
                        .uri(uri, variables)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private Published publish(String title) {
        var department = get("officer", "/api/me").path("department");
        return new PublishedLots(database, transactions, outbox)
                .publish(
                        UUID.fromString(department.path("id").asString()),
                        department.path("regionCode").asString(),
                        "A0402-01",
                        9_800_000,
                        title,
                        List.of())
                .block(LIMIT);
    }

    private JsonNode message(String account, Published published) {
        return Awaiting.until(
                LIMIT,
                () -> get(account, "/api/me/inbox?size=100")
                        .path("items")
                        .valueStream()
                        .filter(item -> published
                                .lotId()
                                .toString()
                                .equals(item.path("lotId").asString()))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(account + " was not told")));
    }

    private long told(Published published) {
        return database.sql("select count(*) from notification.inbox where lot_id = :lot")
                .bind("lot", published.lotId())
                .mapValue(Long.class)
                .one()
                .block(LIMIT);
    }

    private List<String> batches(Published published) {
        return database.sql("select id::text from notification.batch where lot_id = :lot")
                .bind("lot", published.lotId())
                .mapValue(String.class)
                .all()
                .collectList()
                .block(LIMIT);
    }

    @Test
    void allWhoMatchAreToldOnceInOneBatch() {
        var published = publish("同批告知");
        for (var account : List.of("organization", "federation", "group")) {
            var message = message(account, published);
            assertThat(message.path("kind").asString()).isEqualTo("match");
            assertThat(message.path("reasons")).isNotEmpty();
            assertThat(message.path("read").asBoolean()).isFalse();
        }
        long wanted = matches.toTell(published.lotId()).count().block(LIMIT);
        assertThat(told(published)).isEqualTo(wanted);
        assertThat(batches(published)).hasSize(1);
    }

    @Test
    void repeatedNewsTellsNobodyTwice() {
        var published = publish("重复的消息");
        message("organization", published);
        long before = told(published);
        var again = new LotMatched(published.lotId(), published.noticeId());
        handler("notification.matches").handle(List.of(again, again)).block(LIMIT);
        handler("notification.matches").handle(List.of(again)).block(LIMIT);
        assertThat(told(published)).isEqualTo(before);
        assertThat(batches(published)).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private EventHandler<LotMatched> handler(String name) {
        return (EventHandler<LotMatched>) handlers.stream()
                .filter(handler -> handler.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readAndUnreadAreCounted() {
        var id = message("group", publish("读与未读")).path("id").asString();
        long unread = get("group", "/api/me/inbox?size=1").path("unread").asLong();
        put("group", 204, "/api/me/inbox/{id}/read", id);
        put("group", 204, "/api/me/inbox/{id}/read", id);
        assertThat(get("group", "/api/me/inbox?size=1").path("unread").asLong()).isEqualTo(unread - 1);
        put("group", 204, "/api/me/inbox/{id}/unread", id);
        assertThat(get("group", "/api/me/inbox?size=1").path("unread").asLong()).isEqualTo(unread);
        put("organization", 404, "/api/me/inbox/{id}/read", id);
        put("group", 204, "/api/me/inbox/read");
        assertThat(get("group", "/api/me/inbox?size=1").path("unread").asLong()).isZero();
        assertThat(get("group", "/api/me/inbox?unread=true").path("items")).isEmpty();
        assertThat(get("group", "/api/me/inbox?kind=match").path("items")).isNotEmpty();
        house.as("group")
                .get()
                .uri("/api/me/inbox?kind=oops")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private void put(String as, int status, String uri, Object... variables) {
        house.as(as).put().uri(uri, variables).exchange().expectStatus().isEqualTo(status);
    }

    @Test
    void theStreamBringsNewsAndResumesAfterAnId() {
        var live = stream("organization", "");
        var first = new Published[1];
        var ids = new String[1];
        StepVerifier.create(live.filter(event -> event.event() != null).take(1))
                .then(() -> first[0] = publish("直播一"))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("match");
                    assertThat(event.data())
                            .containsEntry("lotId", first[0].lotId().toString());
                    ids[0] = event.id();
                })
                .expectComplete()
                .verify(LIMIT);
        var second = publish("直播二");
        message("organization", second);
        var third = publish("直播三");
        message("organization", third);
        StepVerifier.create(stream("organization", ids[0])
                        .filter(event -> event.event() != null)
                        .filter(event -> List.of(
                                        second.lotId().toString(), third.lotId().toString())
                                .contains(String.valueOf(event.data().get("lotId"))))
                        .map(event -> event.data().get("lotId"))
                        .take(2))
                .expectNext(second.lotId().toString(), third.lotId().toString())
                .expectComplete()
                .verify(LIMIT);
    }

    private Flux<ServerSentEvent<Map<String, Object>>> stream(String account, String lastEventId) {
        return house.as(account)
                .get()
                .uri("/api/me/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Last-Event-ID", lastEventId)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody();
    }

    @Test
    void aStreamIsForTheSignedInOnly() {
        house.anonymous().get().uri("/api/me/events").exchange().expectStatus().isUnauthorized();
        house.anonymous().get().uri("/api/me/inbox").exchange().expectStatus().isUnauthorized();
    }
}
