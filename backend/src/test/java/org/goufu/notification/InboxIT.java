package org.goufu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.Awaiting;
import org.goufu.GoufuIT;
import org.goufu.TestHouse;
import org.goufu.bidding.OpeningNews;
import org.goufu.bidding.OpeningNews.What;
import org.goufu.evaluation.LotAwarded;
import org.goufu.federation.MembershipNews;
import org.goufu.kernel.DomainEvent;
import org.goufu.kernel.Ids;
import org.goufu.matching.LotMatched;
import org.goufu.matching.MatchDirectory;
import org.goufu.matching.PublishedLots.Published;
import org.goufu.matching.ShowcaseLots;
import org.goufu.notification.usecase.RemindDeadlines;
import org.goufu.organization.FactKind;
import org.goufu.organization.RunningOut;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.EventHandler;
import org.goufu.purchase.ReturnedToDraft;
import org.goufu.purchase.ReviewAsked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@GoufuIT
class InboxIT {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** The group's membership of the demo lasts on it. */
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-12-31");

    private static final ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>> EVENT =
            new ParameterizedTypeReference<>() {};

    @Autowired
    private TestHouse house;

    @Autowired
    private ShowcaseLots showcase;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private MatchDirectory matches;

    @Autowired
    private RemindDeadlines reminders;

    @Autowired
    private Transactions transactions;

    @Autowired
    private List<EventHandler<?>> handlers;

    private JsonNode message(String account, Published published) {
        return Awaiting.until(
                LIMIT,
                () -> house.get(account, "/api/me/inbox?size=100")
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
        var published = showcase.publish("同批告知");
        for (var account : List.of("organization", "federation", "group")) {
            var message = message(account, published);
            assertThat(message.path("kind").asString()).isEqualTo("match");
            assertThat(message.path("title").asString()).isEqualTo(titled(published));
            assertThat(message.path("reasons")).isNotEmpty();
            assertThat(message.path("read").asBoolean()).isFalse();
        }
        long wanted = matches.toTell(published.lotId()).count().block(LIMIT);
        assertThat(told(published)).isEqualTo(wanted);
        assertThat(batches(published)).hasSize(1);
    }

    /** Many lots are called the same: a message names the purchase and the lot. */
    private String titled(Published published) {
        return database.sql("""
                        select distinct coalesce(nullif(n.title, l.title) || ' · ', '') || l.title
                          from purchase.notice n, purchase.lot l
                         where n.id = :notice and l.id = :lot
                        """)
                .bind("notice", published.noticeId())
                .bind("lot", published.lotId())
                .mapValue(String.class)
                .one()
                .block(LIMIT);
    }

    @Test
    void repeatedNewsTellsNobodyTwice() {
        var published = showcase.publish("重复的消息");
        message("organization", published);
        long before = told(published);
        var again = new LotMatched(published.lotId(), published.noticeId());
        this.<LotMatched>handler("notification.matches")
                .handle(List.of(again, again))
                .block(LIMIT);
        hand("notification.matches", again);
        assertThat(told(published)).isEqualTo(before);
        assertThat(batches(published)).hasSize(1);
    }

    @Test
    void newsThatArrivesAgainIsToldOnce() {
        var reader = UUID.randomUUID();
        var membership = new MembershipNews(
                Ids.next(), UUID.randomUUID(), reader, "某联合会", MembershipNews.What.INVITED, List.of());
        var grade = new RunningOut(reader, "某机构", FactKind.GRADE, "A3", LAST_DAY, 30);
        var asked = new ReviewAsked(UUID.randomUUID(), 2, reader, "社区长者食堂助餐服务");
        var returned = new ReturnedToDraft(asked.purchaseId(), 3, reader, "社区长者食堂助餐服务");
        for (int time = 0; time < 2; time++) {
            hand("notification.memberships", membership);
            hand("notification.endings", grade);
            hand("notification.review-asked", asked);
            hand("notification.returned", returned);
        }
        assertThat(toldTo(reader)).isEqualTo(4);
    }

    @Test
    void newsThatReadsAlikeIsToldEachTimeItHappens() {
        var reader = UUID.randomUUID();
        var membership = UUID.randomUUID();
        for (int time = 0; time < 2; time++) {
            hand(
                    "notification.memberships",
                    new MembershipNews(
                            Ids.next(),
                            membership,
                            reader,
                            "某联合会",
                            MembershipNews.What.MANDATE_GIVEN,
                            List.of("2027-01-31")));
        }
        hand("notification.endings", new RunningOut(reader, "某机构", FactKind.GRADE, "A3", LAST_DAY, 30));
        hand("notification.endings", new RunningOut(reader, "某机构", FactKind.GRADE, "A3", LAST_DAY, 7));
        var purchase = UUID.randomUUID();
        hand("notification.review-asked", new ReviewAsked(purchase, 2, reader, "社区长者食堂助餐服务"));
        hand("notification.review-asked", new ReviewAsked(purchase, 4, reader, "社区长者食堂助餐服务"));
        assertThat(toldTo(reader)).isEqualTo(6);
    }

    /** The group once, and the federation that could not bid with it afterwards once. */
    @Test
    void aFilingThatEndsIsToldOnceToEitherSide() {
        var group = house.body("group");
        var ending = new RunningOut(group, "某备案组织", FactKind.FILING, "ACTIVE", LAST_DAY, 57);
        hand("notification.endings", ending);
        var news = "ending/%s/FILING/ACTIVE/%s/57".formatted(group, LAST_DAY);
        assertThat(toldOf(news)).containsExactlyInAnyOrder(group, house.body("federation"));
        hand("notification.endings", ending);
        assertThat(toldOf(news)).hasSize(2);
    }

    /** Who bid is told how its bid fared, whoever else was told of the lot that there is a result; each once. */
    @Test
    void aResultIsToldToEachOnce() {
        var published = showcase.publish("结果也告知");
        message("organization", published);
        message("group", published);
        var bidders = List.of(house.body("organization"), house.body("federation"));
        var awarded = new LotAwarded(
                published.lotId(),
                published.purchaseId(),
                "结果也告知",
                house.body("federation"),
                null,
                bidders,
                List.of(house.body("group")));
        hand("notification.results", awarded);
        hand("notification.results", awarded);
        var told = new Told(house, published.lotId());
        told.once("organization", "evaluation", "debrief", "没有中标");
        told.once("federation", "evaluation", "debrief", "中标（成交）");
        told.once("group", "evaluation", "result", "列有贵团队");
        for (var reader : List.of("organization", "federation", "group")) {
            assertThat(told.of(reader, "evaluation")).hasSize(1);
        }
        assertThat(toldOf("result/" + published.lotId()))
                .hasSameSizeAs(matches.toTell(published.lotId()).collectList().block(LIMIT));
    }

    /** Everybody who is told of the lot, bid or not, in the same words; once, and anew when the deadline has moved. */
    @Test
    void allAreRemindedOfADeadlineAlike() {
        var published = showcase.publish("快截止的助餐");
        for (var reader : List.of("organization", "federation", "group")) message(reader, published);
        closesIn(published, "20 hours");
        for (int time = 0; time < 2; time++) reminders.now().block(LIMIT);
        var told = new Told(house, published.lotId());
        for (var reader : List.of("organization", "federation", "group")) {
            assertThat(told.of(reader, "deadline")).singleElement().asString().contains("一天内截止");
            assertThat(told.of(reader, "deadline")).isEqualTo(told.of("organization", "deadline"));
        }
        assertThat(told.of("officer", "deadline")).isEmpty();
        long all = matches.toTell(published.lotId()).count().block(LIMIT);
        assertThat(reminded(published)).isEqualTo(all);
        closesIn(published, "90 minutes");
        reminders.now().block(LIMIT);
        assertThat(told.of("group", "deadline")).hasSize(2);
        assertThat(reminded(published)).isEqualTo(2 * all);
    }

    private void closesIn(Published published, String time) {
        var unwatched = "set local session_replication_role = replica";
        var lot = "update purchase.lot set deadline = platform.now() + cast(:time as interval) where id = :lot";
        var notice = "update purchase.notice set published_at = platform.now() - interval '20 days' where id = :notice";
        transactions
                .write(database.sql(unwatched)
                        .then()
                        .then(database.sql(lot)
                                .bind("time", time)
                                .bind("lot", published.lotId())
                                .then())
                        .then(database.sql(notice)
                                .bind("notice", published.noticeId())
                                .then()))
                .block(LIMIT);
    }

    private long reminded(Published published) {
        return database.sql("select count(*) from notification.inbox where lot_id = :lot and kind = 'deadline'")
                .bind("lot", published.lotId())
                .mapValue(Long.class)
                .one()
                .block(LIMIT);
    }

    /** A message to one person of a department is nobody else's; one to the department is for both. */
    @Test
    void aPersonIsToldAlone() {
        var officer = UUID.fromString(
                house.get("officer", "/api/me").at("/account/id").asString());
        var department = UUID.fromString(
                house.get("officer", "/api/me").at("/department/id").asString());
        var lot = UUID.randomUUID();
        var told = new Told(house, lot);
        hand(
                "notification.openings",
                new OpeningNews("1", lot, UUID.randomUUID(), "助餐", What.SHARES_WANTED, List.of(officer), null, null));
        hand(
                "notification.openings",
                new OpeningNews("2", lot, UUID.randomUUID(), "助餐", What.RECORDED, List.of(department), null, null));
        told.once("officer", "opening", "opening", "交出份额");
        told.once("officer", "opening", "opening", "开启记录");
        assertThat(told.of("approver", "opening")).hasSize(1);
        var own = house.get("officer", "/api/me/inbox?kind=opening&size=100")
                .path("items")
                .valueStream()
                .filter(item -> item.path("lotId").asString().equals(lot.toString()))
                .filter(item -> item.path("reasons").toString().contains("份额"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        put("approver", 404, "/api/me/inbox/{id}/read", own);
        put("officer", 204, "/api/me/inbox/{id}/read", own);
    }

    private long toldTo(UUID recipient) {
        return database.sql("select count(*) from notification.inbox where recipient_id = :recipient")
                .bind("recipient", recipient)
                .mapValue(Long.class)
                .one()
                .block(LIMIT);
    }

    private List<UUID> toldOf(String news) {
        return database.sql("select recipient_id from notification.inbox where news = :news")
                .bind("news", news)
                .mapValue(UUID.class)
                .all()
                .collectList()
                .block(LIMIT);
    }

    private <E extends DomainEvent> void hand(String name, E event) {
        this.<E>handler(name).handle(List.of(event)).block(LIMIT);
    }

    @SuppressWarnings("unchecked")
    private <E extends DomainEvent> EventHandler<E> handler(String name) {
        return (EventHandler<E>) handlers.stream()
                .filter(handler -> handler.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readAndUnreadAreCounted() {
        var id = message("group", showcase.publish("读与未读")).path("id").asString();
        long unread = house.get("group", "/api/me/inbox?size=1").path("unread").asLong();
        put("group", 204, "/api/me/inbox/{id}/read", id);
        put("group", 204, "/api/me/inbox/{id}/read", id);
        assertThat(house.get("group", "/api/me/inbox?size=1").path("unread").asLong())
                .isEqualTo(unread - 1);
        put("group", 204, "/api/me/inbox/{id}/unread", id);
        assertThat(house.get("group", "/api/me/inbox?size=1").path("unread").asLong())
                .isEqualTo(unread);
        put("organization", 404, "/api/me/inbox/{id}/read", id);
        put("group", 204, "/api/me/inbox/read");
        assertThat(house.get("group", "/api/me/inbox?size=1").path("unread").asLong())
                .isZero();
        assertThat(house.get("group", "/api/me/inbox?unread=true").path("items"))
                .isEmpty();
        assertThat(house.get("group", "/api/me/inbox?kind=match").path("items")).isNotEmpty();
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
                .then(() -> first[0] = showcase.publish("直播一"))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("match");
                    assertThat(event.data())
                            .containsEntry("lotId", first[0].lotId().toString());
                    ids[0] = event.id();
                })
                .expectComplete()
                .verify(LIMIT);
        var second = showcase.publish("直播二");
        message("organization", second);
        var third = showcase.publish("直播三");
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

    /** A program signs in anew, listens, and signs out. */
    @Test
    void aStreamEndsWithItsSession() {
        var token = house.anonymous()
                .post()
                .uri("/api/tokens")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("username", "organization", "password", "goufu-demo"))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("token")
                .asString();
        var stream = house.anonymous()
                .get()
                .uri("/api/me/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(EVENT)
                .getResponseBody();
        StepVerifier.create(stream.filter(event -> event.event() != null))
                .then(() -> house.anonymous()
                        .delete()
                        .uri("/api/tokens/current")
                        .header("Authorization", "Bearer " + token)
                        .exchange()
                        .expectStatus()
                        .isNoContent())
                .thenConsumeWhile(event -> true)
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void aStreamIsForTheSignedInOnly() {
        house.anonymous().get().uri("/api/me/events").exchange().expectStatus().isUnauthorized();
        house.anonymous().get().uri("/api/me/inbox").exchange().expectStatus().isUnauthorized();
    }
}
